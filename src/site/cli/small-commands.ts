import { loadDemo } from '../demo.ts';
import { rememberDemo, rememberedDemo } from '../start/demo-choice.ts';
import { type CliCommand, UsageProblem } from './command.ts';
import { say } from './sentences.ts';

/** Opening the ground brings the database up to date; this command only tells what that did. */
export const migrateCommand: CliCommand = {
  name: 'migrate',
  about: 'Werk de database bij.',
  options: [],
  run: async (_input, { open }) => ({
    sentences: [say.migrated(open.applied)],
    facts: { applied: open.applied },
  }),
};

/** Loads the demonstration, where one may be. */
export const demoCommand: CliCommand = {
  name: 'demo',
  about: 'Laad de demonstratiegemeente (alleen met DEMO=1 of in een map die al een demonstratie is).',
  options: [],
  run: async (_input, { open, config, world }) => {
    const allowed = config.demo === true || open.found.demo || rememberedDemo(config) === true;
    if (!allowed || config.demo === false) throw new UsageProblem(say.demoRefused);
    rememberDemo(config, true);
    await loadDemo(world, open.urls.ownerUrl);
    return { sentences: [say.demoLoaded], facts: { demo: true } };
  },
};
