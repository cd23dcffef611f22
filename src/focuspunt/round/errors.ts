import { refusing } from '#platform/errors.ts';

/** Why a round refuses something. */
export type RoundError =
  | 'round_title_missing'
  | 'round_day_missing'
  | 'round_empty'
  | 'round_closed'
  | 'round_text_missing'
  | 'round_point_not_asked'
  | 'round_step_not_allowed';

/** Makes a refusal of a round. */
export const refuse = refusing<RoundError>();
