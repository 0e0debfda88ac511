/** The registry: every entity that travels. Parents stand before what refers to them. */
import { comment } from './comment';
import { conflict } from './conflict';
import type { Entity } from './define-entity';
import { filter } from './filter';
import { hold } from './hold';
import { label } from './label';
import { member } from './member';
import { project } from './project';
import { section } from './section';
import { step } from './step';
import { task } from './task';
import { workspace } from './workspace';

export const ENTITIES = [
  workspace,
  member,
  project,
  section,
  label,
  task,
  step,
  comment,
  filter,
  conflict,
  hold,
] as const;

export type EntityName = (typeof ENTITIES)[number]['name'];

const byName = new Map<string, Entity>(ENTITIES.map((entity) => [entity.name, entity]));

/** The entity of that name, or undefined where a newer client or server knows more than we do. */
export const entityByName = (name: string): Entity | undefined => byName.get(name);
