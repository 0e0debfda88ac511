/** An open question in the sync centre: what it is about, and the way to decide it. */
import { useActionContext } from '../../db/use-action-context';
import { Button, ButtonLink } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { CopyIcon } from '../../ui/icons';
import { Say } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { changesOf } from './choices';
import { reviewMessages } from './review-messages';
import type { OpenReview } from './review-query';
import { reviewMeta, reviewSentence } from './review-words';
import { bringBack, keepWhatStands } from './settle';
import { mergesWords } from './words';

export interface ReviewLineProps {
  review: OpenReview;
  onCopy: (text: string) => void;
}

export function ReviewLine({ review, onCopy }: ReviewLineProps) {
  const t = useWords(mergesWords);
  return (
    <ChangeLine
      needsYou
      meta={reviewMeta(review)}
      quote={review.deleted ? ownText(review) || undefined : undefined}
      actions={
        review.deleted ? (
          <AfterDeletion review={review} onCopy={onCopy} />
        ) : (
          <ButtonLink kind="main" href={`/review/${review.rowId}`}>
            {t.review}
          </ButtonLink>
        )
      }
    >
      <Say said={reviewSentence(review)} />
    </ChangeLine>
  );
}

function AfterDeletion({ review, onCopy }: ReviewLineProps) {
  const t = useWords(mergesWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const said = (words: string) => <Say said={{ words, blanks: { subject: review.subject } }} />;
  return (
    <>
      {review.mayWrite && (
        <Button
          onClick={() =>
            void write([bringBack(ctx, review, changesOf(review, {}))], { said: said(t.broughtBack) })
          }
        >
          {t.bringBackWithMine}
        </Button>
      )}
      <Button icon={<CopyIcon />} onClick={() => onCopy(ownText(review))}>
        {t.copy}
      </Button>
      <ButtonLink href={`/review/${review.rowId}`}>{t.review}</ButtonLink>
      {review.mayWrite && (
        <Button
          kind="quiet"
          onClick={() => void write([keepWhatStands(ctx, review)], { said: said(t.leftDeleted) })}
        >
          {t.leaveItDeleted}
        </Button>
      )}
    </>
  );
}

/** What the person wrote, as text. */
const ownText = (review: OpenReview): string =>
  review.fields
    .map((field) => {
      const words = field.sides[0]?.words ?? '';
      return field.kind === 'text'
        ? words
        : reviewMessages.get().fieldIs({ field: field.label, value: words });
    })
    .filter((words) => words !== '')
    .join('\n\n');
