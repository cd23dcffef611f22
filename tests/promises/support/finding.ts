/** What a check saw, and what it has to complain about; a check that saw too little proves nothing. */
export interface Finding {
  readonly seen: number;
  readonly breaches: readonly string[];
}
