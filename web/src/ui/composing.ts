/**
 * A press that belongs to whoever composes a character (Japanese, Chinese, Korean …): it chooses or gives up what is
 * being composed, and means nothing to the page. Safari ends the composition before it tells of the press that ended
 * it, and says 229 in place of a key's number.
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;
