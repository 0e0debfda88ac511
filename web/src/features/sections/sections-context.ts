/** The sections of the project on screen, for what moves a task between them; none anywhere else. */
import type { Section } from '@holdfast/shared/entities/section';
import { createContext, useContext } from 'react';

const NONE: readonly Section[] = [];
const Context = createContext<readonly Section[]>(NONE);
export const SectionsProvider = Context.Provider;
export const useSections = (): readonly Section[] => useContext(Context);
