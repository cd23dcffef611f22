export { type CodeProblem, newCode, type ParsedCode, parseCode } from './code.ts';
export { spellCode } from './spell.ts';
export { codeTexts } from './texts.ts';
