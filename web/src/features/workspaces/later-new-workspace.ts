/** The dialog of a new workspace comes after the two places that open it. */
import { laterPart } from '../../ui/later-part';

export const NewWorkspaceDialog = laterPart(
  async () => (await import('./new-workspace-dialog')).NewWorkspaceDialog,
);
