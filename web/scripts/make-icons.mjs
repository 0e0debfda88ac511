// Draws the app icons from one mark. Run after changing it: node scripts/make-icons.mjs
// The colours are the tokens --kelp (day), --on-kelp and --paper, as hex, because SVG renderers lack oklch.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = join(import.meta.dirname, '../public/icons');
const kelp = '#2f613a';
const onKelp = '#fafdf8';

/** The kelp holdfast on a 24 grid; its optical centre is (12, 12). */
const mark = [
  'M12 2.5v10',
  'M12 12.5c0 3.6.2 5.6 0 9',
  'M12 11c-.3 4.6-1.6 7.6-4.6 10',
  'M12 11c.3 4.6 1.6 7.6 4.6 10',
  'M12 9c-.8 4.4-3.6 7.3-8.5 8.6',
  'M12 9c.8 4.4 3.6 7.3 8.5 8.6',
];

/** Line icons for the shortcuts, the same paths as in src/ui/icons.tsx. */
const shortcuts = {
  'new-task': ['M12 5v14M5 12h14'],
  today: [
    'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0z',
    'M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.64 5.64l1.06 1.06M17.3 17.3l1.06 1.06M5.64 18.36l1.06-1.06M17.3 6.7l1.06-1.06',
  ],
  inbox: [
    'M4 13.5 6.3 6.1A1.5 1.5 0 0 1 7.7 5h8.6a1.5 1.5 0 0 1 1.4 1.1L20 13.5V17.5A1.5 1.5 0 0 1 18.5 19h-13A1.5 1.5 0 0 1 4 17.5z',
    'M4 13.5h4.5a3.5 3 0 0 0 7 0H20',
  ],
  search: ['M17.1 10.8a6.3 6.3 0 1 1-12.6 0 6.3 6.3 0 0 1 12.6 0z', 'm15.5 15.5 5 5'],
};

/** share: the part of the canvas that the 24 grid fills. */
function svg({ paths, ground, corner, ink, share, stroke }) {
  const scale = (512 * share) / 24;
  const offset = (512 - 24 * scale) / 2;
  const plate = ground ? `<rect width="512" height="512" rx="${corner}" fill="${ground}"/>` : '';
  const lines = paths.map((d) => `<path d="${d}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${plate}<g transform="translate(${offset} ${offset}) scale(${scale})" fill="none" stroke="${ink}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">${lines}</g></svg>`;
}

const any = svg({ paths: mark, ground: kelp, corner: 116, ink: onKelp, share: 0.72, stroke: 1.75 });
// Launchers may cut everything outside the middle 80 %, so the mark stays well inside.
const full = svg({ paths: mark, ground: kelp, corner: 0, ink: onKelp, share: 0.58, stroke: 1.75 });
const mono = svg({ paths: mark, ground: '', corner: 0, ink: '#000000', share: 0.66, stroke: 2 });
const small = svg({ paths: mark, ground: kelp, corner: 116, ink: onKelp, share: 0.84, stroke: 2.2 });

await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'icon.svg'), `${small}\n`);

const png = (source, size, name) =>
  sharp(Buffer.from(source), { density: 300 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(folder, name));

await png(small, 32, 'icon-32.png');
await png(any, 192, 'icon-192.png');
await png(any, 512, 'icon-512.png');
await png(full, 512, 'icon-maskable-512.png');
await png(mono, 512, 'icon-monochrome-512.png');
await png(full, 180, 'apple-touch-180.png');
for (const [name, paths] of Object.entries(shortcuts)) {
  const drawing = svg({ paths, ground: kelp, corner: 256, ink: onKelp, share: 0.56, stroke: 1.9 });
  await png(drawing, 96, `shortcut-${name}.png`);
}
