import { parseArgs } from 'node:util';
import { type CliCommand, type CliInput, UsageProblem } from './command.ts';
import { say } from './sentences.ts';

/** What somebody typed: a command with its input, or a question for help (about one command, or all). */
export type Typed =
  | { readonly kind: 'run'; readonly command: CliCommand; readonly input: CliInput; readonly json: boolean }
  | { readonly kind: 'help'; readonly command: CliCommand | undefined };

/** Reads the words after the program's name. Throws {@link UsageProblem} with a sentence. */
export const parseTyped = (argv: readonly string[], commands: readonly CliCommand[]): Typed => {
  const command = commands.find(({ name }) => {
    const words = name.split(' ');
    return words.every((word, place) => argv[place] === word);
  });
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  if (!command) {
    const first = argv.find((word) => !word.startsWith('-'));
    if (wantsHelp || first === undefined) return { kind: 'help', command: undefined };
    throw new UsageProblem(
      say.unknown(
        argv
          .filter((word) => !word.startsWith('-'))
          .slice(0, 2)
          .join(' '),
        commands.map(({ name }) => name).filter((name) => name.startsWith(`${first} `)),
      ),
    );
  }
  if (wantsHelp) return { kind: 'help', command };
  return parseFor(command, argv.slice(command.name.split(' ').length));
};

const parseFor = (command: CliCommand, argv: readonly string[]): Typed => {
  const { values, positionals } = parseWords(command, argv);
  const option = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  for (const { name, required } of command.options) {
    if (required && option(name) === '') throw new UsageProblem(say.missing(`--${name}`, command.name));
  }
  if (command.word && positionals.length === 0) {
    throw new UsageProblem(say.missing(`<${command.word.name}>`, command.name));
  }
  const most = command.word ? 1 : 0;
  if (positionals.length > most) {
    throw new UsageProblem(say.badOption(positionals.slice(most).join(' '), command.name));
  }
  const input: CliInput = { option, given: (name) => values[name] !== undefined, words: positionals };
  return { kind: 'run', command, input, json: values.json === true };
};

interface Words {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

const parseWords = (command: CliCommand, argv: readonly string[]): Words => {
  const options = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({
      args: [...argv],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageProblem(say.badOption(whatIsWrong(error), command.name), { cause: error });
  }
};

/** In our own words what Node says of an option in English. */
const whatIsWrong = (error: unknown): string => {
  if (!(error instanceof Error) || !('code' in error)) return '';
  const option = /--?[\w-]+/.exec(error.message)?.[0] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return say.unknownOption(option);
  return error.message.includes('does not take an argument')
    ? say.withoutValue(option)
    : say.withValue(option);
};

/** The explanation of one command, or of all. */
export const helpText = (commands: readonly CliCommand[], command?: CliCommand): string => {
  if (!command) {
    const width = Math.max(...commands.map(({ name }) => name.length));
    const lines = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`);
    return `${say.usage}\n\n${say.commands}\n${lines.join('\n')}\n\n${say.more}\n`;
  }
  const rows = [
    ...(command.word ? [[`<${command.word.name}>`, command.word.about]] : []),
    ...command.options.map(({ name, value, about, required }) => [
      `--${name}${value ? ` <${value}>` : ''}`,
      required ? `${about} ${say.required}` : about,
    ]),
    ['--json', say.json],
    ['--help', say.help],
  ];
  const width = Math.max(...rows.map(([left = '']) => left.length));
  const lines = rows.map(([left = '', about = '']) => `  ${left.padEnd(width)}  ${about}`);
  const word = command.word ? ` <${command.word.name}>` : '';
  return `${command.about}\n\nnpm run wijkregie -- ${command.name}${word} [opties]\n\n${say.options}\n${lines.join('\n')}\n`;
};
