import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('a path to go back to', () => {
  it('stays on this site', () => {
    expect(localPath('/volg?code=x')).toBe('/volg?code=x');
    expect(localPath('/melden/plek')).toBe('/melden/plek');
    expect(localPath(undefined)).toBe('/');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    // These are paths of this site until the dots are taken out: what is left names another host.
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '/.///evil.example',
  ])('never becomes another host: %s', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
