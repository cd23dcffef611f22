import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { EventSink } from './jobs/events.ts';
import type { Logger } from './logging.ts';
import type { Gate } from './policy/principal.ts';
import type { Keyring } from './secrets/keyring.ts';

/** Everything a command, a page or a job needs from outside; made once at the start, replaced piece by piece in tests. */
export interface World {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly gate: Gate;
  readonly events: EventSink;
  /** The public address of a tenant, without a closing slash: for links in mails and letters. */
  readonly publicUrl: (gemeente: string) => string;
}
