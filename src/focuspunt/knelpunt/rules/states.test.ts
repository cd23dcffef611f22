import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterStep, drawMachine, stepsFrom } from '#platform/state-machine.ts';
import { areaOfMost, choosableAreas } from './areas.ts';
import { averagePoint, mostCommon } from './place-of-bundle.ts';
import { missingEffort } from './regular-effort.ts';
import { knelpuntMachine, placementMachine } from './states.ts';

describe('a knelpunt', () => {
  it('is investigated before it is placed, and placed before it is solved (product.md C2.4)', () => {
    expect(stepsFrom(knelpuntMachine, 'noticed')).toEqual(['investigate']);
    expect(stepsFrom(knelpuntMachine, 'investigated')).toEqual(['investigate', 'place', 'nominate', 'drop']);
    expect(stepsFrom(knelpuntMachine, 'placed')).toEqual(['place', 'send_back', 'resolve', 'fall_short']);
    expect(stepsFrom(knelpuntMachine, 'insufficient')).toEqual(['nominate']);
    expect(afterStep(knelpuntMachine, 'noticed', 'drop')).toBeNull();
  });

  it('is drawn in the documentation as it is in the code', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/states.md'), 'utf8');
    expect(page).toContain(drawMachine(knelpuntMachine));
    expect(page).toContain(drawMachine(placementMachine));
  });
});

describe('the test of regular effort (S5)', () => {
  const full = { effort: 'a', effortBy: 'b', effortSince: '2016-01-01', effortWhyNot: 'c', whatIsAdded: '' };

  it('asks four things of a problem, one of a chance or an initiative', () => {
    expect(missingEffort('problem', full)).toEqual([]);
    expect(
      missingEffort('problem', { ...full, effort: ' ', effortBy: '', effortSince: null, effortWhyNot: '' }),
    ).toEqual(['effort', 'effort_by', 'effort_since', 'effort_why_not']);
    expect(missingEffort('chance', full)).toEqual(['what_is_added']);
    expect(missingEffort('initiative', { ...full, whatIsAdded: 'x' })).toEqual([]);
  });
});

describe('the place of a bundle', () => {
  it('is the most common value, the first by the alphabet when they share', () => {
    expect(mostCommon(['b', 'a', null, 'b'])).toBe('b');
    expect(mostCommon(['b', 'a'])).toBe('a');
    expect(mostCommon([null])).toBeNull();
  });

  it('is the middle of what is known', () => {
    expect(
      averagePoint([
        { lat: 52, lon: 4 },
        { lat: 53, lon: 5 },
        { lat: null, lon: null },
      ]),
    ).toEqual({
      lat: 52.5,
      lon: 4.5,
    });
    expect(averagePoint([])).toBeNull();
  });

  it('lies in the area that holds most of it; in the wijken where there are no areas of focuspunten', () => {
    const area = (id: string, kind: 'wijk' | 'focus_area', buurtIds: string[]) => ({
      id,
      kind,
      buurtIds,
      code: id,
      name: id,
      divisionId: 'd',
      divisionName: 'd',
      printedResidents: null,
    });
    const areas = [
      area('w', 'wijk', ['1']),
      area('f', 'focus_area', ['1']),
      area('g', 'focus_area', ['2', '3']),
    ];
    expect(choosableAreas(areas).map(({ id }) => id)).toEqual(['f', 'g']);
    expect(choosableAreas([area('w', 'wijk', ['1'])]).map(({ id }) => id)).toEqual(['w']);
    expect(areaOfMost(choosableAreas(areas), ['1', '2', '3', null])).toBe('g');
    expect(areaOfMost(areas, ['9'])).toBeNull();
  });
});
