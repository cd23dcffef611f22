export { type ImportSignalenOptions, importSignalen, type SignalenReport } from './import-signalen.ts';
export { rejectionHeader, rejectionRows } from './rejections.ts';
export { type Mapping, mappingSchema, readMapping } from './rules/mapping.ts';
export type { Rejected } from './rules/prepare.ts';
export { inSentences } from './sentences.ts';
