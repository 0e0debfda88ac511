/** An invitation: who invites whereto, then one press. Without an account, sign up or sign in first and it goes on. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CallResult } from '../../platform/call';
import {
  forgetInviteToken,
  joinAnswered,
  readInviteToken,
  wantsToJoin,
  wantToJoin,
} from '../../platform/invite-link';
import { AppFrame, Page } from '../../ui/app-frame';
import { Button, ButtonLink } from '../../ui/button';
import { AlertIcon, HoldfastIcon } from '../../ui/icons';
import { BackBar } from '../../ui/page-header';
import { Sentence } from '../../ui/sentence';
import { useWords } from '../../words/use-words';
import { AuthForm } from '../account/auth-form';
import type { AuthMode } from '../account/auth-input';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { roleName } from '../members/role-words';
import { acceptInvite, type InvitePreview, previewInvite } from './commands';
import { joinWords } from './words';

export function JoinPage() {
  const t = useWords(joinWords);
  const { send, standing, account, refresh, openWorkspace } = useSession();
  const [, go] = useLocation();
  const [token] = useState(readInviteToken);
  const [preview, setPreview] = useState<CallResult<InvitePreview> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [mode, setMode] = useState<AuthMode>('sign-up');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const join = useCallback(async () => {
    if (token === null) return;
    setFault(null);
    setSending(true);
    const answer = await acceptInvite(send, token);
    if (answer.kind !== 'ok') {
      joinAnswered();
      setSending(false);
      setFault(troubleOf(answer)?.words ?? null);
      return;
    }
    forgetInviteToken();
    await refresh();
    await openWorkspace(answer.value.workspaceId);
    go('/today', { replace: true });
  }, [token, send, refresh, openWorkspace, go]);

  // Signed up or in on the way: this page stands anew on the new account, and what was begun goes on.
  const begun = useRef(false);
  useEffect(() => {
    if (standing !== 'in' || begun.current || !wantsToJoin()) return;
    begun.current = true;
    void join();
  }, [standing, join]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    if (token === null || (standing === 'in' && begun.current && fault === null)) return;
    let current = true;
    void previewInvite(send, token).then((answer) => current && setPreview(answer));
    return () => {
      current = false;
    };
  }, [send, token, attempt, fault]);

  const trouble = preview ? troubleOf(preview) : null;
  return (
    <AppFrame>
      <Page bare width="full" header={<BackBar quiet title={t.backToToday} href="/today" />}>
        <div className="narrow">
          <HoldfastIcon className="brand-big" />
          {token === null && <Broken words={t.noInvitation} />}
          {token !== null && preview === null && (
            <h1 className="narrow-title">{sending ? t.joining : t.anInvitation}</h1>
          )}
          {trouble && (
            <Broken words={trouble.words}>
              {preview?.kind === 'unreachable' && (
                <Button kind="main" onClick={() => setAttempt((was) => was + 1)}>
                  {t.tryAgain}
                </Button>
              )}
            </Broken>
          )}
          {preview?.kind === 'ok' && (
            <>
              <h1 className="narrow-title">{t.joinNamed({ name: preview.value.workspaceName })}</h1>
              <p className="mt-1.5 text-pretty text-ink-2">
                <Sentence
                  words={t.invitesYou}
                  who={preview.value.inviterName}
                  role={<b>{roleName(preview.value.role)}</b>}
                />
                {standing === 'in' && account && ` ${t.youJoinAs({ email: account.email })}`}
              </p>
              {standing === 'in' ? (
                <div className="mt-6 grid gap-3">
                  <Button
                    kind="main"
                    size="lg"
                    wide
                    sending={sending && t.sending}
                    onClick={() => void join()}
                  >
                    {t.join}
                  </Button>
                  <ButtonLink kind="quiet" size="lg" wide href="/today">
                    {t.notNow}
                  </ButtonLink>
                  <div aria-live="polite">
                    {fault && (
                      <p className="help help-bad">
                        <AlertIcon size="s" />
                        {fault}
                      </p>
                    )}
                  </div>
                </div>
              ) : (
                <AuthForm
                  key={mode}
                  mode={mode}
                  email={standing === 'out' ? account?.email : undefined}
                  onSending={wantToJoin}
                  onEntered={() => undefined}
                >
                  <p className="mt-6 text-small text-ink-2">
                    {mode === 'sign-up' ? t.haveAnAccount : t.newHere}{' '}
                    <button
                      type="button"
                      className="link"
                      onClick={() => setMode(mode === 'sign-up' ? 'sign-in' : 'sign-up')}
                    >
                      {mode === 'sign-up' ? t.signIn : t.createAnAccount}
                    </button>
                  </p>
                </AuthForm>
              )}
            </>
          )}
        </div>
      </Page>
    </AppFrame>
  );
}

function Broken({ words, children }: { words: string; children?: React.ReactNode }) {
  const t = useWords(joinWords);
  return (
    <>
      <h1 className="narrow-title">{t.anInvitation}</h1>
      <p className="mt-1.5 text-pretty text-ink-2" role="status">
        {words}
      </p>
      <div className="mt-6 grid gap-3">
        {children}
        <ButtonLink kind={children ? 'quiet' : 'main'} size="lg" wide href="/today">
          {t.goToToday}
        </ButtonLink>
      </div>
    </>
  );
}
