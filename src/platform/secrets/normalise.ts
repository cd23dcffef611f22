/** What can be searched exactly without being readable in the database. */
export type BlindIndexKind = 'name' | 'surname' | 'mail' | 'phone' | 'postcode' | 'code';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

const HONORIFIC = /^(?:de heer|dhr|mevrouw|mevr|mw|meneer|mr|familie|fam|drs|ir|dr|prof|ing)\b\.?\s*/;

/** Brings a value to the one form under which it is indexed and searched; empty when nothing is left to search. */
export const normalise = (kind: BlindIndexKind, value: string): string =>
  normalisers[kind](value.slice(0, 500));

const lettersOnly = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');

const capitals = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '');

const plainName = (value: string): string => {
  const plain = value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{M}|[øæœßđðłıþ]/gu, (letter) => WHOLE_LETTERS[letter] ?? '')
    .trim();
  return plain.replace(HONORIFIC, '').replace(HONORIFIC, '');
};

/** Dutch numbers become +31 and nine digits however they were typed; others keep their digits. */
const phone = (value: string): string => {
  const plain = value.normalize('NFKC').replace(/\(0\)/g, '');
  const digits = plain.replace(/\D/g, '');
  if (digits === '') return '';
  if (plain.trim().startsWith('+')) return `+${digits.replace(/^310(?=\d{9}$)/, '31')}`;
  if (digits.startsWith('00')) return `+${digits.slice(2).replace(/^310(?=\d{9}$)/, '31')}`;
  if (/^0\d{9}$/.test(digits)) return `+31${digits.slice(1)}`;
  if (/^[1-9]\d{8}$/.test(digits)) return `+31${digits}`;
  return digits;
};

const normalisers: Record<BlindIndexKind, (value: string) => string> = {
  // Without spaces, so that "van den Berg", "Van denBerg" and "vandenberg" are one.
  name: (value) => lettersOnly(plainName(value)),
  // The last word: the desk hears "De Vries" where the form said "Joke de Vries".
  surname: (value) =>
    lettersOnly(
      plainName(value)
        .split(/[\s,-]+/)
        .filter(Boolean)
        .at(-1) ?? '',
    ),
  mail: (value) => value.normalize('NFKC').trim().toLowerCase(),
  phone,
  postcode: capitals,
  code: capitals,
};
