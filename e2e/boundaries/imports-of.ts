import { parseSync } from 'vite';

/** One import of a file: what it names, whether only types cross, and the line. */
export type Import = { readonly specifier: string; readonly typeOnly: boolean; readonly line: number };

/**
 * Every import of a TypeScript source, static, re-exporting, dynamic or inside a type. Type-only ones count:
 * they are what a bundler's graph, and so every tool built on one, no longer sees.
 */
export function importsOf(file: string, source: string): readonly Import[] {
  const parsed = parseSync(file, source);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, at: number) =>
    found.push({ specifier, typeOnly, line: source.slice(0, at).split('\n').length });

  for (const item of parsed.module.staticImports) {
    const bindings = item.entries;
    const typeOnly = bindings.length > 0 && bindings.every((entry) => entry.isType);
    add(item.moduleRequest.value, typeOnly || /^import\s+type\b/.test(source.slice(item.start)), item.start);
  }
  for (const item of parsed.module.staticExports) {
    for (const entry of item.entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType, item.start);
    }
  }
  for (const item of parsed.module.dynamicImports) {
    const text = source.slice(item.moduleRequest.start, item.moduleRequest.end);
    const literal = /^(['"`])(.*)\1$/.exec(text);
    if (literal?.[2] !== undefined) add(literal[2], false, item.start);
  }
  walkTypes(parsed.program, (specifier, at) => add(specifier, true, at));
  return found;
}

/** `import('./x').T`, the one kind that the module record leaves out. */
function walkTypes(node: unknown, found: (specifier: string, at: number) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walkTypes(child, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, source, start } = node as { type?: unknown; source?: { value?: unknown }; start?: unknown };
  if (type === 'TSImportType' && typeof source?.value === 'string' && typeof start === 'number') {
    found(source.value, start);
  }
  for (const child of Object.values(node)) walkTypes(child, found);
}
