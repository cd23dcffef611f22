/** What a check saw, and what it has to complain about; a check that saw too little proves nothing. */
export interface Finding {
  readonly seen: number;
  readonly breaches: readonly string[];
}

/** Files by path; a check takes them as text, so that a breach can be planted without writing it to the disk. */
export type ProgramFiles = ReadonlyMap<string, string>;
