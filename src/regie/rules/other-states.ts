import type { StateMachine } from '#platform/state-machine.ts';

/** Where the move of a group to another department is. */
export type MoveState = 'offered' | 'accepted' | 'returned' | 'refused_by_group';
export type MoveStep = 'accept' | 'return';

/**
 * A move of a group's home (rapport L715-719, 0.2 D18). It begins offered, or refused by the group itself: without its
 * consent nothing moves. A department may return what it was offered, and what it had accepted; both count.
 */
export const groupMoveMachine: StateMachine<MoveState, MoveStep> = {
  noun: 'group_move',
  states: ['offered', 'accepted', 'returned', 'refused_by_group'],
  initial: ['offered', 'refused_by_group'],
  steps: {
    accept: { from: ['offered'], to: 'accepted' },
    return: { from: ['offered', 'accepted'], to: 'returned' },
  },
};

/** Where hours beside the line are. */
export type BandwidthState = 'within_pot' | 'asked' | 'approved' | 'refused' | 'ended';
export type BandwidthStep = 'approve' | 'refuse' | 'end';

/** Hours of a wijkregisseur (0.2 D5): within the yearly pot at once, above it the team manager decides. */
export const bandwidthMachine: StateMachine<BandwidthState, BandwidthStep> = {
  noun: 'bandwidth',
  states: ['within_pot', 'asked', 'approved', 'refused', 'ended'],
  initial: ['within_pot', 'asked'],
  steps: {
    approve: { from: ['asked'], to: 'approved' },
    refuse: { from: ['asked'], to: 'refused' },
    end: { from: ['within_pot', 'asked', 'approved'], to: 'ended' },
  },
};
