/** Who is told, in this order and never in another (0.2 D15). */
export const newsSteps = ['council', 'partners', 'reporters', 'followers', 'press'] as const;

export type NewsStep = (typeof newsSteps)[number];

/** Which columns of a release say that a step is done. */
export interface NewsMoments {
  readonly mayor_signed_at: Date | null;
  readonly secretary_signed_at: Date | null;
  readonly embargo_until: Date;
  readonly released_at: Date | null;
  readonly council_told_at: Date | null;
  readonly partners_told_at: Date | null;
  readonly reporters_told_at: Date | null;
  readonly followers_told_at: Date | null;
  readonly press_told_at: Date | null;
}

/** What happens next with a release at a moment: it is released, a step is taken, it waits, or it is over. */
export const nextOf = (release: NewsMoments, now: Date): NewsStep | 'release' | 'wait' | 'over' => {
  if (release.mayor_signed_at === null || release.secretary_signed_at === null) return 'wait';
  if (now < release.embargo_until) return 'wait';
  if (release.released_at === null) return 'release';
  return newsSteps.find((step) => release[`${step}_told_at`] === null) ?? 'over';
};
