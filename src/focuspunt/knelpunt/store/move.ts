import { moverOf } from '#platform/command/rows.ts';
import { refuse } from '../errors.ts';
import { knelpuntMachine, placementMachine } from '../rules/states.ts';

const notAllowed = () => refuse('knelpunt_step_not_allowed', { status: 409 });

const knelpuntMover = moverOf({
  table: 'knelpunt',
  machine: knelpuntMachine,
  freeText: [
    'title',
    'place_note',
    'hypothesis',
    'public_sentence',
    'public_reason',
    'effort',
    'effort_by',
    'effort_why_not',
    'what_is_added',
  ],
  notAllowed,
});

const placementMover = moverOf({
  table: 'knelpunt_placement',
  machine: placementMachine,
  freeText: ['advice', 'answer'],
  notAllowed,
});

/** Takes one step in the life of a knelpunt. Throws `knelpunt_step_not_allowed`, `changed_meanwhile`. */
export const moveKnelpunt = knelpuntMover.move;

/** Changes a knelpunt without a step, such as its sentence; same history, same version. Throws `changed_meanwhile`. */
export const changeKnelpunt = knelpuntMover.change;

/** Takes one step in the life of a placement. Throws `knelpunt_step_not_allowed`, `changed_meanwhile`. */
export const movePlacement = placementMover.move;
