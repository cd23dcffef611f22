/** What a request of hours does to the pot of a year (0.2 D5, S42; rapport L1149-1156). */
export interface PotOutcome {
  /** Inside the pot the wijkregisseur decides himself; above it the team manager does. */
  readonly state: 'within_pot' | 'asked';
  /** The hours pass the part of the pot from which both are told (C4). */
  readonly notice: boolean;
}

/** Hours already used, the pot of the year and the hours now wanted decide who decides; all in hours, `percent` of the pot. */
export const takeFromPot = (used: number, pot: number, wanted: number, percent: number): PotOutcome => {
  const within = used + wanted <= pot;
  const line = (pot * percent) / 100;
  return { state: within ? 'within_pot' : 'asked', notice: within && used < line && used + wanted >= line };
};
