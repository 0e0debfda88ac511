/** The person's main pointer is a finger. */
export const hasTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
