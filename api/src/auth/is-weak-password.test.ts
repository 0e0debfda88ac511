import { expect, test } from 'vitest';
import { isWeakPassword } from './is-weak-password';

const own = { email: 'maria.lindqvist@example.org', name: 'Maria Lindqvist' };

test.each([
  'password1234',
  'P4$$w0rd2026!',
  'Welcome-2024!!',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'qwertyuiopas',
  'abcdefghijkl',
  '123456789012',
  'correct horse battery staple',
  'MariaLindqvist1',
  'lindqvist2026!!',
  'elevenchars',
  'x'.repeat(129),
])('[AC1] %s is refused', (password) => {
  expect(isWeakPassword(password, own)).toBe(true);
});

test.each([
  'seven blue herons wade',
  'tr0ub4dor&threeve',
  'kaffe på balkongen',
  '長いパスワードを使いましょうね',
  'Xq7!mB2#vL9p',
])('[AC1] %s is taken', (password) => {
  expect(isWeakPassword(password, own)).toBe(false);
});
