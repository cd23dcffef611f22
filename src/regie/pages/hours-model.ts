import type { ListPage } from '#platform/paging.ts';
import type { HoursRow, OwnHoursRow, PersonHours } from '../read/hours.ts';
import type { Pot } from '../read/pot.ts';
import type { Failed } from '../web/form.tsx';
import type { HelpOn } from './hours-forms.tsx';

/** What the page of the hours shows to this person. */
export interface HoursPage {
  readonly year: number;
  /** His own pot; null for whoever has none. */
  readonly pot: Pot | null;
  readonly page: ListPage<HoursRow>;
  readonly running: readonly OwnHoursRow[];
  readonly people: readonly PersonHours[];
  readonly on: HelpOn;
  readonly failed: Failed | null;
  readonly done?: string | undefined;
}
