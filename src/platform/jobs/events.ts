import type { TenantDb } from '../database/tenant-transaction.ts';

/** Something that happened, told to other rooms: only ids travel. */
export interface DomainEvent {
  readonly id: string;
  readonly gemeente: string;
  readonly name: string;
  readonly objectId: string;
}

/** Takes events inside the transaction that made them: rolled back together, committed together. */
export interface EventSink {
  send(db: TenantDb, events: readonly DomainEvent[]): Promise<void>;
}
