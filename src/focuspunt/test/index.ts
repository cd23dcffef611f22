export { type DecideTest, decideTest, type ProposeTest, proposeTest } from './commands.ts';
export { testRoutes } from './pages/routes.ts';
export { type TestResult, testMachine } from './states.ts';
