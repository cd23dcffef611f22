import { keyedHash } from '../secrets/index.ts';
import type { Keyring } from '../secrets/keyring.ts';

/** Values of one side of a change, by column. Free text and contact data enter as {@link secret}. */
export type HistoryValues = Readonly<Record<string, unknown>>;

/** One change, as the history keeps it. */
export interface HistoryEntry {
  readonly noun: string;
  readonly objectId: string;
  readonly action: string;
  readonly before?: HistoryValues;
  readonly after?: HistoryValues;
}

const SECRET = Symbol('secret');

/** Marks a value that may hold personal data: the history keeps only its keyed hash, so that equal stays provable. */
export const secret = (text: string | null): unknown => ({ [SECRET]: text });

const isSecret = (value: unknown): value is { [SECRET]: string | null } =>
  typeof value === 'object' && value !== null && SECRET in value;

/** Replaces every marked value by its keyed hash, so nothing personal reaches the append-only table. */
export const withoutSecrets = (
  keyring: Keyring,
  gemeente: string,
  values: HistoryValues | undefined,
): Record<string, unknown> | null => {
  if (!values) return null;
  const plain: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(values)) {
    if (!isSecret(value)) plain[column] = value;
    else
      plain[column] = value[SECRET] === null ? null : `hash:${keyedHash(keyring, gemeente, value[SECRET])}`;
  }
  return plain;
};
