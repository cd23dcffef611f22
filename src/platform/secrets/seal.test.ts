import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someKeyring } from './keyring.fixture.ts';
import { open, SealError, seal } from './seal.ts';

const keyring = someKeyring();
const place = { gemeente: 'GM0637', row: 'reporter/1/mail' };

const problem = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
  return 'opened';
};

describe('a sealed value', () => {
  it('opens to what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(open(keyring, seal(keyring, text, place), place)).toBe(text);
      }),
    );
  });

  it('never looks the same twice, nor like its text', () => {
    const [one, other] = [seal(keyring, 'jan@example.nl', place), seal(keyring, 'jan@example.nl', place)];
    expect(one.equals(other)).toBe(false);
    expect(one.toString('latin1')).not.toContain('jan');
  });

  it('opens in no other row and no other gemeente', () => {
    const sealed = seal(keyring, 'x', place);
    expect(problem(() => open(keyring, sealed, { ...place, row: 'reporter/2/mail' }))).toBe('not_genuine');
    expect(problem(() => open(keyring, sealed, { ...place, gemeente: 'GM0106' }))).toBe('not_genuine');
    const shifted = seal(keyring, 'x', { gemeente: 'GM', row: '0637/1' });
    expect(problem(() => open(keyring, shifted, { gemeente: 'GM0637', row: '/1' }))).toBe('not_genuine');
  });

  it('notices one changed bit anywhere', () => {
    const sealed = seal(keyring, 'jan@example.nl', place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const outcome = problem(() => open(keyring, changed, place));
      expect(outcome, `bit ${bit}`).toMatch(/malformed|unknown_key|not_genuine/);
    }
  });

  it('says that its key is gone', () => {
    const sealed = seal(keyring, 'x', place);
    expect(problem(() => open(someKeyring('01020304'), sealed, place))).toBe('unknown_key');
    expect(problem(() => open(someKeyring(), sealed, place))).toBe('not_genuine');
  });

  it('is refused when it is only some bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(problem(() => open(keyring, Buffer.from(bytes), place))).not.toBe('opened');
      }),
    );
  });
});
