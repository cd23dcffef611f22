/** One answer of the program, whatever it was. */
export interface Probe {
  /** 0 when there was no answer at all. */
  readonly status: number;
  readonly milliseconds: number;
  readonly text: string;
}

const PATIENCE = 60_000;
/** Every question comes from another visitor: what one of them may ask in an hour is not what is tried here. */
let visitors = 0;
const someVisitor = (): string => {
  visitors += 1;
  return `10.9.${(visitors >> 8) & 255}.${visitors & 255}`;
};

/** Asks once, and tells how it went; never throws. */
export const probe = async (origin: string, path: string, form?: Record<string, string>): Promise<Probe> => {
  const began = performance.now();
  try {
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'x-forwarded-for': someVisitor(), ...(form ? { origin } : {}) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const text = await response.text();
    return { status: response.status, milliseconds: performance.now() - began, text };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { status: 0, milliseconds: performance.now() - began, text: error.message };
  }
};

/** What somebody types in the first field of the form; it must come back when it cannot be taken. */
export const TYPED = 'Er ligt een grote tak dwars over het fietspad bij de vijver.';

/** Sends the first page of the form. `kept`: the answer shows what was typed, in a form that sends it again. */
export const tryToTell = async (origin: string): Promise<Probe & { readonly kept: boolean }> => {
  const answer = await probe(origin, '/melden', { tekst: TYPED, gate: '' });
  return { ...answer, kept: answer.text.includes(TYPED) && answer.text.includes('action="/melden"') };
};
