import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { afterStep, drawMachine } from '#platform/state-machine.ts';
import { testMachine } from '../../test/states.ts';
import { actionMachine, commitmentMachine, planMachine } from './states.ts';

it('are drawn in docs/states.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/states.md'), 'utf8');
  expect(page).toContain(drawMachine(planMachine));
  expect(page).toContain(drawMachine(actionMachine));
  expect(page).toContain(drawMachine(commitmentMachine));
  expect(page).toContain(drawMachine(testMachine));
});

it('answer every step in every state', () => {
  expect(planMachine.states.map((state) => afterStep(planMachine, state, 'agree'))).toEqual([
    'agreed',
    null,
    null,
    null,
  ]);
  expect(actionMachine.states.map((state) => afterStep(actionMachine, state, 'finish'))).toEqual([
    'done',
    'done',
    null,
    null,
  ]);
  expect(commitmentMachine.states.map((state) => afterStep(commitmentMachine, state, 'confirm'))).toEqual([
    'confirmed',
    null,
    null,
  ]);
  expect(testMachine.states.map((state) => afterStep(testMachine, state, 'decide'))).toEqual([
    'decided',
    null,
  ]);
});
