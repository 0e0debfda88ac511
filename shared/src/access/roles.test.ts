import { describe, expect, it } from 'vitest';
import { type Capability, can, ROLES } from './roles';

/** The table of the spec, as written there. */
const TABLE: Record<Capability, string> = {
  read: 'owner admin member viewer',
  write: 'owner admin member',
  deleteOthersComments: 'owner admin',
  releaseHeld: 'owner admin',
  invite: 'owner admin',
  rename: 'owner admin',
  manageAdmins: 'owner',
  deleteWorkspace: 'owner',
  leave: 'owner admin member viewer',
};

describe('roles', () => {
  it.each(Object.entries(TABLE))('[AC3] %s: %s', (capability, roles) => {
    for (const role of ROLES) expect(can(role, capability)).toBe(roles.split(' ').includes(role));
  });

  it('[AC3] unknown means no', () => {
    expect(can('root', 'read')).toBe(false);
    expect(can('owner', 'fly')).toBe(false);
    expect(can('owner', 'constructor')).toBe(false);
  });
});
