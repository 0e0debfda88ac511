/** What the first screen can do without: not even its code is asked for before that screen is painted. */
import { type ReactNode, useEffect, useState } from 'react';
import { afterFirstPaint, isFirstPainted } from '../platform/first-paint';

export function Later({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(isFirstPainted);
  useEffect(() => afterFirstPaint(() => setNow(true)), []);
  return now && children;
}
