/** While nothing more urgent is to be said: that the sample is one, and the tap that removes it. */
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { HoldfastIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { removeSample } from './actions';
import { liveSample } from './live-sample';
import { sampleWords } from './words';

export function SampleBanner() {
  const t = useWords(sampleWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const sample = useLive(liveSample(ctx.workspaceId), [ctx.workspaceId], 'beside');
  const project = sample.state === 'ready' ? sample.value : null;
  if (project === null) return null;
  return (
    <Banner
      mark={<HoldfastIcon className="text-kelp" />}
      lead={t.bannerLead}
      action={
        <Button kind="text" onClick={() => void write([removeSample(ctx, project)], { said: t.removed })}>
          {t.remove}
        </Button>
      }
    >
      {t.bannerWords}
    </Banner>
  );
}
