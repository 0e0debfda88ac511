/** The name of the page in tabs and histories. */
import { useEffect } from 'react';

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Holdfast' : `${title} · Holdfast`;
  }, [title]);
}
