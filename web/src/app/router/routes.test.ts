import { describe, expect, it } from 'vitest';
import { readRoute, screenToPath } from './routes';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('addresses', () => {
  it.each([
    ['/', 'today'],
    ['/today', 'today'],
    ['/today/', 'today'],
    ['/settings/account', 'account'],
    ['/sync', 'sync'],
    ['/add', 'share'],
    ['/nowhere', 'not-found'],
    ['/p/not-an-id', 'not-found'],
    [`/p/${id}/more`, 'not-found'],
    ['/p/not-an-id/board', 'not-found'],
    [`/labels/${id}/board`, 'not-found'],
    ['/constructor', 'not-found'],
  ])('%s shows %s', (path, name) => {
    expect(readRoute(path)).toMatchObject({ kind: 'screen', screen: { name } });
  });

  it('opens a task by its id, in either case', () => {
    expect(readRoute(`/t/${id.toUpperCase()}`)).toEqual({ kind: 'task', id });
  });

  it('comes back to the path that it came from', () => {
    for (const path of [
      '/today',
      '/inbox',
      '/projects',
      `/p/${id}`,
      `/p/${id}/board`,
      `/labels/${id}`,
      `/review/${id}`,
      '/settings/account',
      '/join',
    ]) {
      const route = readRoute(path);
      expect(route.kind === 'screen' && screenToPath(route.screen)).toBe(path);
    }
  });
});
