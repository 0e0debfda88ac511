/** An invitation link: role and limits, the link once it is made, and a copy. It is shown once: nobody keeps it. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { copyText } from '../../platform/clipboard';
import { Button } from '../../ui/button';
import { CopyIcon, GearIcon, LinkIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { useToasts } from '../../ui/toast';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { useSync } from '../sync/sync-context';
import { dateWords } from '../sync/when-words';
import { createInvite, type InviteCreated } from './commands';
import { roleName, rolesToInvite } from './role-words';

const PLACES = [1, 5, 10, 25] as const;

export interface InviteSectionProps {
  workspaceId: string;
  myRole: string;
  /** The id of a link that was turned off since. */
  turnedOff: string | null;
  onMade: () => void;
}

export function InviteSection({ workspaceId, myRole, turnedOff, onMade }: InviteSectionProps) {
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
    void copyText(link).then((copied) => show({ text: copied ? 'Link copied' : link }));
  const change = (set: () => void) => () => {
    set();
    setInvite(null);
  };
  const uses = maxUses === 1 ? 'for 1 person' : `for ${maxUses} people`;

  return (
    <section aria-label="Invite by link" className="pt-5 md:pt-0">
      <h2 className="h3">Invite by link</h2>
      <p className="meta mt-1 max-w-[32rem]">
        {invite ? (
          <>
            Anyone with this link joins as <b className="text-ink-2">{roleName(role)}</b>. It works {uses},
            until {dateWords(invite.expiresAt, now())}. Copy it now: it is not shown again.
          </>
        ) : (
          <>
            You get a link to pass on. Whoever opens it joins as{' '}
            <b className="text-ink-2">{roleName(role)}</b>. It works {uses}, for 7 days.
          </>
        )}
      </p>
      {invite ? (
        <div className="mt-3 flex max-w-[30rem] gap-2">
          <input
            className="input min-w-0 flex-1 text-ellipsis bg-paper-sunk"
            readOnly
            value={invite.url}
            aria-label="Invite link"
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button kind="main" icon={<CopyIcon />} onClick={() => copy(invite.url)}>
            Copy
          </Button>
        </div>
      ) : (
        <div className="mt-3">
          <Button
            kind="main"
            icon={<LinkIcon />}
            sending={sending && 'Sending…'}
            restsBecause={offline && 'Needs a connection'}
            onClick={() => void make()}
          >
            Make a link
          </Button>
        </div>
      )}
      <div aria-live="polite">{fault && <p className="help help-bad mt-2">{fault}</p>}</div>
      <div className="-ms-3 mt-1 flex flex-wrap items-center">
        <MenuButton
          label="Role and limits"
          entries={() => [
            { kind: 'group', label: 'Joins as' },
            ...roles.map((one) => ({
              label: roleName(one),
              chosen: one === role,
              onSelect: change(() => setRole(one)),
            })),
            { kind: 'group', label: 'Works for' },
            ...PLACES.map((places) => ({
              label: places === 1 ? '1 person' : `${places} people`,
              chosen: places === maxUses,
              onSelect: change(() => setMaxUses(places)),
            })),
          ]}
          trigger={(props) => (
            <Button {...props} kind="quiet" icon={<GearIcon />}>
              Role and limits
            </Button>
          )}
        />
        {invite && (
          <Button kind="quiet" onClick={() => setInvite(null)}>
            Another link
          </Button>
        )}
      </div>
    </section>
  );
}
