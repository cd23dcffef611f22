import { z } from 'zod';
import { textField, tick } from '../parts/fields.ts';

/** The three answers of the gate (0.2 D8), as the form sends them. */
const gateAnswer = z.enum(['plek', 'groep', 'persoon']).nullable().catch(null).default(null);

/** The first page: what is going on. */
export const textForm = z.object({
  formulier: z.string().max(100).catch('').default(''),
  tekst: textField,
  vraag: tick,
  gate: gateAnswer,
  /** "Verder zonder deze gegevens". */
  zonder: tick,
  /** Photos of an earlier turn that must go. */
  weg: z.array(z.string()).max(100).catch([]).default([]),
});

export type TextForm = z.infer<typeof textForm>;

const GATE = { plek: 'place', groep: 'group', persoon: 'person' } as const;

/** The gate's answer as it is stored; null when it was not asked or not given. */
export const gateOf = (answer: TextForm['gate']): 'place' | 'group' | 'person' | null =>
  answer === null ? null : GATE[answer];

/** The answer as the form shows it. */
export const gateValue = (gate: 'place' | 'group' | null): string =>
  gate === null ? '' : gate === 'place' ? 'plek' : 'groep';
