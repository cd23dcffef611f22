/** The oldest Node this program runs on. */
const NEEDED = 24;

/** What to say about a Node that is too old; `undefined` when it will do. `version` as in `process.versions.node`. */
export const nodeVersionProblem = (version: string): string | undefined =>
  Number.parseInt(version, 10) >= NEEDED
    ? undefined
    : `Wijkregie heeft Node ${NEEDED} of nieuwer nodig en dit is Node ${version}; start met "npm start" (dan komt ` +
      `op Linux de juiste Node vanzelf mee) of installeer Node ${NEEDED} van https://nodejs.org.`;

/** Ends the program with one sentence and exit code 2 on a Node that is too old; the first thing a program does. */
export const requireNode = (): void => {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem === undefined) return;
  process.stderr.write(`${problem}\n`);
  process.exit(2);
};
