/** One line under the title. Only one at a time, the most urgent. */
import type { ReactNode } from 'react';

export interface BannerProps {
  /** A SyncRing, or an icon in the colour of the matter. */
  mark: ReactNode;
  /** The first words, in strong: "Offline." */
  lead: string;
  children?: ReactNode;
  /** A Button or ButtonLink of kind text. */
  action?: ReactNode;
}

export function Banner({ mark, lead, children, action }: BannerProps) {
  return (
    <div className="banner" role="status">
      {mark}
      <p>
        <b>{lead}</b> {children}
      </p>
      {action && <div className="banner-acts">{action}</div>}
    </div>
  );
}

/** Within a page: what the controls beside it need. */
export function Note({ mark, lead, children }: { mark?: ReactNode; lead?: string; children?: ReactNode }) {
  return (
    <div className="note">
      {mark}
      <p className="min-w-0 flex-1">
        {lead && <b>{lead} </b>}
        {children}
      </p>
    </div>
  );
}
