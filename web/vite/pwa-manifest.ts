/**
 * The web app manifest. `id` never changes once shipped: it is the identity of an installed app.
 * Screenshots are whatever lies in public/screenshots as `narrow-*.png` or `wide-*.png`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestOptions } from 'vite-plugin-pwa';

const screenshotLabels: Record<string, string> = {
  today: 'Today: what is due, saved on this device',
  board: 'A project as a board',
  task: 'A task with its details',
  sync: 'What is waiting, and what everyone has',
};

export function pwaManifest(publicFolder: string): Partial<ManifestOptions> {
  return {
    id: '/',
    start_url: '/?source=pwa',
    scope: '/',
    name: 'Holdfast',
    short_name: 'Holdfast',
    description: 'Tasks for one person or a team. Works without a connection.',
    lang: 'en',
    dir: 'ltr',
    categories: ['productivity', 'utilities'],
    display: 'standalone',
    display_override: ['window-controls-overlay', 'standalone'],
    // --paper by day; the page's own theme-color metas follow the theme once it runs.
    theme_color: '#fbfbf9',
    background_color: '#fbfbf9',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/icon-monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
    ],
    screenshots: screenshots(join(publicFolder, 'screenshots')),
    shortcuts: [
      shortcut('New task', '/?new=1', 'new-task'),
      shortcut('Today', '/today', 'today'),
      shortcut('Inbox', '/inbox', 'inbox'),
      shortcut('Search', '/search', 'search'),
    ],
    share_target: {
      action: '/share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url' },
    },
    launch_handler: { client_mode: 'navigate-existing' },
    edge_side_panel: { preferred_width: 400 },
  };
}

function shortcut(name: string, url: string, icon: string) {
  return { name, url, icons: [{ src: `/icons/shortcut-${icon}.png`, sizes: '96x96', type: 'image/png' }] };
}

function screenshots(folder: string): NonNullable<ManifestOptions['screenshots']> {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^(narrow|wide)-[a-z]+\.png$/.test(file))
    .sort()
    .map((file) => {
      const [form = '', subject = ''] = file.replace('.png', '').split('-');
      const { width, height } = pngSize(readFileSync(join(folder, file)));
      return {
        src: `/screenshots/${file}`,
        sizes: `${width}x${height}`,
        type: 'image/png',
        form_factor: form === 'wide' ? ('wide' as const) : ('narrow' as const),
        label: screenshotLabels[subject] ?? subject,
      };
    });
}

/** Width and height stand at fixed places of a PNG's first chunk. */
function pngSize(bytes: Buffer): { width: number; height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
