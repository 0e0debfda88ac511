/** The frame of the gallery's pages. */
import type { ReactNode } from 'react';

export function Sheetpage({ title, sub, children }: { title: string; sub: string; children: ReactNode }) {
  return (
    <main className="scroll h-full">
      <div className="mx-auto max-w-[72rem] px-gutter pt-6 pb-16">
        <h1 className="top-title">{title}</h1>
        <p className="text-ink-2">{sub}</p>
        {children}
      </div>
    </main>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mt-8 mb-3 border-t border-line-strong pt-3 text-small font-semibold">{title}</h2>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-5">{children}</div>
    </section>
  );
}

export function Specimen({ name, children, state }: { name: string; children: ReactNode; state?: string }) {
  return (
    <div className="grid justify-items-start gap-2" data-state={state}>
      <div className="flex min-h-9 flex-wrap items-center gap-2.5">{children}</div>
      <span className="meta">{name}</span>
    </div>
  );
}
