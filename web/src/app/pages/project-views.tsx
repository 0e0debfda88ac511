/** A project as a list or as a board. */
import { SegmentedLinks } from '../../ui/segmented';

export function ProjectViews({ id, current }: { id: string; current: 'list' | 'board' }) {
  return (
    <SegmentedLinks
      label="View"
      links={[
        { href: `/p/${id}`, label: 'List', current: current === 'list' },
        { href: `/p/${id}/board`, label: 'Board', current: current === 'board' },
      ]}
    />
  );
}
