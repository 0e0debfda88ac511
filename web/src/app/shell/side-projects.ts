/** A project as the sidebar and the list of projects show it. */
export interface SideProject {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** Open tasks; null until they are counted. */
  readonly open: number | null;
}
