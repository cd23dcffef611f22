import { moverOf } from '#platform/command/rows.ts';
import { refuse } from '../errors.ts';
import { assignmentMachine } from '../rules/assignment-states.ts';
import { signaalMachine } from '../rules/signaal-states.ts';

const notAllowed = () => refuse('step_not_allowed', { status: 409 });

const signaalMover = moverOf({
  table: 'signaal',
  machine: signaalMachine,
  freeText: ['text', 'public_text', 'place_note', 'street', 'street_search'],
  notAllowed,
});

const assignmentMover = moverOf({
  table: 'assignment',
  machine: assignmentMachine,
  freeText: ['answer', 'return_note', 'advice'],
  notAllowed,
});

/** Takes one step in the life of a signaal; gives it as it is now. Throws `step_not_allowed`, `changed_meanwhile`. */
export const moveSignaal = signaalMover.move;

/** Changes a signaal without a step, such as its category; same history. Throws `changed_meanwhile`. */
export const changeSignaal = signaalMover.change;

/** Takes one step in the life of an assignment. Throws `step_not_allowed`, `changed_meanwhile`. */
export const moveAssignment = assignmentMover.move;
