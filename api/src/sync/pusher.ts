/** Who sends, and when. */
export interface Pusher {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly deviceId: string;
  /** As the device calls itself. */
  readonly deviceName: string;
  readonly role: string;
  /** The server's clock and the device's at sending, epoch milliseconds. */
  readonly now: number;
  readonly sentAt: number;
}
