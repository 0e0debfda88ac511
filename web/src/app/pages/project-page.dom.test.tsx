import 'fake-indexeddb/auto';
import { project } from '@holdfast/shared/entities/project';
import { section } from '@holdfast/shared/entities/section';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { ProjectPage } from './project-page';

let stage: Stage;
afterEach(() => stage.strike());

const P = uuidOf(0x9);
const projectEntity = project;
const sectionEntity = section;
const props = {
  id: P,
  onGone: () => undefined,
  sync: null,
  banner: null,
  openTaskId: null,
  onComplete: async () => null,
  onNewTask: () => undefined,
};
const aSection = (n: number, name: string) =>
  build(sectionEntity, { id: uuidOf(n), projectId: P, name, position: `a${n}`, version: 1 });

/** A stage with the project on it. */
async function openProject(name: string): Promise<void> {
  stage = await openStage(name);
  await stage.receive(projectEntity, build(projectEntity, { id: P, name: 'Boat shed', position: 'a0' }));
}

/** Headings and titles from top to bottom. */
const lines = () =>
  [...document.querySelectorAll('.sectioned .sec-title, .sectioned .row-title')].map(
    (each) => each.textContent,
  );
const choose = async (button: string, ...items: readonly string[]) => {
  fireEvent.click(screen.getByRole('button', { name: button }));
  for (const name of items) {
    const role = name.startsWith('•') ? 'menuitemradio' : 'menuitem';
    fireEvent.click(await screen.findByRole(role, { name: name.replace('•', '') }));
  }
};

it('a subtask stands nested right below its parent, in whichever section', async () => {
  await openProject('nested');
  await stage.receive(sectionEntity, aSection(21, 'Roof'));
  const inRoof = { projectId: P, sectionId: uuidOf(21) };
  await stage.receive(
    taskEntity,
    aTask(1, inRoof),
    aTask(2, { ...inRoof, parentId: uuidOf(1) }),
    aTask(3, inRoof),
    aTask(4, { ...inRoof, parentId: uuidOf(1) }),
  );
  stage.show(<ProjectPage {...props} />);
  await waitFor(() => expect(lines()).toHaveLength(5));
  const nested = [...document.querySelectorAll('.row[data-nested] .row-title')];
  expect(nested.map((each) => each.textContent)).toEqual(['Task 2']);
});

it('sections are added, renamed, moved and deleted; their tasks stay', async () => {
  await openProject('sections');
  await stage.receive(sectionEntity, aSection(21, 'Roof'), aSection(22, 'Doors'));
  const at = (sectionId: string) => ({ projectId: P, sectionId });
  await stage.receive(
    taskEntity,
    aTask(1, at(uuidOf(21))),
    aTask(2, at(uuidOf(22))),
    aTask(3, { projectId: P }),
  );
  stage.show(<ProjectPage {...props} />);
  await waitFor(() => expect(lines()).toEqual(['Task 3', 'Roof', 'Task 1', 'Doors', 'Task 2']));

  await choose('Project actions', 'Add section');
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'Windows' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Add section' }));
  await waitFor(() => expect(lines().at(-1)).toBe('Windows'));

  await choose('Section Doors', 'Move up');
  await waitFor(() => expect(lines().slice(0, 5)).toEqual(['Task 3', 'Doors', 'Task 2', 'Roof', 'Task 1']));

  await choose('Section Doors', 'Delete section');
  await waitFor(() => expect(lines()).toEqual(['Task 2', 'Task 3', 'Roof', 'Task 1', 'Windows']));
  expect(await stage.read.row('task', WORKSPACE, uuidOf(2))).toMatchObject({ deletedAt: null, projectId: P });
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(lines().slice(0, 3)).toEqual(['Task 3', 'Doors', 'Task 2']));
});

it('a task moves to another section from its menu', async () => {
  await openProject('sections-move');
  await stage.receive(sectionEntity, aSection(21, 'Roof'));
  await stage.receive(taskEntity, aTask(1, { projectId: P }));
  stage.show(<ProjectPage {...props} />);
  await waitFor(() => expect(lines()).toEqual(['Task 1', 'Roof']));
  fireEvent.focus(screen.getByRole('link', { name: /Task 1/ }));
  await screen.findByRole('button', { name: 'More: Task 1' });
  await choose('More: Task 1', 'Move to section', '•Roof');
  await waitFor(() => expect(lines()).toEqual(['Roof', 'Task 1']));
  expect(await stage.read.row('task', WORKSPACE, uuidOf(1))).toMatchObject({ sectionId: uuidOf(21) });
});
