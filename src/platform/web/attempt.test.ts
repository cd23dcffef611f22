import { describe, expect, it } from 'vitest';
import { notFound, Refusal } from '../errors.ts';
import { attempt, attemptInput, errorList, renamed } from './attempt.ts';

const failing = (error: unknown) => async () => {
  throw error;
};
const mistake = new Refusal('text_missing', { fields: { text: 'text_missing' }, values: { most: 3 } });
const conflict = new Refusal('changed_meanwhile', { status: 409 });

describe('a command of a form', () => {
  it('gives what it gave', async () => {
    expect(await attempt(async () => 7)).toEqual({ ok: true, value: 7 });
  });

  it('brings back mistakes by field, a refusal of the whole under `form`', async () => {
    const failure = { ok: false, errors: { text: 'text_missing' }, values: { most: 3 }, status: 422 };
    expect(await attempt(failing(mistake))).toEqual(failure);
    expect(await attemptInput(failing(mistake))).toEqual(failure);
    const stale = { ok: false, errors: { form: 'changed_meanwhile' }, values: {}, status: 409 };
    expect(await attempt(failing(conflict))).toEqual(stale);
  });

  it('lets anything else rise', async () => {
    await expect(attemptInput(failing(conflict))).rejects.toBe(conflict);
    await expect(attempt(failing(notFound()))).rejects.toThrow('not_found');
    await expect(attempt(failing(new RangeError('ours')))).rejects.toThrow('ours');
  });
});

describe('mistakes', () => {
  it('take the names of the form, and point at its fields', () => {
    const errors = renamed({ text: 'text_missing', form: 'busy' }, { text: 'tekst' });
    expect(errors).toEqual({ tekst: 'text_missing', form: 'busy' });
    expect(
      errorList(
        errors,
        (code, field) => `${field}: ${code}`,
        (field) => `id-${field}`,
      ),
    ).toEqual([{ fieldId: 'id-tekst', message: 'tekst: text_missing' }, { message: 'form: busy' }]);
  });
});
