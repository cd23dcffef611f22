import type { Config } from '#platform/config/config.ts';
import type { OpenGround } from './ground.ts';

const SHOWN = 5;

/** Says in plain words where the site can be found, for the person at the terminal. */
export const tellAddresses = async (
  { ground }: Pick<OpenGround, 'ground'>,
  config: Pick<Config, 'host' | 'mail'>,
  port: number,
  output: { write: (text: string) => unknown },
): Promise<void> => {
  const { rows } = await ground.pool.query<{ gemeente: string; name: string; demo: boolean }>(
    `select gemeente, name, demo from tenant order by demo desc, created_at, gemeente limit ${SHOWN + 1}`,
  );
  const lines = rows
    .slice(0, SHOWN)
    .map(
      ({ gemeente, name, demo }) =>
        `  ${name}${demo ? ' (demonstratie)' : ''}: ${ground.publicUrl(gemeente)}`,
    );
  if (rows.length > SHOWN) lines.push('  …');
  if (rows.some(({ demo }) => demo)) lines.push(`  ook op: http://localhost:${port}`);
  output.write(
    `\nWijkregie draait.\n${lines.length > 0 ? lines.join('\n') : firstSteps(config.host, port)}\n`,
  );
  output.write('Stoppen: Ctrl-C.\n\n');
};

const firstSteps = (host: string, port: number): string =>
  `  Er is nog geen gemeente (de server luistert op ${host}:${port}). Maak er een:\n` +
  '  npm run wijkregie -- gemeente create --code GM0637 --name Zoetermeer --host zoetermeer.localhost --admin beheer@voorbeeld.nl';
