/** A project as a list or as a board, and which of them it was last. */
import { type ReactNode, useCallback } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { boardWords } from '../../features/board/words';
import { livePreference } from '../../features/settings/preferences';
import { usePreference } from '../../features/settings/use-preference';
import { BoardIcon, ChecklistIcon } from '../../ui/icons';
import { SegmentedLinks } from '../../ui/segmented';
import { useWords } from '../../words/use-words';

export interface ProjectViewsProps {
  id: string;
  current: 'list' | 'board';
  /** On a phone pictures stand for the words: the name beside them needs the room. */
  brief?: boolean | undefined;
}

export function ProjectViews({ id, current, brief = false }: ProjectViewsProps) {
  const t = useWords(boardWords);
  const [boards, setBoards] = usePreference('boardProjects');
  const remember = useCallback(
    (asBoard: boolean) => {
      const others = boards.filter((one) => one !== id);
      setBoards(asBoard ? [...others, id] : others);
    },
    [boards, setBoards, id],
  );
  return (
    <SegmentedLinks
      label={t.view}
      links={[
        {
          href: `/p/${id}`,
          label: brief ? <Brief icon={<ChecklistIcon size="m" />} words={t.list} /> : t.list,
          current: current === 'list',
          onClick: () => remember(false),
        },
        {
          href: `/p/${id}/board`,
          label: brief ? <Brief icon={<BoardIcon size="m" />} words={t.board} /> : t.board,
          current: current === 'board',
          onClick: () => remember(true),
        },
      ]}
    />
  );
}

function Brief({ icon, words }: { icon: ReactNode; words: string }) {
  return (
    <>
      <span className="md:hidden">{icon}</span>
      <span className="sr-only md:not-sr-only">{words}</span>
    </>
  );
}

/** Whether the project was last shown as a board; null until that is read. */
export function useRemembersBoard(id: string): boolean | null {
  const { workspaceId } = useActionContext();
  const live = useLive(livePreference('boardProjects'), [workspaceId]);
  if (live.state === 'loading') return null;
  return live.state === 'ready' && live.value.includes(id);
}
