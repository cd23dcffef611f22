import type pg from 'pg';
import type { StateMachine } from '#platform/state-machine.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Finding } from '../support/finding.ts';
import type { wordsOfLists } from '../words-of-lists.ts';

/** A machine of any noun. */
export type AnyMachine = StateMachine<string, string>;

/** The values of each closed list, by `table.column`. */
export type ClosedLists = ReadonlyMap<string, readonly string[]>;

type Catalogues = readonly Catalogue<Texts>[];

const CHECKS = `
  select c.relname || '.' || a.attname as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid and c.relnamespace = 'public'::regnamespace
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  where k.contype = 'c' and cardinality(k.conkey) = 1 and a.atttypid = 'text'::regtype
    and pg_get_constraintdef(k.oid) like '%ARRAY[%'`;

/** Reads every closed list of texts from the live catalogue. */
export const closedLists = async (owner: pg.Client): Promise<ClosedLists> => {
  const { rows } = await owner.query<{ name: string; definition: string }>(CHECKS);
  return new Map(
    rows.map(({ name, definition }) => [
      name,
      [...definition.matchAll(/'([^']*)'::text/g)].map(([, value]) => value ?? ''),
    ]),
  );
};

/** The stored states are exactly those of the machine, each state can be reached, and each but the last can be left. */
export const checkMachines = (machines: readonly AnyMachine[], lists: ClosedLists): Finding => {
  const breaches: string[] = [];
  for (const { noun, states, initial, steps } of machines) {
    const stored = lists.get(`${noun}.state`) ?? [];
    const missing = states.filter((state) => !stored.includes(state));
    const surplus = stored.filter((state) => !states.includes(state));
    if (missing.length > 0) breaches.push(`${noun}: the table does not take ${missing.join(', ')}`);
    if (surplus.length > 0)
      breaches.push(`${noun}: the table takes ${surplus.join(', ')}, the machine does not`);
    const reached = new Set(initial);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of Object.values(steps))
        if (from.some((one) => reached.has(one))) reached.add(to);
    }
    for (const state of states) if (!reached.has(state)) breaches.push(`${noun}: ${state} cannot be reached`);
  }
  return { seen: machines.reduce((sum, { states }) => sum + states.length, 0), breaches };
};

/** Each value of each closed list has its word in both languages, or the list says why nobody sees it. */
export const checkListWords = (
  lists: ClosedLists,
  words: typeof wordsOfLists,
  catalogues: Catalogues,
): Finding => {
  const breaches: string[] = [];
  let seen = 0;
  for (const [name, values] of lists) {
    const where = words[name];
    seen += values.length;
    if (where === undefined) breaches.push(`${name}: nobody said with which texts it is shown`);
    else if (!('unseen' in where)) {
      for (const value of values)
        breaches.push(...wordless(catalogues, where, value).map((line) => `${name}: ${line}`));
    }
  }
  for (const name of Object.keys(words))
    if (!lists.has(name)) breaches.push(`${name}: is no closed list any more`);
  return { seen, breaches };
};

/** Each step of each machine has its word in both languages, for its button. */
export const checkStepWords = (
  machines: readonly AnyMachine[],
  words: Readonly<Record<string, readonly [string, string]>>,
  catalogues: Catalogues,
): Finding => {
  const steps = machines.flatMap(({ noun, steps: own }) => Object.keys(own).map((step) => ({ noun, step })));
  return {
    seen: steps.length,
    breaches: steps.flatMap(({ noun, step }) => {
      const where = words[noun];
      if (!where) return [`${noun}: nobody said with which texts its steps are shown`];
      return wordless(catalogues, where, step).map((line) => `${noun}: ${line}`);
    }),
  };
};

const wordless = (
  catalogues: Catalogues,
  [room, prefix]: readonly [string, string],
  value: string,
): string[] => {
  const catalogue = catalogues.find((one) => one.room === room);
  const key = `${prefix}${value}`;
  return (['nl', 'en'] as const)
    .filter((lang) => (catalogue?.[lang][key] ?? '').trim() === '')
    .map((lang) => `${room} has no ${lang} text ${key}`);
};
