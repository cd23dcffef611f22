/** What the guard can see. All but `hint` identify a person and must go before anything is stored (product.md 0.2 D8). */
export type FindingKind = 'bsn' | 'phone' | 'mail' | 'iban' | 'plate' | 'person_address' | 'hint';

/** A place in a text as the detectors know it: offsets in the text they were given. */
export interface Span {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
}

/** Something seen in the text as typed. `sample` shows the writer which part is meant without repeating it. */
export interface Finding extends Span {
  readonly sample: string;
}

/** Looks for one kind of thing in a normalised text, in time linear in its length. */
export type Detector = (text: string) => Span[];
