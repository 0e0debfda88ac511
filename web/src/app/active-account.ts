/** The account that is open in this tab, as syncing needs it. */
export interface ActiveAccount {
  readonly id: string;
  readonly ids: readonly string[];
  /** The workspace on screen. */
  readonly active: string;
}
