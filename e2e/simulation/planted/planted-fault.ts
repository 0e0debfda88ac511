import type { Patch } from '../run/bundle';

/** A bug to be found: what it does in words, the hazard that it is, and how it gets into the sources. */
export interface PlantedFault {
  readonly name: string;
  readonly hazard: string;
  readonly says: string;
  readonly patches: readonly Patch[];
}
