import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { MUST_GO } from './examples.fixture.ts';
import { gateNeeded, inspectText, maskText, mustRemove } from './guard.ts';
import { HARMLESS } from './harmless.fixture.ts';

const seen = (text: string) =>
  inspectText(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('what must go before a text is stored', () => {
  it('is tried on at least 60 examples', () => {
    expect(MUST_GO.length).toBeGreaterThanOrEqual(60);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(MUST_GO)('%s "%s" in "%s"', (kind, part, text) => {
    expect(
      mustRemove(inspectText(text)).map((found) => [found.kind, text.slice(found.start, found.end)]),
    ).toEqual([[kind, part]]);
    expect(mustRemove(inspectText(maskText(text, inspectText(text))))).toEqual([]);
  });

  it.each(MUST_GO)('%s "%s" is found beside emoji and right-to-left marks too', (kind, part, text) => {
    const dressed = `👨‍👩‍👧 \u202e${text}\u202c 🙂`;
    const blocking = mustRemove(inspectText(dressed)).map((found) => [
      found.kind,
      dressed.slice(found.start, found.end),
    ]);
    expect(blocking).toEqual([[kind, part]]);
  });

  it('finds several in one text, in order', () => {
    const text =
      'Jan Jansen op nummer 12, bsn 123456782, 06-12345678, jan@example.nl, NL91ABNA0417164300, AB-12-CD';
    expect(inspectText(text).map(({ kind }) => kind)).toEqual([
      'person_address',
      'bsn',
      'phone',
      'mail',
      'iban',
      'plate',
    ]);
  });
});

describe('what may stay', () => {
  it.each(HARMLESS)('%s', (text) => {
    expect(mustRemove(inspectText(text)).map(({ kind, sample }) => [kind, sample])).toEqual([]);
  });

  it.skipIf(!hasSharedData)('is every one of the 90 example meldingen', () => {
    const rows: { text: string }[] = parse(readSharedData('text/meldingen-synthetic-labelled.csv'), {
      columns: true,
    });
    expect(rows).toHaveLength(90);
    expect(rows.filter(({ text }) => mustRemove(inspectText(text)).length > 0)).toEqual([]);
  });

  it.skipIf(!hasSharedData)('is every street of the Assen meldingen with a house number', () => {
    const rows: { straat: string }[] = parse(readSharedData('meldingen/assen-meldingen-2026.csv'), {
      bom: true,
      columns: true,
      delimiter: ';',
    });
    const streets = new Set(rows.map(({ straat }) => straat).filter(Boolean));
    expect(streets.size).toBeGreaterThan(500);
    const texts = [...streets].flatMap((street) => [
      `Bij ${street} 12 is de lamp stuk`,
      `${street} nummer 12: put verstopt`,
    ]);
    expect(texts.filter((text) => mustRemove(inspectText(text)).length > 0)).toEqual([]);
  });
});

describe('hints', () => {
  it.each([
    ['Er wordt drugs verkocht', 'drugs'],
    ['De politie was er al', 'politie'],
    ['Hij is ziek', 'ziek'],
    ['Zij is verslaafd', 'verslaafd'],
    ['Hij is psychisch in de war', 'psychisch'],
    ['Zij heeft schulden', 'schulden'],
    ['Hij heeft een strafblad', 'strafblad'],
    ['mevrouw De Vries klaagt vaak', 'mevrouw De Vries'],
    ['De buurvrouw van nummer 12 schreeuwt', 'buurvrouw van nummer 12'],
    ['het gezin op nr. 4', 'gezin op nr. 4'],
  ])('"%s" shows "%s", refuses nothing and makes us ask', (text, word) => {
    const findings = inspectText(text);
    expect(seen(text)).toEqual([['hint', word]]);
    expect(mustRemove(findings)).toEqual([]);
    expect(gateNeeded(findings)).toBe(true);
    expect(findings[0]?.sample).toBe(word);
  });

  it.each([
    'De zieke boom bij de vijver',
    'Een zieke duif op het plein',
    'Het plantsoen is verwaarloosd',
    'Bij het ziekenhuis is het donker',
    'Achter het politiebureau ligt afval',
    'Losse tegel',
  ])('"%s" asks nothing', (text) => {
    expect(inspectText(text)).toEqual([]);
    expect(gateNeeded(inspectText(text))).toBe(false);
  });

  it('does not ask about a person because somebody left a number', () => {
    expect(gateNeeded(inspectText('Bel mij op 06-12345678'))).toBe(false);
    expect(gateNeeded(inspectText('Jan Jansen op nummer 12'))).toBe(true);
  });
});

describe('findings', () => {
  it('show the writer which part is meant without repeating it', () => {
    expect(inspectText('Bel 06-12345678')[0]?.sample).toBe('06-••••••••');
    expect(inspectText('Jan Jansen op nummer 12')[0]?.sample).toBe('Ja• •••••• •• •••••• ••');
  });

  it('are masked in place', () => {
    const text = 'Bel 06-12345678 of mail jan@example.nl.';
    expect(maskText(text, inspectText(text))).toBe('Bel ••• of mail •••.');
    expect(maskText(text, [])).toBe(text);
  });

  it('never throw and always point inside the text, whatever it is', () => {
    const pieces = fc.constantFrom(
      '06',
      '1234',
      ' ',
      '-',
      '.',
      '@',
      'NL91',
      'Jan',
      'mevrouw',
      'nr',
      '12',
      '🙂',
      '\u200d',
      '\u202e',
      '\ud800',
      '٣',
      'é',
      '\n',
      '(',
      'kenteken',
      'Dorpsstraat',
      '+31',
      'bsn',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const findings = inspectText(typed);
        let done = 0;
        for (const { start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
          done = end;
        }
        expect(mustRemove(inspectText(maskText(typed, findings))).length).toBeLessThanOrEqual(
          findings.length,
        );
      }),
      { numRuns: 1500 },
    );
  });
});

describe('time', () => {
  /** Milliseconds of work of this thread alone: a busy machine must not fail the test. */
  const workDone = () => process.threadCpuUsage().user / 1000;
  const long = (piece: string) => piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);

  it.each([
    'a',
    '1',
    ' ',
    '-',
    '.',
    '@',
    'a.',
    '1 ',
    '0 ',
    '1-',
    'a-',
    '06',
    '0(',
    '+3',
    'nl1',
    'NL12 ',
    'a@',
    '@a',
    'a@a.',
    'Jan ',
    'Jan de ',
    'mevrouw ',
    'J.',
    'nr 1 ',
    'nr 12 van de ',
    'ziek ',
    'tel ',
    'bsn ',
    'kenteken ',
    'A1',
    'ab 1 ',
    "'",
    'é',
    '🙂',
    '\u200b',
    '\n',
    'De lantaarnpaal bij nummer 12 in de Dorpsstraat is stuk. ',
  ])('10,000 characters of "%s" take under 20 ms', (piece) => {
    const text = long(piece);
    inspectText(text);
    const times = Array.from({ length: 5 }, () => {
      const began = workDone();
      inspectText(text);
      return workDone() - began;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});
