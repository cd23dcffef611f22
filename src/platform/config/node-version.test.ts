import { expect, it } from 'vitest';
import { nodeVersionProblem } from './node-version.ts';

it.each(['24.0.0', '24.21.0', '26.1.0'])('Node %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

it.each(['20.20.2', '22.1.0', '9.0.0'])('Node %s is refused with what to do', (version) => {
  expect(nodeVersionProblem(version)).toMatch(new RegExp(`^Wijkregie heeft Node 24 .*${version}.*npm start`));
});
