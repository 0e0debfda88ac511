/** First run: one field, and the task is there. An account can come later. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useActionContext } from '../../db/use-action-context';
import { whenIdle } from '../../platform/idle';
import { AppFrame, Page } from '../../ui/app-frame';
import { ButtonLink } from '../../ui/button';
import { SendButton } from '../../ui/icon-button';
import { AlertIcon, HoldfastIcon, UpIcon } from '../../ui/icons';
import { Link } from '../../ui/link';
import { useOneAtATime } from '../../ui/one-at-a-time';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { InstallOffer } from '../install/install-offer';
import { useQuickAddWorld } from '../quick-add/use-quick-add-world';
import { welcomeWords } from './words';

/** What reads the line comes while it is written. */
const loadAdding = () => import('./first-task');

/** What can be typed, with the words that are understood. */
const EXAMPLES: readonly (readonly [plain: 'waterPlants' | 'callDentist' | 'handInForm', ...string[]])[] = [
  ['waterPlants', 'every sunday'],
  ['callDentist', 'tomorrow 10am', '!high'],
  ['handInForm', '15 april', '#school'],
];

export function FirstRun() {
  const t = useWords(welcomeWords);
  const ctx = useActionContext();
  const world = useQuickAddWorld();
  const { standing } = useSession();
  const [, go] = useLocation();
  const [line, setLine] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => whenIdle(() => void loadAdding().catch(() => undefined)), []);
  const add = useOneAtATime(async () => {
    const { addFirstTask } = await loadAdding();
    const wrong = await addFirstTask(ctx, line, world);
    if (wrong !== null) return setFault(wrong);
    go('/today');
  });

  return (
    <AppFrame>
      <Page bare width="full">
        <div className="mx-auto flex max-w-[25rem] flex-col pt-[7vh] md:pt-[12vh]">
          <HoldfastIcon className="brand-big" />
          <h1 className="first-title">{t.title}</h1>
          <p className="mt-2 text-balance text-lead text-ink-2">{t.lead}</p>
          <form
            className="first-task mt-6"
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <span className="first-task-ring" aria-hidden="true" />
            <input
              className="first-task-field"
              aria-label={t.firstTask}
              placeholder={t.whatNeedsDoing}
              autoComplete="off"
              value={line}
              aria-describedby={fault ? 'first-task-fault' : undefined}
              onChange={(event) => {
                setLine(event.currentTarget.value);
                setFault(null);
              }}
            />
            <SendButton label={t.addTask} icon={<UpIcon />} type="submit" />
          </form>
          <div aria-live="polite" id="first-task-fault">
            {fault && (
              <p className="help help-bad mt-2">
                <AlertIcon size="s" />
                {fault}
              </p>
            )}
          </div>
          <ul className="mt-2" aria-label={t.examples}>
            {EXAMPLES.map(([plain, ...understood]) => (
              <li key={plain}>
                <button
                  type="button"
                  className="first-task-example"
                  onClick={() => setLine([t[plain], ...understood].join(' '))}
                >
                  {t[plain]}
                  {understood.map((word) => (
                    <span key={word}>
                      {' '}
                      <span className="first-task-understood">{word}</span>
                    </span>
                  ))}
                </button>
              </li>
            ))}
          </ul>
          <InstallOffer />
          <p className="mt-6 text-pretty text-small leading-relaxed text-ink-2">
            {standing === 'none' ? (
              <>
                {t.elsewhere}{' '}
                <Link className="link" href="/sign-up">
                  {t.createAccount}
                </Link>
                {' · '}
                <Link className="link" href="/sign-in">
                  {t.signIn}
                </Link>
              </>
            ) : (
              t.signedIn
            )}
          </p>
          <div className="-ms-3 mt-2">
            <ButtonLink kind="quiet" href="/today">
              {t.goToToday}
            </ButtonLink>
          </div>
        </div>
      </Page>
    </AppFrame>
  );
}
