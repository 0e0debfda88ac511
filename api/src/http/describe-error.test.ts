import { describe, expect, it } from 'vitest';
import { isOutOfReach, isUnavailable } from './describe-error';

const failing = (code: string) => Object.assign(new Error('of Postgres'), { code });

describe('a database that is away', () => {
  it.each(['53100', '53300', '25006', '57P01', '08006', 'ECONNREFUSED'])(
    '[PU6] %s is no mutation’s fault: none is given up for it',
    (code) => expect(isUnavailable(failing(code))).toBe(true),
  );

  it.each(['22P02', '23503', '53200', 'XX001'])('[PU6] %s may be one mutation’s own', (code) =>
    expect(isUnavailable(failing(code))).toBe(false),
  );

  it('with a full disk it is in reach: the daily job goes on to what may still be deleted', () => {
    expect(isOutOfReach(failing('53100'))).toBe(false);
    expect(isOutOfReach(failing('57P01'))).toBe(true);
  });
});
