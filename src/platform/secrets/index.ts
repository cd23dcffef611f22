export { blindIndex, hashToken, isSameSecret, isSigned, keyedHash, randomToken, sign } from './hashes.ts';
export { addKey, createKeyFile, KeyFileError, type KeyFileProblem, loadKeyring } from './key-file.ts';
export { type Keyring, makeKeyring } from './keyring.ts';
export type { BlindIndexKind } from './normalise.ts';
export { needsRotation, open, SealError, type SealedPlace, type SealProblem, seal } from './seal.ts';
