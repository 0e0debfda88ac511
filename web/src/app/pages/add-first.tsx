/** In an empty list: the first task. Nothing for those who only look. */
import { useDirectory } from '../../features/tasks/directory';
import { Button } from '../../ui/button';
import { PlusIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';

export function AddFirst({ onNewTask }: { onNewTask: () => void }) {
  const t = useWords(appWords);
  const { mayWrite } = useDirectory();
  return (
    mayWrite && (
      <Button icon={<PlusIcon />} onClick={onNewTask}>
        {t.addATask}
      </Button>
    )
  );
}
