import { uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { ACCESS_SECONDS, rememberTokens, signAccessToken } from './access-token';

const secret = new TextEncoder().encode('a secret of thirty-two characters');
const session = { accountId: uuidOf(1), sessionId: uuidOf(2) };
const NOW = 1_790_000_000_000;

it('[AC1] a token that was read before ends when it says, remembered or not', async () => {
  const read = rememberTokens(secret);
  const token = await signAccessToken(session, secret, NOW);
  expect(await read(token, NOW)).toEqual(session);
  expect(await read(token, NOW + ACCESS_SECONDS * 1000 - 1)).toEqual(session);
  expect(await read(token, NOW + ACCESS_SECONDS * 1000)).toBeNull();
});

it('[AC1] what was never good is not remembered as good', async () => {
  const read = rememberTokens(secret);
  const token = await signAccessToken(session, new TextEncoder().encode('x'.repeat(32)), NOW);
  expect(await read(token, NOW)).toBeNull();
  expect(await read(token, NOW)).toBeNull();
  expect(await read(`${token.slice(0, -2)}AA`, NOW)).toBeNull();
});
