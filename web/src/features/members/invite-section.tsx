/** An invitation link: role and limits, the link once it is made, and a copy. It is shown once: nobody keeps it. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { copyText } from '../../platform/clipboard';
import { Button } from '../../ui/button';
import { CopyIcon, GearIcon, LinkIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { Sentence } from '../../ui/sentence';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { useSync } from '../sync/sync-context';
import { dateWords } from '../sync/when-words';
import { createInvite, type InviteCreated } from './commands';
import { roleName, rolesToInvite } from './role-words';
import { membersWords } from './words';

const PLACES = [1, 5, 10, 25] as const;

export interface InviteSectionProps {
  workspaceId: string;
  myRole: string;
  /** The id of a link that was turned off since. */
  turnedOff: string | null;
  onMade: () => void;
}

export function InviteSection({ workspaceId, myRole, turnedOff, onMade }: InviteSectionProps) {
  const t = useWords(membersWords);
  const { send } = useSession();
  const { offline } = useSync();
  const { now } = useActionContext();
  const { show } = useToasts();
  const [role, setRole] = useState<'admin' | 'member' | 'viewer'>('member');
  const [maxUses, setMaxUses] = useState<number>(1);
  const [created, setInvite] = useState<InviteCreated | null>(null);
  const invite = created?.id === turnedOff ? null : created;
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const roles = rolesToInvite(myRole);
  if (roles.length === 0) return null;

  async function make(): Promise<void> {
    setFault(null);
    setSending(true);
    const answer = await createInvite(send, workspaceId, { role, maxUses });
    setSending(false);
    if (answer.kind === 'ok') {
      setInvite(answer.value);
      onMade();
    } else setFault(troubleOf(answer)?.words ?? null);
  }

  const copy = (link: string) =>
    void copyText(link).then((copied) => show({ text: copied ? t.linkCopied : link }));
  const change = (set: () => void) => () => {
    set();
    setInvite(null);
  };
  const uses = t.forPeople(maxUses);
  const roleShown = <b className="text-ink-2">{roleName(role)}</b>;

  return (
    <section aria-label={t.inviteByLink} className="pt-5 md:pt-0">
      <h2 className="h3">{t.inviteByLink}</h2>
      <p className="meta mt-1 max-w-[32rem]">
        {invite ? (
          <Sentence
            words={t.linkMade}
            role={roleShown}
            uses={uses}
            until={dateWords(invite.expiresAt, now())}
          />
        ) : (
          <Sentence words={t.linkToMake} role={roleShown} uses={uses} />
        )}
      </p>
      {invite ? (
        <div className="mt-3 flex max-w-[30rem] gap-2">
          <input
            className="input min-w-0 flex-1 text-ellipsis bg-paper-sunk"
            readOnly
            value={invite.url}
            aria-label={t.inviteLink}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button kind="main" icon={<CopyIcon />} onClick={() => copy(invite.url)}>
            {t.copy}
          </Button>
        </div>
      ) : (
        <div className="mt-3">
          <Button
            kind="main"
            icon={<LinkIcon />}
            sending={sending && t.sending}
            restsBecause={offline && t.needsAConnection}
            onClick={() => void make()}
          >
            {t.makeALink}
          </Button>
        </div>
      )}
      <div aria-live="polite">{fault && <p className="help help-bad mt-2">{fault}</p>}</div>
      <div className="-ms-3 mt-1 flex flex-wrap items-center">
        <MenuButton
          label={t.roleAndLimits}
          entries={() => [
            { kind: 'group', label: t.joinsAs },
            ...roles.map((one) => ({
              label: roleName(one),
              chosen: one === role,
              onSelect: change(() => setRole(one)),
            })),
            { kind: 'group', label: t.worksFor },
            ...PLACES.map((places) => ({
              label: t.peopleCount(places),
              chosen: places === maxUses,
              onSelect: change(() => setMaxUses(places)),
            })),
          ]}
          trigger={(props) => (
            <Button {...props} kind="quiet" icon={<GearIcon />}>
              {t.roleAndLimits}
            </Button>
          )}
        />
        {invite && (
          <Button kind="quiet" onClick={() => setInvite(null)}>
            {t.anotherLink}
          </Button>
        )}
      </div>
    </section>
  );
}
