import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { labelJudge } from './area-label.ts';
import { channelOf } from './channel.ts';
import { dayOrderOf, endOfReadDay, readDate } from './dates.ts';
import { meansEnded } from './mapping.ts';
import { readNumber, readPlace } from './numbers.ts';
import { subjectFinder } from './subjects.ts';
import { isZone, zoneNamed } from './zone.ts';

const areaOf = (id: string, name: string, code: string) => ({ id, name, labels: [name, code] });
const zone = zoneNamed('Europe/Amsterdam');
const at = (text: string, order: 'dmy' | 'mdy' = 'dmy') => readDate(text, order, zone)?.at.toISOString();

describe('dates', () => {
  it.each([
    ['2025-04-30T11:56:09.809179+00:00', '2025-04-30T11:56:09.000Z'],
    ['2025-04-30T11:56:09Z', '2025-04-30T11:56:09.000Z'],
    ['2014-07-12T10:58:43-05:00', '2014-07-12T15:58:43.000Z'],
    ['2012-11-20T07:50:59.000', '2012-11-20T06:50:59.000Z'],
    ['2026-07-01 09:30', '2026-07-01T07:30:00.000Z'],
    ['1-7-2026 9:30', '2026-07-01T07:30:00.000Z'],
    ['01/07/2026 09.30 uur', '2026-07-01T07:30:00.000Z'],
    ['1.7.26', '2026-06-30T22:00:00.000Z'],
    ['1 juli 2026 09:30', '2026-07-01T07:30:00.000Z'],
    ['woensdag 1 juli 2026', '2026-06-30T22:00:00.000Z'],
    ['1-mrt-2026', '2026-02-28T23:00:00.000Z'],
    ['Jul 1, 2026 09:30', '2026-07-01T07:30:00.000Z'],
    ['20260701', '2026-06-30T22:00:00.000Z'],
    ['20260701T0930Z', '2026-07-01T09:30:00.000Z'],
    ['1782898200', '2026-07-01T09:30:00.000Z'],
    ['1782898200000', '2026-07-01T09:30:00.000Z'],
    ['46204,5', '2026-07-01T10:00:00.000Z'],
  ])('reads %s', (text, moment) => {
    expect(at(text)).toBe(moment);
  });

  it('reads the month before the day where that was said', () => {
    expect(at('06/26/2018 10:58:54 AM', 'mdy')).toBe('2018-06-26T08:58:54.000Z');
    expect(at('06/26/2018 12:50:01 AM', 'mdy')).toBe('2018-06-25T22:50:01.000Z');
    expect(at('06/26/2018 12:50:01 PM', 'mdy')).toBe('2018-06-26T10:50:01.000Z');
    expect(dayOrderOf(['01/02/2018', '06/26/2018'])).toBe('mdy');
    expect(dayOrderOf(['1-2-2018', '26-6-2018'])).toBe('dmy');
    expect(dayOrderOf(['1-2-2018'])).toBe('dmy');
  });

  it.each([
    '',
    'gisteren',
    '31-2-2026',
    '2026-13-01',
    '0-0-0000',
    '12:00',
    '2026-01-01 24:00',
    '06/26/2018 13:00 PM',
    '----------',
    '1'.repeat(80),
  ])('gives nothing for "%s"', (text) => {
    expect(readDate(text, 'dmy', zone)).toBeNull();
  });

  it('decides the hour that exists twice and the one that does not, and says so', () => {
    expect(readDate('2026-10-25 02:30', 'dmy', zone)).toMatchObject({
      at: new Date('2026-10-25T00:30:00Z'),
      clock: 'twice',
    });
    expect(readDate('2026-03-29 02:30', 'dmy', zone)).toMatchObject({
      at: new Date('2026-03-29T01:30:00Z'),
      clock: 'skipped',
    });
    expect(readDate('2026-10-25T02:30:00+01:00', 'dmy', zone)?.clock).toBe('once');
  });

  it('ends a day at its last moment, also on the days of 23 and 25 hours', () => {
    for (const [day, end] of [
      ['2026-03-29', '2026-03-29T21:59:59.999Z'],
      ['2026-10-25', '2026-10-25T22:59:59.999Z'],
    ] as const) {
      const read = readDate(day, 'dmy', zone);
      if (!read) throw new Error('not read');
      expect(endOfReadDay(read, day, 'dmy', zone).toISOString()).toBe(end);
    }
  });

  it('places every wall clock as Temporal does', () => {
    const names = fc.constantFrom(
      'Europe/Amsterdam',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'UTC',
    );
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(names, moments, (name, moment) => {
        const wall = Math.floor(moment.getTime() / 60_000) * 60_000;
        const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19));
        const expected = plain.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds;
        expect(zoneNamed(name).place(wall).at.getTime()).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('reads back every moment that it is shown in, and never throws', () => {
    const days = fc.date({ min: new Date('1981-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const iso = moment.toISOString();
        expect(readDate(iso, 'dmy', zone)?.at.toISOString()).toBe(`${iso.slice(0, 19)}.000Z`);
      }),
    );
    fc.assert(fc.property(fc.string({ maxLength: 70 }), (text) => void readDate(text, 'mdy', zone)));
  });

  it('knows which zones there are', () => {
    expect([isZone('Europe/Amsterdam'), isZone('Mars/Noord'), isZone('')]).toEqual([true, false, false]);
  });
});

describe('numbers and places', () => {
  it('reads a comma and a point alike', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (number) => {
        const text = number.toFixed(8);
        expect(readNumber(text)).toBe(Number(text));
        expect(readNumber(text.replace('.', ','))).toBe(Number(text));
      }),
    );
    expect(['', 'x', '1.000,5', '0x10', 'Infinity', '1 2'].map(readNumber)).toEqual(Array(6).fill(null));
  });

  it.each([
    ['(40.690092, -73.846427)', 40.690092, -73.846427],
    ['[6.5, 52.9]', 52.9, 6.5],
    ['POINT (6.5 52.9)', 52.9, 6.5],
    ['SRID=4326;POINT(6.5 52.9)', 52.9, 6.5],
    ['52.9; 6.5', 52.9, 6.5],
  ])('reads %s', (text, lat, lon) => {
    expect(readPlace(text)).toEqual({ lat, lon });
  });

  it('reads the Dutch grid, and no place that is none', () => {
    const tower = readPlace('POINT(155000 463000)');
    expect(tower?.lat).toBeCloseTo(52.1551729, 4);
    expect(tower?.lon).toBeCloseTo(5.3872036, 4);
    expect(['(0, 0)', '', 'Dorpsstraat', '(91, 200)', 'POINT(nan nan)'].map(readPlace)).toEqual(
      Array(5).fill(null),
    );
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readPlace(text)));
  });
});

