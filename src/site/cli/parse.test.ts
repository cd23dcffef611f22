import { describe, expect, it } from 'vitest';
import { type CliCommand, UsageProblem } from './command.ts';
import { helpText, parseTyped } from './parse.ts';

const command: CliCommand = {
  name: 'import things',
  about: 'Lees dingen.',
  word: { name: 'bestand', about: 'Pad.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code.', required: true },
    { name: 'dry-run', about: 'Alleen kijken.' },
  ],
  run: async () => ({ sentences: [], facts: {} }),
};
const parse = (...argv: string[]) => parseTyped(argv, [command]);

describe('what somebody types', () => {
  it('is a command with its options and words', () => {
    const typed = parse('import', 'things', 'a b.json', '--gemeente', ' GM0637 ', '--dry-run', '--json');
    if (typed.kind !== 'run') throw new Error('not a command');
    expect(typed.json).toBe(true);
    expect(typed.input.words).toEqual(['a b.json']);
    expect(typed.input.option('gemeente')).toBe('GM0637');
    expect([typed.input.given('dry-run'), typed.input.option('other')]).toEqual([true, '']);
  });

  it.each([
    [['import', 'things', 'x'], '--gemeente'],
    [['import', 'things', '--gemeente', 'x'], '<bestand>'],
    [['import', 'things', 'x', 'y', '--gemeente', 'x'], 'y'],
    [['import', 'things', 'x', '--gemeente', 'x', '--wat'], 'kloppen niet (--wat bestaat niet)'],
    [['import', 'things', 'x', '--gemeente'], 'bij --gemeente hoort een waarde'],
    [['import', 'things', 'x', '--gemeente', '--dry-run'], 'bij --gemeente hoort een waarde'],
    [['import', 'things', 'x', '--gemeente', 'x', '--dry-run=ja'], 'bij --dry-run hoort geen waarde'],
    [['import'], '"import" bestaat niet (wel: import things)'],
    [['import', 'nothing'], '"import nothing"'],
  ])('is refused with a sentence: %j', (argv, says) => {
    expect(() => parse(...argv)).toThrow(UsageProblem);
    expect(() => parse(...argv)).toThrow(says);
  });

  it('may be a question for help, about all or about one', () => {
    expect(parse()).toMatchObject({ kind: 'help', command: undefined });
    expect(parse('-h')).toMatchObject({ kind: 'help', command: undefined });
    expect(parse('import', 'things', '--help')).toMatchObject({ kind: 'help', command });
    expect(helpText([command])).toContain('import things  Lees dingen.');
    expect(helpText([command], command)).toContain('--gemeente <GM0637>');
  });
});
