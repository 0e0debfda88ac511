import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { entryBudget } from './vite/entry-budget.ts';
import { oneChunk } from './vite/one-chunk.ts';
import { precacheComplete } from './vite/precache-complete.ts';
import { precompress } from './vite/precompress.ts';
import { pwaManifest } from './vite/pwa-manifest.ts';

const api = process.env.HOLDFAST_DEV_API ?? 'http://localhost:3001';
/** The browser floor of the design: the first ones with light-dark(). */
const floor = ['chrome123', 'safari17.5', 'firefox120'];

/** Opens the first database before the entry is there. */
const early = /\/src\/(early-marks|platform\/browser-marks|platform\/address)\.ts$/;

const source = (file: string) => join(import.meta.dirname, file);

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // Registration and the rules of updating are the app's own; the plugin only builds.
      injectRegister: null,
      manifest: pwaManifest(join(import.meta.dirname, 'public')),
      injectManifest: {
        // A classic script in one file: module workers are younger than the browser floor in places.
        rollupFormat: 'iife',
        globPatterns: ['index.html', 'assets/**/*.{js,css,svg,woff2}', 'icons/icon.svg'],
        // Hashed assets need no revision.
        dontCacheBustURLsMatching: /^assets\//,
      },
      includeManifestIcons: false,
    }),
    precacheComplete(),
    precompress(),
    entryBudget(),
  ],
  resolve: {
    alias: [
      // The package's own entry is a UMD file for browsers of 2015; this is the same source for those of the floor.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      // A stand-in for React 17, which the router brings along.
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
    ],
  },
  build: {
    target: floor,
    cssTarget: floor,
    // What a later screen imports in turn is not listed in the entry: idle time fetches it all, long before it is asked.
    modulePreload: {
      polyfill: false,
      // But for the page of a first visit: it waits for its network.
      resolveDependencies: (_file, needed, { hostId, hostType }) =>
        hostType === 'html' || hostId.includes('/early-')
          ? needed
          : needed.filter((file) => file.endsWith('.css')),
    },
    // Inlined data: URLs would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The entry's budget is asserted, in bytes as they travel.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'early', test: early, priority: 2 },
            { name: oneChunk('entry', source('src/main.tsx')), priority: 1 },
            // The page of a first visit waits for no other screen's parts.
            { name: oneChunk('welcome', source('src/features/welcome/welcome-page.tsx')) },
            // Nor does a cold start of Today, whose list is a long one.
            { name: oneChunk('long-rows', source('src/features/tasks/virtual-rows.tsx')) },
            // What several later screens use, as one file (decision 154).
            { name: 'shared', test: /\/src\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.PORT ?? 5173),
    // Only what lies below these paths: '/sync' itself is a screen.
    proxy: { '^/(sync|auth|api)/': { target: api }, '^/healthz$': { target: api } },
  },
});
