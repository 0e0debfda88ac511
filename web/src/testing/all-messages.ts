import { type Messages, messagesToJSON } from '@nanostores/i18n';
import type { LanguageFile } from '../words/create-words';

const modules = import.meta.glob<Record<string, unknown>>(
  '../{app,features,ui,words}/**/*{words,messages}.ts',
  {
    eager: true,
  },
);

const isMessages = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && 'i18n' in value && 'component' in value;

/** Every message of the app, folder by folder. */
export const allMessages: readonly Messages[] = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(isMessages);

/** As a language's file has them: the English of all. */
export const englishFile = (): LanguageFile => messagesToJSON(...(allMessages as never[])) as LanguageFile;
