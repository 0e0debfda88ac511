/** A light tap that the hand feels, where the device can. */
export const lightTap = (): void => {
  navigator.vibrate?.(10);
};
