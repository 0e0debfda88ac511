/** Yours, theirs and the result, field by field. */
import { type ReactNode, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { Page } from '../../ui/app-frame';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { CopyIcon, UsersIcon } from '../../ui/icons';
import { Link } from '../../ui/link';
import { Say } from '../../ui/say';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { type Choices, changesOf, choiceOf, undecided } from './choices';
import { FieldChoice } from './field-choice';
import { reviewMessages } from './review-messages';
import type { OpenReview } from './review-query';
import type { Side } from './review-sides';
import { keepBoth, saveResult } from './settle';
import { mergesWords } from './words';

export interface ReviewViewProps {
  review: OpenReview;
  header: ReactNode;
  onDecided: () => void;
  onLater: () => void;
}

export function FieldsReview({ review, header, onDecided, onLater }: ReviewViewProps) {
  const t = useWords(mergesWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const [choices, setChoices] = useState<Choices>({});
  const [fault, setFault] = useState<string | null>(null);
  const [yours, other] = review.fields.find((field) => field.sides.length > 1)?.sides ?? [];
  const open = undecided(review, choices);

  async function decide(deed: ReturnType<typeof saveResult>, said: string): Promise<void> {
    const words = await write([deed], {
      inField: true,
      said: <Say said={{ words: said, blanks: { subject: review.subject } }} />,
    });
    setFault(words);
    if (words === null) onDecided();
  }

  const foot = review.mayWrite ? (
    <>
      <Button kind="quiet" className="page-foot-later" onClick={onLater}>
        {t.decideLater}
      </Button>
      <span className="page-foot-gap" />
      {fault !== null && (
        <p role="alert" className="help help-bad self-center">
          {fault}
        </p>
      )}
      {review.canKeepBoth && (
        <Button icon={<CopyIcon />} onClick={() => void decide(keepBoth(ctx, review), t.keptBothOf)}>
          {t.keepBoth}
        </Button>
      )}
      <Button
        kind="main"
        restsBecause={open !== null && t.choose({ field: open.name })}
        onClick={() => void decide(saveResult(ctx, review, changesOf(review, choices)), t.decidedAbout)}
      >
        {t.saveResult}
      </Button>
    </>
  ) : (
    <p className="meta">{t.mayOnlySee}</p>
  );

  return (
    <Page width="wide" header={header} foot={foot} bare>
      <div className="review">
        <h1>{review.title}</h1>
        <p className="review-lead">
          <TaskLink review={review} />
          {review.lead}
        </p>
        {yours && other && (
          <>
            <div className="review-head" aria-hidden="true">
              <span />
              <HeadSide side={yours} />
              <HeadSide side={other} />
              <span>
                <UsersIcon />
                <b>{t.result}</b>
                <span className="meta">{t.whatEveryoneGets}</span>
              </span>
            </div>
            <p className="review-who">
              <WhoSide side={yours} />
              <WhoSide side={other} />
            </p>
          </>
        )}
        {review.fields.map((field) => (
          <FieldChoice
            key={field.field}
            field={field}
            choice={choiceOf(choices, field)}
            disabled={!review.mayWrite}
            onChoice={(choice) => {
              setFault(null);
              setChoices((was) => ({ ...was, [field.field]: choice }));
            }}
          />
        ))}
        <JoinedToo sentences={review.joinedToo} />
      </div>
    </Page>
  );
}

/** The name of what it is about, where it can be opened. */
function TaskLink({ review }: { review: OpenReview }) {
  const { conflicts, subject, rowId, row } = review;
  const isTask = conflicts[0]?.entity === 'task' && row !== null;
  return (
    <>
      <b className="font-semibold text-ink">
        {isTask ? (
          <Link className="link" href={`/t/${rowId}`}>
            {subject}
          </Link>
        ) : (
          subject
        )}
      </b>
      <br />
    </>
  );
}

export function JoinedToo({ sentences }: { sentences: readonly string[] }) {
  const t = useWords(mergesWords);
  if (sentences.length === 0) return null;
  return (
    <div className="review-auto">
      <SyncRing shape="everyone" />
      <div>
        {t.joined}
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function HeadSide({ side }: { side: Side }) {
  return (
    <span>
      {side.maker && <Avatar {...side.maker} decorative />}
      <b>{side.title}</b>
      <span className="meta">{side.note}</span>
    </span>
  );
}

function WhoSide({ side }: { side: Side }) {
  return (
    <span>
      {side.maker && <Avatar {...side.maker} decorative />}
      {reviewMessages.get().titleAndNote({ title: side.title, note: side.note })}
    </span>
  );
}
