import { describe, expect, it } from 'vitest';
import { safeLink } from './safe-link';

describe('where a link may lead', () => {
  it.each(['https://example.org/a?b#c', 'http://example.org/', 'mailto:tove@example.org', 'tel:+4712345678'])(
    '%s',
    (url) => expect(safeLink(url)).toBe(url),
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    '//evil.example',
    '/t/1',
    '#x',
    '',
  ])('not %j', (url) => expect(safeLink(url)).toBeNull());
});
