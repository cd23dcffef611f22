/** One allowed step: from any of these states to that one. */
export interface Step<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

/** States and steps of one noun: the table is the code, the drawing and the test. */
export interface StateMachine<State extends string, StepName extends string> {
  readonly noun: string;
  readonly states: readonly State[];
  readonly initial: readonly State[];
  readonly steps: Readonly<Record<StepName, Step<State>>>;
}

/** The state after a step, or null when the step is not allowed in this state. */
export const afterStep = <State extends string, StepName extends string>(
  machine: StateMachine<State, StepName>,
  state: State,
  step: StepName,
): State | null => {
  const { from, to } = machine.steps[step];
  return from.includes(state) ? to : null;
};

/** The names of the steps that are allowed in a state. */
export const stepsFrom = <State extends string, StepName extends string>(
  machine: StateMachine<State, StepName>,
  state: State,
): StepName[] => {
  const names = Object.keys(machine.steps) as StepName[];
  return names.filter((name) => machine.steps[name].from.includes(state));
};

/** The table as a Mermaid drawing, for the documentation; a test compares the drawing with the code. */
export const drawMachine = <State extends string, StepName extends string>(
  machine: StateMachine<State, StepName>,
): string => {
  const names = Object.keys(machine.steps) as StepName[];
  const lines = names.flatMap((name) =>
    machine.steps[name].from.map((from) => `  ${from} --> ${machine.steps[name].to}: ${name}`),
  );
  return ['stateDiagram-v2', ...machine.initial.map((state) => `  [*] --> ${state}`), ...lines].join('\n');
};
