/** Where the app's own links begin. */
export const originOf = (): string => location.origin;

/** False where the browser refuses: then the text has to be shown. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
