/**
 * The screen of an address, around it the shell, over it quick add and the open task. Pages beyond Today come in
 * chunks of their own; while one is fetched for the first time the frame stands and says nothing for three seconds.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SyncVoice } from '../features/sync/sync-status';
import { useDirectory } from '../features/tasks/directory';
import { useComplete } from '../features/tasks/use-complete';
import { createKeyInbox, findKey, usePageKeys } from '../ui/page-keys';
import { usePageTitle } from '../ui/page-title';
import { Panel } from '../ui/panel';
import { focusListSoon, useFocusOnScreen, watchRowFocus } from '../ui/row-focus';
import { useWords } from '../words/use-words';
import { AddingHere } from './adding-here';
import type { PageActs } from './commands/use-command-world';
import { Later } from './later';
import { Commands, DecidedElsewhere, OpenTask, ReminderWatch } from './lazy-screens';
import { PageOf } from './page-of';
import { isBare, projectOf, screenToPath } from './router/routes';
import { titleOf } from './router/titles';
import { usePlace } from './router/use-place';
import { useOpensQuickAdd } from './router/use-quick-add-place';
import { Shell } from './shell/shell';
import { appWords } from './words';

export function Screens() {
  const t = useWords(appWords);
  const place = usePlace();
  const { screen, taskId, go, closeTask } = place;
  const { projects, projectById, mayWrite } = useDirectory();
  const firstProjectId = projects[0]?.id;
  const onComplete = useComplete();
  const openedHere = useRef(false);
  const { show: newTask, showIn: newTaskIn } = useOpensQuickAdd(openedHere);
  const [lastProjectId, setLastProjectId] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const projectId = projectOf(screen);
  if (projectId !== null && projectId !== lastProjectId) setLastProjectId(projectId);

  const boardId = lastProjectId ?? firstProjectId ?? null;
  const boardPath = boardId === null ? '/projects' : screenToPath({ name: 'board', id: boardId });
  usePageTitle(titleOf(screen, projectById));
  useEffect(watchRowFocus, []);
  useFocusOnScreen(screenToPath(screen));

  const close = useCallback(() => {
    setEditing(null);
    closeTask();
    if (taskId !== null) focusListSoon(taskId);
  }, [closeTask, taskId]);

  const [inbox] = useState(createKeyInbox);
  usePageKeys(inbox.press);
  const page = useMemo(
    (): PageActs => ({
      go,
      boardPath,
      close() {
        if (taskId !== null) close();
        return taskId !== null;
      },
      newTask,
      editTitle(id) {
        setEditing(id);
        go(`/t/${id}`, { replace: taskId !== null });
      },
    }),
    [go, boardPath, close, taskId, newTask],
  );
  const onRetry = useCallback(() => setAttempt((was) => was + 1), []);
  const onFind = useCallback(() => void inbox.press(findKey), [inbox]);

  const onDrafted = useCallback(() => go('/inbox?new=1', { replace: true }), [go]);

  const pageShown = (
    <PageOf
      screen={screen}
      openTaskId={taskId}
      onComplete={onComplete}
      onNewTask={newTask}
      onNewTaskIn={newTaskIn}
      go={go}
      onDrafted={onDrafted}
      page={page}
    />
  );
  if (isBare(screen) && taskId === null) return pageShown;

  return (
    <>
      <Shell
        screen={screen}
        boardPath={boardPath}
        onNewTask={newTask}
        onFind={onFind}
        mayWrite={mayWrite}
        panelOpen={taskId !== null}
        panel={
          <Panel open={taskId !== null} about={taskId} onClose={close} label={t.task}>
            {taskId !== null && (
              <OpenTask
                key={`${taskId} ${attempt}`}
                id={taskId}
                editTitle={editing === taskId}
                onComplete={onComplete}
                onClose={close}
                onRetry={onRetry}
              />
            )}
          </Panel>
        }
      >
        {pageShown}
      </Shell>
      <SyncVoice />
      <Later>
        <DecidedElsewhere />
        <ReminderWatch go={go} />
        <Commands inbox={inbox} page={page} openTaskId={taskId} />
      </Later>
      <AddingHere screen={screen} go={go} openedHere={openedHere} />
    </>
  );
}