describe('words of other systems', () => {
  it.each([
    ['Afgehandeld', true],
    ['closed', true],
    ['o', true],
    ['In behandeling', false],
    ['Open', false],
    ['reopened', false],
    ['m', false],
  ])('%s: over is %s', (word, over) => {
    expect(meansEnded(word)).toBe(over);
  });

  it('tell how it came in', () => {
    expect(
      ['PHONE', 'online', 'Telefoon – KCC', 'e-mail', 'Balie', 'MOBILE', 'UNKNOWN', ''].map(channelOf),
    ).toEqual(['phone', 'web', 'phone', 'mail', 'desk', 'web', 'unknown', 'unknown']);
  });

  it('find our subject by what was chosen, by theme and name, and not when two fit', () => {
    const subject = (slug: string, name: string, theme: string) => ({
      id: slug,
      slug,
      name,
      themeSlug: theme.toLowerCase(),
      themeName: theme,
    });
    const ours = [
      subject('boom', 'Boom', 'Groen'),
      subject('overig-afval', 'Overig', 'Afval'),
      subject('overig-groen', 'Overig', 'Groen'),
    ];
    const find = subjectFinder(ours, { 'Vuil > Zak': 'overig-afval', Struik: 'weg', __proto__: 'boom' });
    expect(find('Groen', 'bo\u043Em')?.slug).toBe('boom');
    expect(find('afval', 'overig')?.slug).toBe('overig-afval');
    expect(find('Groen', 'Overig')?.slug).toBe('overig-groen');
    expect(find('', 'Overig')).toBeNull();
    expect(find('Vuil', 'Zak')?.slug).toBe('overig-afval');
    expect([find('', 'Struik'), find('', 'constructor'), find('', '__proto__')]).toEqual([null, null, null]);
  });

  it('say which area it is, or another, or none of ours', () => {
    const judge = labelJudge([areaOf('peelo', 'Peelo', 'BU1'), areaOf('marsdijk', 'Marsdijk', 'BU2')]);
    expect(judge('Wijk 06 Peelo', 'peelo')).toBe('same');
    expect(judge('Peelo', 'marsdijk')).toBe('differs');
    expect(judge('bu2', 'marsdijk')).toBe('same');
    expect(judge('Vries', 'peelo')).toBe('unknown');
    expect(judge('Peelo', null)).toBe('differs');
  });
});
