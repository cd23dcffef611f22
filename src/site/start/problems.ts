import { SettingError } from '#platform/config/setting-error.ts';
import { LauncherError } from '#platform/database/launcher/launcher.ts';
import { OPERATOR_EXIT_CODE, StartProblem } from './stop-sentence.ts';

/** How a program that cannot go on should end: what to say, and with which exit code. */
export const endingFor = (error: unknown): { sentence: string; code: number } => {
  if (error instanceof SettingError || error instanceof LauncherError || error instanceof StartProblem) {
    return { sentence: error.message, code: OPERATOR_EXIT_CODE };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { sentence: `Wijkregie kan niet verder door een fout in het programma.\n${detail}`, code: 1 };
};
