/** Something done with the finished build: after everything is written, the service worker too, in the plugins' order. */
import { join } from 'node:path';
import type { Plugin } from 'vite';

export function afterBuild(name: string, finish: (folder: string) => Promise<void>): Plugin {
  let folder = '';
  return {
    name: `holdfast:${name}`,
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => finish(folder) },
  };
}
