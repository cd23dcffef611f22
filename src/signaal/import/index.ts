export { type ImportSignalenOptions, importSignalen } from './import-signalen.ts';
export { rejectionHeader, rejectionRows } from './rejections.ts';
export { type Mapping, readMapping } from './rules/mapping.ts';
export type { Rejected } from './rules/prepare.ts';
export { inSentences } from './sentences.ts';
