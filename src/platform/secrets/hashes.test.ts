import { describe, expect, it } from 'vitest';
import { blindIndex, hashToken, isSameSecret, isSigned, keyedHash, randomToken, sign } from './hashes.ts';
import { someKeyring } from './keyring.fixture.ts';

const keyring = someKeyring();

describe('a blind index', () => {
  it('finds the same person however the value was typed', () => {
    const stored = blindIndex(keyring, 'GM0637', 'phone', '06 12345678');
    expect(blindIndex(keyring, 'GM0637', 'phone', '+31612345678')).toBe(stored);
  });

  it('differs per gemeente, per kind, per value and per key', () => {
    const indexes = [
      blindIndex(keyring, 'GM0637', 'name', 'berg'),
      blindIndex(keyring, 'GM0106', 'name', 'berg'),
      blindIndex(keyring, 'GM0637', 'surname', 'berg'),
      blindIndex(keyring, 'GM0637', 'name', 'dal'),
      blindIndex(someKeyring(), 'GM0637', 'name', 'berg'),
    ];
    expect(new Set(indexes).size).toBe(5);
    expect(indexes[0]).toMatch(/^[\w-]{24}$/);
  });

  it('is not made of nothing', () => {
    expect(blindIndex(keyring, 'GM0637', 'phone', 'geen')).toBeUndefined();
    expect(blindIndex(keyring, 'GM0637', 'name', ' ')).toBeUndefined();
  });
});

describe('other hashes', () => {
  it('fingerprint a text per gemeente, exactly', () => {
    expect(keyedHash(keyring, 'GM0637', 'a')).toBe(keyedHash(keyring, 'GM0637', 'a'));
    expect(keyedHash(keyring, 'GM0637', 'a')).not.toBe(keyedHash(keyring, 'GM0106', 'a'));
    expect(keyedHash(keyring, 'GM0637', 'a')).not.toBe(keyedHash(keyring, 'GM0637', 'a '));
  });

  it('sign for one purpose only', () => {
    const signature = sign(keyring, 'csrf', 'session 1');
    expect(isSigned(keyring, 'csrf', 'session 1', signature)).toBe(true);
    expect(isSigned(keyring, 'session', 'session 1', signature)).toBe(false);
    expect(isSigned(keyring, 'csrf', 'session 2', signature)).toBe(false);
    expect(isSigned(keyring, 'csrf', 'session 1', '')).toBe(false);
  });

  it('make tokens that nobody guesses', () => {
    expect(randomToken()).toMatch(/^[\w-]{43}$/);
    expect(new Set(Array.from({ length: 1000 }, () => randomToken(16))).size).toBe(1000);
    expect(() => randomToken(8)).toThrow(RangeError);
    expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('compare secrets of any length', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', 'abcd')).toBe(false);
    expect(isSameSecret('', '')).toBe(true);
  });
});
