/** Search in the workspace on screen; null until the page had time to start it. */
import { atom } from 'nanostores';
import { useSyncExternalStore } from 'react';
import type { Search } from './search-client';

export const searchHere = atom<Search | null>(null);

export const useSearch = (): Search | null => useSyncExternalStore(searchHere.listen, searchHere.get);
