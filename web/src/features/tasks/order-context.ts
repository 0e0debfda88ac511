import { createContext } from 'react';

/** In a list that people put in order: moves a task a place up or down. */
export const MoveInOrder = createContext<((id: string, by: 'up' | 'down') => void) | null>(null);
