import type { Config } from '#platform/config/config.ts';
import type { Logger } from '#platform/logging.ts';
import type { World } from '#platform/world.ts';
import type { OpenGround } from '../start/ground.ts';

/** One option of a command, such as `--code GM0637`. */
interface CliOption {
  readonly name: string;
  /** What stands for the value in the explanation; without it the option is a switch. */
  readonly value?: string;
  readonly about: string;
  readonly required?: boolean;
}

/** What a command is given: checked options, and the words that belong to none. */
export interface CliInput {
  /** The value of an option; empty when it was not given. */
  readonly option: (name: string) => string;
  readonly given: (name: string) => boolean;
  readonly words: readonly string[];
}

/** What a command works with. */
export interface CliHouse {
  readonly open: OpenGround;
  readonly config: Config;
  readonly world: World;
  /** The version of the program. */
  readonly version: string;
  /** Tells how far it is; only on a terminal. */
  readonly progress: (sentence: string) => void;
}

/** What came of it: sentences for people, facts for programs. */
export interface CliResult {
  readonly sentences: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  /** The command did its work, and the answer is no. */
  readonly failed?: boolean;
}

/** What a command has that must not open the database: it copies or replaces it. */
export type CliCellar = Pick<CliHouse, 'config' | 'version' | 'progress'> & { readonly log: Logger };

interface CommandFace {
  /** The words that call it, such as `gemeente create`. */
  readonly name: string;
  readonly about: string;
  readonly options: readonly CliOption[];
  /** The word after the command that must be given, such as a file. */
  readonly word?: { readonly name: string; readonly about: string };
}

/** A command that works in the opened house. */
export interface HouseCommand extends CommandFace {
  readonly run: (input: CliInput, house: CliHouse) => Promise<CliResult>;
}

/** A command that works below the house. */
export interface CellarCommand extends CommandFace {
  readonly runBelow: (input: CliInput, cellar: CliCellar) => Promise<CliResult>;
}

/** One command of the command line. */
export type CliCommand = HouseCommand | CellarCommand;

/** The way of using a command is wrong; ends with exit code 2. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
