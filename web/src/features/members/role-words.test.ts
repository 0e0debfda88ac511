import { describe, expect, it } from 'vitest';
import { canRemove, rolesToGive, rolesToInvite } from './role-words';

describe('[AC3] who may change whose role', () => {
  it('an owner gives every role; the last one keeps their own', () => {
    expect(rolesToGive('owner', 'admin', false, 1)).toEqual(['owner', 'admin', 'member', 'viewer']);
    expect(rolesToGive('owner', 'owner', true, 1)).toEqual([]);
    expect(rolesToGive('owner', 'owner', true, 2)).toContain('member');
  });

  it('an admin changes members and viewers, to member or viewer alone', () => {
    expect(rolesToGive('admin', 'viewer', false, 1)).toEqual(['member', 'viewer']);
    expect(rolesToGive('admin', 'admin', true, 1)).toEqual([]);
    expect(rolesToGive('admin', 'owner', false, 2)).toEqual([]);
  });

  it('members and viewers change nobody', () => {
    expect(rolesToGive('member', 'viewer', false, 1)).toEqual([]);
    expect(rolesToGive('viewer', 'viewer', true, 1)).toEqual([]);
  });

  it('everyone may leave but the last owner; removing follows the role', () => {
    expect(canRemove('viewer', 'viewer', true, 1)).toBe(true);
    expect(canRemove('owner', 'owner', true, 1)).toBe(false);
    expect(canRemove('owner', 'owner', true, 2)).toBe(true);
    expect(canRemove('admin', 'member', false, 1)).toBe(true);
    expect(canRemove('admin', 'admin', false, 1)).toBe(false);
    expect(canRemove('member', 'viewer', false, 1)).toBe(false);
    expect(canRemove('owner', 'admin', false, 1)).toBe(true);
  });

  it('an invitation carries no more than its maker may give', () => {
    expect(rolesToInvite('owner')).toEqual(['admin', 'member', 'viewer']);
    expect(rolesToInvite('admin')).toEqual(['member', 'viewer']);
    expect(rolesToInvite('member')).toEqual([]);
    expect(rolesToInvite('unheard of')).toEqual([]);
  });
});
