/** An answer that left the server, to a device: what the laws about the wire look at. */
export interface Answered {
  /** The device's name. */
  readonly name: string;
  readonly path: string;
  readonly body: string | null;
  readonly status: number;
  readonly text: string;
}
