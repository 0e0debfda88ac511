import { describe, expect, it } from 'vitest';
import { openDraft, refused, saved, typed, unsaved } from './text-draft';

describe('a text under somebody’s hands', () => {
  it('[CL1] saves against what its author saw when it opened', () => {
    const draft = typed(openDraft('Pay', 38), 'Pay rent');
    expect(unsaved(draft)).toEqual({ from: 'Pay', base: 38, to: 'Pay rent' });
  });

  it('[CL1] takes what it sent as the origin of the next edit, and keeps its base', () => {
    let draft = typed(openDraft('Pay', 38), 'Pay rent');
    const edit = unsaved(draft);
    draft = typed(draft, 'Pay rent today');
    if (edit) draft = saved(draft, edit);
    expect(unsaved(draft)).toEqual({ from: 'Pay rent', base: 38, to: 'Pay rent today' });
  });

  it('writes nothing for nothing', () => {
    expect(unsaved(typed(typed(openDraft('Pay', 1), 'Pay!'), 'Pay'))).toBeNull();
  });

  it('starts the next edit from what was stored, not from what was typed', () => {
    const tidy = (text: string) => text.trim();
    let draft = typed(openDraft('', 0), 'Pay ');
    const edit = unsaved(draft, tidy);
    expect(edit?.to).toBe('Pay');
    if (edit) draft = saved(draft, edit);
    expect(unsaved(draft, tidy)).toBeNull();
    expect(unsaved(typed(draft, 'Pay rent'), tidy)).toEqual({ from: 'Pay', base: 0, to: 'Pay rent' });
  });

  it('[CL10] keeps the text that could not be stored, and the reason until the next letter', () => {
    const draft = refused(typed(openDraft('Pay', 1), 'Pay rent'), 'This device is full.');
    expect(draft.text).toBe('Pay rent');
    expect(unsaved(draft)).not.toBeNull();
    expect(typed(draft, 'Pay rents').fault).toBeNull();
  });
});
