/** What another app shared: kept until a page takes it, since the page may open later, offline, or not at all. */
import { openBrowserMarks } from '../platform/browser-marks';
import { keepShared } from '../platform/shared-text';

export async function keptShared(form: FormData): Promise<void> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, 20_000) : '';
  };
  await keepShared(openBrowserMarks(), { title: text('title'), text: text('text'), url: text('url') });
}
