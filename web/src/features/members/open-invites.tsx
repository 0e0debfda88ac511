/** The links that were made and still work: as whom, how often, until when; each can be turned off. */
import { useCallback, useEffect, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { Button } from '../../ui/button';
import { AlertIcon, LinkIcon } from '../../ui/icons';
import { Line } from '../../ui/line';
import { SectionHeader } from '../../ui/section-header';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { useSync } from '../sync/sync-context';
import { dateWords } from '../sync/when-words';
import { fetchInvites, type OpenInvite, turnOffInvite } from './commands';
import { roleName, rolesToInvite } from './role-words';
import { membersWords } from './words';

export interface OpenInvitesProps {
  workspaceId: string;
  myRole: string;
  /** Grows with each link that is made here. */
  made: number;
  onTurnedOff: (id: string) => void;
}

/** Only the server knows them: offline, nothing is listed and the page says why. */
export function OpenInvites({ workspaceId, myRole, made, onTurnedOff }: OpenInvitesProps) {
  const t = useWords(membersWords);
  const { send } = useSession();
  const { offline } = useSync();
  const { now } = useActionContext();
  const { show } = useToasts();
  const [invites, setInvites] = useState<readonly OpenInvite[]>([]);
  const [turningOff, setTurningOff] = useState<string | null>(null);
  const mayInvite = rolesToInvite(myRole).length > 0;

  const look = useCallback(async () => {
    const answer = await fetchInvites(send, workspaceId);
    return answer.kind === 'ok' ? answer.value.invites : null;
  }, [send, workspaceId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link that was made is to be listed
  useEffect(() => {
    if (!mayInvite || offline) return;
    let current = true;
    void look().then((found) => current && found && setInvites(found));
    return () => {
      current = false;
    };
  }, [look, mayInvite, offline, made]);

  async function turnOff(invite: OpenInvite): Promise<void> {
    setTurningOff(invite.id);
    const trouble = troubleOf(await turnOffInvite(send, workspaceId, invite.id));
    setTurningOff(null);
    if (trouble) show({ icon: <AlertIcon className="text-ochre" />, text: trouble.words });
    else {
      setInvites((was) => was.filter(({ id }) => id !== invite.id));
      onTurnedOff(invite.id);
      show({ text: t.turnedOff });
    }
  }

  if (invites.length === 0) return null;
  return (
    <>
      <SectionHeader title={t.openLinks} count={invites.length} />
      <ul className="rows">
        {invites.map((invite) => (
          <Line
            key={invite.id}
            mark={<LinkIcon />}
            title={t.joinsAsRole({ role: roleName(invite.role) })}
            detail={t.linkFacts({
              uses: usesWords(invite),
              until: dateWords(invite.expiresAt, now()),
              who: invite.inviterName,
            })}
            end={
              <Button
                kind="danger"
                className="-me-3"
                aria-label={t.turnOffLink({ role: roleName(invite.role), uses: usesWords(invite) })}
                sending={turningOff === invite.id && t.sending}
                restsBecause={offline && t.needsAConnection}
                onClick={() => void turnOff(invite)}
              >
                {t.turnOff}
              </Button>
            }
          />
        ))}
      </ul>
    </>
  );
}

const usesWords = ({ uses, maxUses }: OpenInvite): string =>
  maxUses === 1 ? membersWords.get().for1Person : membersWords.get().ofPlacesUsed({ uses, maxUses });
