/** A question that merging left: both versions, and a choice. What is not chosen stays in the history. */
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { CopyIcon } from '../../ui/icons';
import type { Question } from './centre-query';
import { sidesOf } from './question-sides';

export interface QuestionLineProps {
  question: Question;
  /** People by account id, projects, labels: for values that are ids. */
  nameOf: (id: string) => string | null;
  time: string;
  onKeep: () => void;
  onTakeMine: () => void;
  onCopy: () => void;
}

export function QuestionLine({ question, nameOf, time, onKeep, onTakeMine, onCopy }: QuestionLineProps) {
  const { conflict, subject, other } = question;
  const deleted = conflict.field === 'deletedAt';
  const sides = sidesOf(question, nameOf);
  const name = <b>{subject ?? 'something that is not on this device'}</b>;
  return (
    <ChangeLine
      needsYou
      meta={
        deleted
          ? 'Your change is kept here. Bringing it back puts your words into it.'
          : `${sides.fields} · ${time}. Until you choose, everyone has what stands now; the other stays in the history.`
      }
      actions={
        <>
          <Button kind="main" onClick={onTakeMine} restsBecause={!question.row && 'It is not on this device'}>
            {deleted ? 'Bring it back' : 'Take mine'}
          </Button>
          <Button onClick={onKeep}>{deleted ? 'Leave it deleted' : 'Keep what stands'}</Button>
          <Button kind="quiet" icon={<CopyIcon />} onClick={onCopy}>
            Copy mine
          </Button>
        </>
      }
    >
      {deleted ? (
        <>
          {other} deleted {name}
        </>
      ) : (
        <>
          You and {other === 'Somebody else' ? 'somebody else' : other} both changed {name}
        </>
      )}
      <span className="mt-2 grid gap-2 md:grid-cols-2">
        <Side title="Yours" text={sides.mine} />
        <Side title={deleted ? 'Now' : 'Stands now'} text={deleted ? 'Deleted' : sides.standing} />
      </span>
    </ChangeLine>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <span className="block rounded-control border border-line bg-paper-sunk px-3 py-2">
      <span className="meta block font-medium">{title}</span>
      <span className="block whitespace-pre-wrap text-small">{text}</span>
    </span>
  );
}
