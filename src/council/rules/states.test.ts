import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { afterStep, drawMachine } from '#platform/state-machine.ts';
import { itemMachine, OPEN_ITEM_STATES } from './item-states.ts';
import { questionMachine } from './question-states.ts';

/** Each allowed pair, written by hand from product.md C2.8 and 0.2 D14, D16. */
const ITEM = `begin open>busy extended>busy
  propose open>proposed_settled busy>proposed_settled extended>proposed_settled
  decline proposed_settled>busy
  settle open>settled busy>settled proposed_settled>settled extended>settled
  extend open>extended busy>extended proposed_settled>extended extended>extended`;
const QUESTION = `forward asked>forwarded forwarded>forwarded drafted>forwarded
  draft forwarded>drafted drafted>drafted
  release drafted>answered
  withdraw asked>withdrawn forwarded>withdrawn drafted>withdrawn`;

const pairsOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => {
      const [step, ...pairs] = line.trim().split(' ');
      return pairs.map((pair) => `${step}:${pair}`);
    })
    .sort();

it('answers every state x every step of a motie or toezegging as written down', () => {
  const found = itemMachine.states.flatMap((state) =>
    (['begin', 'propose', 'decline', 'settle', 'extend'] as const).flatMap((step) => {
      const to = afterStep(itemMachine, state, step);
      return to === null ? [] : [`${step}:${state}>${to}`];
    }),
  );
  expect(found.sort()).toEqual(pairsOf(ITEM));
  expect(OPEN_ITEM_STATES).not.toContain('settled');
  expect(OPEN_ITEM_STATES).toHaveLength(itemMachine.states.length - 1);
});

it('answers every state x every step of a technical question as written down', () => {
  const found = questionMachine.states.flatMap((state) =>
    (['forward', 'draft', 'release', 'withdraw'] as const).flatMap((step) => {
      const to = afterStep(questionMachine, state, step);
      return to === null ? [] : [`${step}:${state}>${to}`];
    }),
  );
  expect(found.sort()).toEqual(pairsOf(QUESTION));
});

it('is drawn in docs/states.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'states.md'), 'utf8');
  for (const drawing of [drawMachine(itemMachine), drawMachine(questionMachine)])
    expect(page).toContain(drawing);
});
