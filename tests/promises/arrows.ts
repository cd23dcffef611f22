/** The rooms that know one instrument of the report each (design.md, "The rooms"). */
export const INSTRUMENTS = [
  'focuspunt',
  'rondgang',
  'signaal',
  'wijkteam',
  'wijk-aan-zet',
  'samenspraak',
  'monitor',
  'regie',
] as const;

const GROUND = ['platform'] as const;
const INSTRUMENT_MAY = [...GROUND, 'gemeente', 'people'] as const;
const JOINING_MAY = [...INSTRUMENT_MAY, ...INSTRUMENTS, 'council'] as const;

/**
 * Which room may use which (design.md, "The rooms"). A new arrow is a decision record. Rooms that are not made yet stand
 * here already; a folder that stands nowhere here fails. `testing` holds the builders and the demo municipality.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  gemeente: [...GROUND],
  people: [...GROUND, 'gemeente'],
  ...Object.fromEntries(INSTRUMENTS.map((room) => [room, INSTRUMENT_MAY])),
  regie: [...INSTRUMENT_MAY, 'signaal'],
  focuspunt: [...INSTRUMENT_MAY, 'signaal', 'wijkteam', 'regie', 'monitor'],
  rondgang: [...INSTRUMENT_MAY, 'signaal'],
  council: [...INSTRUMENT_MAY, ...INSTRUMENTS],
  thread: [...JOINING_MAY],
  workplace: [...JOINING_MAY],
  testing: [...JOINING_MAY, 'thread', 'workplace'],
  site: [...JOINING_MAY, 'thread', 'workplace', 'testing'],
};

/** Rooms whose files may be imported one by one; every other room has only its door. */
export const OPEN_ROOMS: readonly string[] = ['platform', 'testing'];

/** The entries of the program lie beside the rooms and belong to the top floor. */
export const ENTRIES: readonly string[] = ['src/main.ts', 'src/cli.ts'];

/** The only part of the builders that the program itself uses: the demo municipality. */
export const DEMO_FOLDER = 'src/testing/demo/';
