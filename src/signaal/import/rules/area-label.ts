import { fold } from '#platform/words.ts';

/** A buurt with all names under which a file may call it: its own, its code, and those of the areas it belongs to. */
export interface NamedBuurt {
  readonly id: string;
  readonly name: string;
  readonly labels: readonly string[];
}

/** What the label of a file says beside the place that was found: the same, something else, or no area of ours at all. */
export type LabelVerdict = 'same' | 'differs' | 'unknown';

/** `Wijk 06 Peelo` and `Peelo` are one. */
const plain = (label: string): string =>
  fold(label)
    .replace(/^(?:wijk|buurt|stadsdeel|gebied)\s+\d*\s*/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Compares labels with the areas of the buurt in which a place lies. */
export const labelJudge = (buurten: readonly NamedBuurt[]) => {
  const own = new Map(buurten.map(({ id, labels }) => [id, new Set(labels.map(plain))]));
  const all = new Set(buurten.flatMap(({ labels }) => labels.map(plain)));
  return (label: string, buurtId: string | null): LabelVerdict => {
    const wanted = plain(label);
    if (buurtId !== null && own.get(buurtId)?.has(wanted)) return 'same';
    return all.has(wanted) ? 'differs' : 'unknown';
  };
};
