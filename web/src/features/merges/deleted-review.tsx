/** An edit that met a deletion (MG9): it is kept whole, and can bring the row back with it. */

import { useActionContext } from '../../db/use-action-context';
import type { WriteResult } from '../../db/write-result';
import { copyText } from '../../platform/clipboard';
import { Page } from '../../ui/app-frame';
import { Button } from '../../ui/button';
import { CopyIcon } from '../../ui/icons';
import { Say } from '../../ui/say';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { changesOf } from './choices';
import { JoinedToo, type ReviewViewProps } from './fields-review';
import { reviewMessages } from './review-messages';
import { bringBack, keepWhatStands } from './settle';
import { mergesWords } from './words';

export function DeletedReview({ review, header, onDecided, onLater }: ReviewViewProps) {
  const t = useWords(mergesWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const { show } = useToasts();
  const mine = review.forMe ? 'my' : 'the';

  async function decide(deed: Promise<WriteResult>, said: string): Promise<void> {
    const words = await write([deed], {
      said: <Say said={{ words: said, blanks: { subject: review.subject } }} />,
    });
    if (words === null) onDecided();
  }
  const copy = () => {
    const text = review.fields.map((field) => field.sides[0]?.words ?? '').join('\n\n');
    void copyText(text).then((copied) => show({ text: copied ? t.copied : text }));
  };

  const foot = review.mayWrite ? (
    <>
      <Button kind="quiet" className="page-foot-later" onClick={onLater}>
        {t.decideLater}
      </Button>
      <span className="page-foot-gap" />
      <Button kind="quiet" icon={<CopyIcon />} onClick={copy}>
        {t.copy}
      </Button>
      <Button onClick={() => void decide(keepWhatStands(ctx, review), t.leftDeleted)}>
        {t.leaveItDeleted}
      </Button>
      <Button
        kind="main"
        onClick={() => void decide(bringBack(ctx, review, changesOf(review, {})), t.broughtBack)}
      >
        {t.bringBackWith({ mine })}
      </Button>
    </>
  ) : (
    <Button icon={<CopyIcon />} onClick={copy}>
      {t.copy}
    </Button>
  );

  return (
    <Page width="wide" header={header} foot={foot} bare>
      <div className="review">
        <h1>{review.title}</h1>
        <p className="review-lead">
          <b className="font-semibold text-ink">{review.subject}</b>
          <br />
          {review.lead}
        </p>
        <dl className="review-kept">
          {review.fields.map((field) => (
            <div key={field.field}>
              <dt>{field.label}</dt>
              {field.sides.map((side) => (
                <dd key={side.key}>
                  <span className="meta block">
                    {reviewMessages.get().titleAndNote({ title: side.title, note: side.note })}
                  </span>
                  <span className="whitespace-pre-wrap">{side.words === '' ? t.nothing : side.words}</span>
                </dd>
              ))}
              {field.was !== null && (
                <dd>
                  <span className="meta block">{t.before}</span>
                  <span className="whitespace-pre-wrap text-ink-3">{field.was}</span>
                </dd>
              )}
            </div>
          ))}
        </dl>
        <JoinedToo sentences={review.joinedToo} />
      </div>
    </Page>
  );
}
