export { allActions, type Grant, gate, grantsFor } from './gate.ts';
export { type Action, isAction, matrix, type Reach, reachOf } from './matrix.ts';
export { isRole, type MachineRole, type RoleId, roles } from './roles.ts';
export { signedInBy } from './session.ts';
