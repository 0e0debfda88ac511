/** More on a phone, where no sidebar names the workspace: the ones of this person, and a new one. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { CheckIcon, PlusIcon, UserIcon, UsersIcon } from '../../ui/icons';
import { LineButton } from '../../ui/line';
import { SectionHeader } from '../../ui/section-header';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { NewWorkspaceDialog } from './later-new-workspace';
import { workspacesWords } from './words';

export function WorkspaceLines() {
  const t = useWords(workspacesWords);
  const session = useSession();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  if (session.standing === 'none') return null;
  return (
    <section className="md:hidden" aria-label={t.workspaces}>
      <SectionHeader title={t.workspaces} />
      <ul className="rows">
        {session.workspaces.map((one) => {
          const here = one.id === session.workspaceId;
          return (
            <LineButton
              key={one.id}
              mark={one.personal ? <UserIcon /> : <UsersIcon />}
              title={one.name}
              detail={here ? t.onScreen : undefined}
              end={here && <CheckIcon size="s" className="text-kelp" />}
              onPress={() => {
                void session.openWorkspace(one.id);
                go('/today');
              }}
            />
          );
        })}
        <LineButton mark={<PlusIcon />} title={t.newWorkspace} opens onPress={() => setMaking(true)} />
      </ul>
      {making && <NewWorkspaceDialog open onClose={() => setMaking(false)} />}
    </section>
  );
}
