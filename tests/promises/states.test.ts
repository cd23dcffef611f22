import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import {
  type AnyMachine,
  type ClosedLists,
  checkListWords,
  checkMachines,
  checkStepWords,
  closedLists,
} from './checks/states.ts';
import { readCatalogues } from './support/catalogues.ts';
import { connected } from './support/clients.ts';
import { ROOT, readProgram } from './support/source-tree.ts';
import { wordsOfLists, wordsOfSteps } from './words-of-lists.ts';

const DECLARED = /export const (\w+): StateMachine</g;

/** Every machine of the tree: each file that declares one is loaded. */
const machinesOf = async (): Promise<AnyMachine[]> => {
  const found: AnyMachine[] = [];
  for (const [path, text] of readProgram()) {
    for (const [, name] of text.matchAll(DECLARED)) {
      const exported: Record<string, AnyMachine> = await import(join(ROOT, path));
      const machine = exported[name ?? ''];
      if (machine) found.push(machine);
    }
  }
  return found;
};

let urls: DatabaseUrls & { drop: () => Promise<void> };
let machines: AnyMachine[];
let lists: ClosedLists;
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
  lists = await connected(urls.ownerUrl, closedLists);
  machines = await machinesOf();
});
afterAll(() => urls.drop());

const catalogues = (await readCatalogues()).map(({ catalogue }) => catalogue);

describe('every state', () => {
  it('is stored as the machine names it, and can be reached', () => {
    const { seen, breaches } = checkMachines(machines, lists);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(10 + 5);
  });

  it('and every other value of a closed list has its word in both languages', () => {
    const { seen, breaches } = checkListWords(lists, wordsOfLists, catalogues);
    expect(breaches).toEqual([]);
    expect(lists.size).toBeGreaterThanOrEqual(25);
    expect(seen).toBeGreaterThan(100);
  });

  it('has steps with their words', () => {
    const { seen, breaches } = checkStepWords(machines, wordsOfSteps, catalogues);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(10 + 4);
  });
});

describe('seen red', () => {
  const machine: AnyMachine = {
    noun: 'lamp',
    states: ['off', 'on', 'lost'],
    initial: ['off'],
    steps: { light: { from: ['off'], to: 'on' }, find: { from: ['lost'], to: 'off' } },
  };

  it('finds states that table and machine do not share, and one without a way in', () => {
    expect(checkMachines([machine], new Map([['lamp.state', ['off', 'on', 'broken']]])).breaches).toEqual([
      'lamp: the table does not take lost',
      'lamp: the table takes broken, the machine does not',
      'lamp: lost cannot be reached',
    ]);
    expect(checkMachines([machine], new Map()).breaches).toHaveLength(2);
  });

  it('finds values and steps without a word in one language', () => {
    const lamps = { room: 'lamp', nl: { 'state.off': 'uit', 'step.light': 'aan' }, en: { 'state.off': ' ' } };
    const words = { 'lamp.state': ['lamp', 'state.'], 'lamp.gone': ['lamp', 'state.'] } as const;
    const found = checkListWords(
      new Map([
        ['lamp.state', ['off']],
        ['lamp.kind', ['x']],
      ]),
      words,
      [lamps],
    );
    expect(found.breaches).toEqual([
      'lamp.state: lamp has no en text state.off',
      'lamp.kind: nobody said with which texts it is shown',
      'lamp.gone: is no closed list any more',
    ]);
    expect(checkStepWords([machine], { lamp: ['lamp', 'step.'] }, [lamps]).breaches).toHaveLength(3);
    expect(checkStepWords([machine], {}, [lamps]).breaches).toHaveLength(2);
  });

  it('reads a closed list of the database whole', () => {
    expect(lists.get('text_override.lang')).toEqual(['nl', 'en']);
  });
});
