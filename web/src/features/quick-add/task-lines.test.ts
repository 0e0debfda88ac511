import { describe, expect, it } from 'vitest';
import { asOneLine, taskLines } from './task-lines';

const texts = (text: string) => taskLines(text).map((line) => line.text);

describe('several lines', () => {
  it('are tasks, without empty ones and list marks', () => {
    const list = '- Rope\r\n\r\n  * [ ] Tar\n3. Oars \n• Nails\n- [x] Paint\n[ ] Brush\n-\n5 screws';
    expect(texts(list)).toEqual(['Rope', 'Tar', 'Oars ', 'Nails', 'Paint', 'Brush', '-', '5 screws']);
    for (const { start, text } of taskLines(list)) expect(list.slice(start, start + text.length)).toBe(text);
    expect(asOneLine('- Rope\n- Tar ')).toBe('Rope Tar');
  });

  it('are not made of one, whatever it begins with or ends on', () => {
    expect(texts('- Rope')).toEqual(['- Rope']);
    expect(texts('Rope\n')).toEqual(['Rope\n']);
    expect(texts('')).toEqual(['']);
  });
});
