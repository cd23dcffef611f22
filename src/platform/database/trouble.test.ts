import { describe, expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const withCode = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

describe('trouble of the database', () => {
  it.each([
    ['53100', 'full'],
    ['ENOSPC', 'full'],
    ['57014', 'slow'],
    ['55P03', 'slow'],
    ['08006', 'away'],
    ['53300', 'away'],
    ['57P03', 'away'],
    ['ECONNREFUSED', 'away'],
    ['23505', null],
    ['40001', null],
    ['ENOENT', null],
  ])('is told by the code %s: %s', (code, trouble) => {
    expect(troubleOf(withCode(code))).toBe(trouble);
  });

  it('is told by the words of the driver where there is no code', () => {
    expect(troubleOf(new Error('timeout exceeded when trying to connect'))).toBe('slow');
    expect(troubleOf(new Error('Query read timeout'))).toBe('slow');
    expect(troubleOf(new Error('Connection terminated unexpectedly'))).toBe('away');
    expect(troubleOf(new Error('Connections are nice'))).toBeNull();
    expect(troubleOf('Query read timeout')).toBeNull();
  });

  it('is a socket that is not there, not any file that is missing', () => {
    expect(troubleOf(withCode('ENOENT', { syscall: 'connect' }))).toBe('away');
    expect(troubleOf(withCode('ENOENT', { syscall: 'open' }))).toBeNull();
  });
});
