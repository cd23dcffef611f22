import { isoDate, plusDays } from '../calendar/index.ts';
import type { TenantDb } from '../database/tenant-transaction.ts';
import type { World } from '../world.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import { DAYS_TO_ANSWER } from './letters.ts';
import { type MessageColumns, type PostOffice, renderMessage, type Sender } from './office.ts';
import type { RenderedMessage } from './template.ts';

/** One letter, ready for its sheet. */
export interface RenderedLetter {
  readonly id: string;
  readonly message: RenderedMessage;
}

/** A stack as it is printed now: whoever was erased since is left out and counted. */
export interface RenderedStack {
  readonly letters: readonly RenderedLetter[];
  readonly erased: number;
  readonly failed: number;
  readonly sender: Sender;
  readonly madeAt: Date;
  /** The last day on which the reader may answer, `YYYY-MM-DD`. */
  readonly answerBy: string;
}

/** Writes the letters of a stack. */
export const renderStack = async (
  office: PostOffice,
  world: World,
  db: TenantDb,
  rows: readonly MessageColumns[],
  madeAt: Date,
): Promise<RenderedStack> => {
  const letters: RenderedLetter[] = [];
  const missing = { erased: 0, failed: 0 };
  for (const row of rows) {
    const message = await renderOrCount(office, world, db, row, missing);
    if (message) letters.push({ id: row.id, message });
  }
  const [first] = rows;
  const sender = await office.senderOf(world, db, first?.gemeente ?? '');
  return { letters, ...missing, sender, madeAt, answerBy: plusDays(isoDate(madeAt), DAYS_TO_ANSWER) };
};

const renderOrCount = async (
  office: PostOffice,
  world: World,
  db: TenantDb,
  row: MessageColumns,
  missing: { erased: number; failed: number },
): Promise<RenderedMessage | null> => {
  try {
    const message = await renderMessage(office, world, db, row);
    if (message && (message.to.address ?? []).length > 0) return message;
    missing.erased += 1;
    return null;
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
    missing.failed += 1;
    return null;
  }
};
