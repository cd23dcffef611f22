import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, isLoopback } from '#platform/config/config.ts';
import { sentences } from './sentences.ts';
import { StartProblem } from './stop-sentence.ts';

/** What is known when it must be decided whether this is a demonstration. */
export interface DemoFacts {
  readonly embedded: boolean;
  readonly loopback: boolean;
  /** `DEMO` as it was given. */
  readonly asked: boolean | undefined;
  /** Nothing was ever in this database. */
  readonly fresh: boolean;
  /** What an earlier start decided for this data folder. */
  readonly remembered: boolean | undefined;
  /** A demonstration municipality is in the database. */
  readonly present: boolean;
}

/**
 * Whether the demonstration is on. It lets anybody step in as staff, so it exists only when it was asked for, or on a
 * fresh embedded database that nobody outside this machine can reach; a folder that holds real data never gets one
 * unasked. Throws {@link StartProblem} when a demonstration is there but may not be.
 */
export const decideDemo = (facts: DemoFacts, host: string): boolean => {
  if (facts.asked === true) return true;
  const was = facts.present || facts.remembered === true;
  if (facts.asked === false) {
    if (facts.present) throw new StartProblem(sentences.demoRefused());
    return false;
  }
  if (!facts.embedded) {
    if (facts.present) throw new StartProblem(sentences.demoExternal());
    return false;
  }
  if (was && !facts.loopback) throw new StartProblem(sentences.demoExposed(host));
  return was || (facts.fresh && facts.remembered === undefined && facts.loopback);
};

const noteSchema = z.object({ demo: z.boolean(), loading: z.boolean().optional() });
const noteOf = (dataDir: string): string => join(dataDir, 'demo.json');

type NoteConfig = Pick<Config, 'dataDir' | 'database'>;

const readNote = (config: NoteConfig): z.infer<typeof noteSchema> | undefined => {
  if (config.database.kind !== 'embedded' || !existsSync(noteOf(config.dataDir))) return undefined;
  return noteSchema.parse(JSON.parse(readFileSync(noteOf(config.dataDir), 'utf8')));
};

/** What an earlier start noted; undefined when none did. */
export const rememberedDemo = (config: NoteConfig): boolean | undefined => readNote(config)?.demo;

/** Whether an earlier start was cut off while it loaded the demonstration into a fresh database. */
export const isHalfLoaded = (config: NoteConfig): boolean => readNote(config)?.loading === true;

/**
 * Notes the decision before anything is loaded, so that a start cut short is finished by the next one. `loading` stays in
 * the note until the demonstration is there as a whole.
 */
export const rememberDemo = (config: NoteConfig, demo: boolean, loading = false): void => {
  if (config.database.kind !== 'embedded') return;
  const draft = `${noteOf(config.dataDir)}.draft`;
  writeFileSync(draft, JSON.stringify(loading ? { demo, loading } : { demo }), { mode: 0o600 });
  renameSync(draft, noteOf(config.dataDir));
};

/** The facts of the settings; those of the database come from elsewhere. */
export const demoFacts = (config: Config, database: Pick<DemoFacts, 'fresh' | 'present'>): DemoFacts => ({
  ...database,
  embedded: config.database.kind === 'embedded',
  loopback: isLoopback(config.host),
  asked: config.demo,
  remembered: rememberedDemo(config),
});
