/** Who writes, and where: the context of every action, for components. One provider stands around the whole app. */
import { createContext, useContext } from 'react';
import type { ActionContext } from './context';

const Context = createContext<ActionContext | null>(null);
export const ActionContextProvider = Context.Provider;

export function useActionContext(): ActionContext {
  const ctx = useContext(Context);
  if (!ctx) throw new Error('useActionContext needs an ActionContextProvider above it');
  return ctx;
}
