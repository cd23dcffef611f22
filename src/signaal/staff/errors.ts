import { refusing } from '#platform/errors.ts';

/** What only the staff's screens refuse; the rest are the room's own (`../errors.ts`). */
export type StaffError = 'slip_too_late' | 'search_empty' | 'name_needs_postcode' | 'read_reason_missing';

/** Makes a refusal of the staff's screens. */
export const refuse = refusing<StaffError>();
