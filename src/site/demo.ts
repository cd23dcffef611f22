import type { Config } from '#platform/config/config.ts';
import type { OpenGround } from './start/ground.ts';

/** Loads the demonstration municipality unless it is there. */
export const loadDemo = async (_open: OpenGround, _config: Config): Promise<void> => undefined;
