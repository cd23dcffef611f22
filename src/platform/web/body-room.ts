import { refuse } from '../errors.ts';

/** Room in memory for the body of one request; whatever happens, {@link BodyRoom.leave} gives it back. */
export interface BodyRoom {
  /** Throws `busy` when all bodies together would hold more than the process can bear. */
  readonly take: (bytes: number) => void;
  readonly leave: () => void;
}

/**
 * Shares a number of bytes among all bodies that are held at one moment, from their first byte until they were handled.
 * Thirty visitors with three photos each would otherwise fill three gigabytes, and stop the program for everybody.
 */
export const bodyRooms = (most: number): (() => BodyRoom) => {
  let held = 0;
  return () => {
    let own = 0;
    return {
      take: (bytes) => {
        if (held + bytes > most) throw refuse('busy', { status: 503 });
        held += bytes;
        own += bytes;
      },
      leave: () => {
        held -= own;
        own = 0;
      },
    };
  };
};
