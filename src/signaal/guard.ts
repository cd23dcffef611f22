export { type Finding, gateNeeded, inspectText, maskText, mustRemove } from '#people/index.ts';
