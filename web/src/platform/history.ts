/** One step back in the browser's history, as its own button does. */
export function goBack(): void {
  history.back();
}
