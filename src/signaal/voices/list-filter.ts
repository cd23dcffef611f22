import type { Signaal } from '../store/load.ts';

/** Who may speak in a signaal, in the order of lists; a pattern of the care network is an object of its own (0.2 D22). */
export const signaalSources = [
  'resident',
  'entrepreneur',
  'group',
  'partner',
  'staff',
  'councillor',
  'other_system',
] as const satisfies readonly Signaal['source'][];

/** How a signaal may come in, in the order of lists. */
export const signaalChannels = [
  'web',
  'desk',
  'phone',
  'paper',
  'mail',
  'rondgang',
  'street',
  'unknown',
] as const satisfies readonly Signaal['channel'][];
