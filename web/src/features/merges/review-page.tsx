/** The review of one row: what two people made of it, and what is to become of it. Whole without a connection. */
import { useState } from 'react';
import { Page } from '../../ui/app-frame';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { IconLink } from '../../ui/icon-button';
import { ChevronRightIcon } from '../../ui/icons';
import { BackBar } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { ReadTrouble } from '../tasks/read-trouble';
import { DeletedReview } from './deleted-review';
import { FieldsReview } from './fields-review';
import { useReviews } from './use-reviews';
import { mergesWords } from './words';

export interface ReviewPageProps {
  /** Of the row. */
  id: string;
  go: (path: string, options?: { replace?: boolean }) => void;
}

export function ReviewPage({ id, go }: ReviewPageProps) {
  const t = useWords(mergesWords);
  const [attempt, setAttempt] = useState(0);
  const live = useReviews(attempt);
  const all = live.state === 'ready' ? live.value : [];
  const review = all.find((one) => one.rowId === id);
  const mine = all.filter((one) => one.forMe);
  const at = mine.findIndex((one) => one.rowId === id);
  const next = at < 0 ? undefined : mine[(at + 1) % mine.length];
  const others = mine.filter((one) => one.rowId !== id);

  const header = (
    <BackBar
      title={t.review}
      href="/sync"
      label={t.backToCentre}
      actions={
        at >= 0 &&
        mine.length > 1 &&
        next && (
          <>
            <span className="meta num">{t.atOf({ at: at + 1, all: mine.length })}</span>
            <IconLink
              href={`/review/${next.rowId}`}
              replace
              label={t.nextToReview}
              icon={<ChevronRightIcon />}
            />
          </>
        )
      }
    />
  );
  /** Decided: on to the next one, or back to where they are listed. */
  const onDecided = () =>
    go(others[0] ? `/review/${others[0].rowId}` : '/sync', { replace: others[0] !== undefined });
  const onLater = () => go('/sync');

  if (review) {
    const rest = { review, header, onDecided, onLater };
    return review.deleted ? <DeletedReview {...rest} /> : <FieldsReview {...rest} />;
  }
  return (
    <Page header={header}>
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {live.state === 'ready' && (
        <Empty
          always
          art="today"
          title={t.nothingToDecide}
          fact={t.settledElsewhere}
          action={<ButtonLink href="/sync">{t.syncCentre}</ButtonLink>}
        />
      )}
    </Page>
  );
}
