/** Search in the workspace on screen; null until the page had time to start it. */
import { createContext, useContext } from 'react';
import type { Search } from './search-client';

const SearchContext = createContext<Search | null>(null);
export const SearchProvider = SearchContext.Provider;

export const useSearch = (): Search | null => useContext(SearchContext);
