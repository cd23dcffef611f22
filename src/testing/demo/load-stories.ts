import { isoDate, plusDays } from '#platform/calendar/index.ts';
import type { World } from '#platform/world.ts';
import {
  acceptGroup,
  askBandwidth,
  offerGroup,
  registerGroup,
  returnGroup,
  saveMandate,
} from '#regie/index.ts';
import { assignSignaal, returnAssignment } from '#signaal/index.ts';
import { addMember, writeMemory } from '#wijkteam/index.ts';
import { loadMeerzicht } from './load-meerzicht.ts';
import { loadPalenstein } from './load-palenstein.ts';
import type { PeopledTown } from './load-signalen.ts';
import type { DemoSignaal } from './signalen.ts';
import { daysAgo, onDay } from './story.ts';
import { bouncingSignalen } from './story-signalen.ts';

/** Ids of the signalen that were loaded. */
type Loaded = ReadonlyMap<DemoSignaal, string>;

/** What happened around the signalen: wijkteams, mandates, groups, knots, knelpunten and hours; all of it invented. */
export const loadStories = async (
  world: World,
  town: PeopledTown,
  focuspunten: Readonly<Record<string, string>>,
  loaded: Loaded,
): Promise<void> => {
  await loadTeams(world, town);
  await loadMandates(world, town);
  await loadMemory(world, town);
  await loadBouncingGroup(world, town);
  await loadBouncingSignaal(world, town, loaded);
  await loadPalenstein(world, town, focuspunten['Hoogbouw Palenstein'] ?? '', loaded);
  await loadMeerzicht(world, town, focuspunten['Winkelcentrum Meerzicht'] ?? '', loaded);
  await loadHours(world, town, focuspunten);
};

const WIJKTEAM = [
  { department: 'Politie, basisteam Zoetermeer', function: 'wijkagent', person: 'wim.wijkagent' },
  { department: 'Jongerenwerk Het Honk', function: 'jongerenwerker', person: 'joy.jongerenwerk' },
  { department: 'Welzijn De Plataan', function: 'welzijnswerker', person: 'wendy.welzijn' },
  {
    department: 'Woningcorporatie De Zoete Haard',
    function: 'wijkconsulent',
    person: 'cor.corporatie',
  },
] as const;

const loadTeams = async (world: World, town: PeopledTown): Promise<void> => {
  const then = onDay(world, town, '2016-04-04');
  for (const areaId of Object.values(town.focusAreas)) {
    for (const member of WIJKTEAM) {
      await then.as('nico.netwerk', addMember, {
        areaId,
        departmentId: town.departments[member.department] ?? '',
        function: member.function,
        name: '',
        mail: '',
        accountId: town.accounts[`${member.person}@zoetermeer.voorbeeld`] ?? null,
        publicContact: '',
        standing: true,
        validFrom: '2016-04-04',
      });
    }
  }
};

const MANDATES = [
  { role: 'process_guard', subject: 'knot', scope: 'knopen tussen afdelingen', limitEuro: 10_000 },
  { role: 'director', subject: 'knot', scope: 'knopen tussen afdelingen', limitEuro: 50_000 },
  { role: 'college', subject: 'knot', scope: 'knopen, als laatste stap', limitEuro: null },
  { role: 'team_manager', subject: 'bandwidth', scope: 'uren boven de pot', limitEuro: null },
] as const;

const loadMandates = async (world: World, town: PeopledTown): Promise<void> => {
  const then = onDay(world, town, '2016-01-04');
  for (const mandate of MANDATES) {
    await then.as('femke.beheer', saveMandate, {
      ...mandate,
      mandateId: null,
      source: 'Mandaatbesluit (verzonnen)',
      validFrom: '2016-01-04',
      validTo: null,
    });
  }
};

const loadMemory = async (world: World, town: PeopledTown): Promise<void> => {
  const now = daysAgo(world, town, 0);
  const today = isoDate(now.world.clock.now());
  for (const [name, areaId] of Object.entries(town.focusAreas)) {
    await now.as('nico.netwerk', writeMemory, {
      areaId,
      kind: 'whom_to_call',
      text: 'De wijkbeheerder van Stadsbeheer, 079 - 000 00 02 (verzonnen).',
      startsOn: today,
      endsOn: null,
      public: false,
    });
    await now.as('nico.netwerk', writeMemory, {
      areaId,
      kind: 'rondgang',
      text: `Met de wijkwethouder door ${name}, start om tien uur (verzonnen).`,
      startsOn: name === 'Centrum' ? today : plusDays(today, 4),
      endsOn: name === 'Centrum' ? today : plusDays(today, 4),
      public: true,
    });
  }
  await now.as('nico.netwerk', writeMemory, {
    areaId: town.focusAreas.Centrum ?? '',
    kind: 'closed_street',
    text: 'Dorpsstraat dicht tussen de kerk en de brug tot en met morgen (verzonnen).',
    startsOn: today,
    endsOn: plusDays(today, 1),
    public: true,
  });
};

/** Story 2: a working group of volunteers that went to a department and back once, and is offered again (rapport L715-719). */
const loadBouncingGroup = async (world: World, town: PeopledTown): Promise<void> => {
  const roads = town.departments['Wegen en verkeer'] ?? '';
  const begin = daysAgo(world, town, 90);
  const groupId = await begin.as('wies.regie', registerGroup, {
    name: 'Werkgroep Verkeer en Openbare ruimte (verzonnen)',
    about: 'Denkt op wijkniveau mee over verkeer en de openbare ruimte.',
    areaId: town.focusAreas['Buytenwegh De Leyens'] ?? '',
    size: 'small',
    professionalism: 'experienced',
    reachability: 'by_one_person',
    representativity: 'part',
    continuityUntil: null,
    publicContact: null,
  });
  const consent = 'De voorzitter, namens de groep';
  const offer = { groupId, departmentId: roads, agreed: true, consent, reason: 'Het gaat over verkeer.' };
  await begin.as('wies.regie', offerGroup, { ...offer, version: 1 });
  await daysAgo(world, town, 85).as('willem.wegen', acceptGroup, { groupId, version: 2 });
  const reason = 'Dit gaat over de hele wijk, dus over de wijkregisseur.';
  await daysAgo(world, town, 40).as('willem.wegen', returnGroup, { groupId, version: 3, reason });
  await daysAgo(world, town, 6).as('wies.regie', offerGroup, { ...offer, version: 4 });
};

/** Story 2: a signaal that two departments sent back; the second return makes the knot. */
const loadBouncingSignaal = async (world: World, town: PeopledTown, loaded: Loaded): Promise<void> => {
  const [signaal] = bouncingSignalen;
  const signaalId = signaal && loaded.get(signaal);
  if (!signaalId) throw new Error('The signaal of the second story was not loaded');
  const turns = [
    { days: 17, department: 'Wegen en verkeer', worker: 'willem.wegen' },
    { days: 11, department: 'Veiligheid, Vergunningen en Handhaving', worker: 'vera.veilig' },
  ];
  for (const { days, department, worker } of turns) {
    const advice = { promising: 2, useful: 3, sentence: 'Bij een school; de ouders dringen aan.' };
    const departmentId = town.departments[department] ?? '';
    const { assignmentId } = await daysAgo(world, town, days).as('wies.regie', assignSignaal, {
      signaalId,
      departmentId,
      advice,
    });
    await daysAgo(world, town, days - 2).as(worker, returnAssignment, {
      signaalId,
      assignmentId,
      reason: 'not_ours',
      note: 'Dit is van een andere afdeling.',
      suggestedDepartmentId: null,
    });
  }
};

/** Story 5: 38 of the 60 hours of the wijkregisseur are gone already (screens.md). */
const loadHours = async (
  world: World,
  town: PeopledTown,
  focuspunten: Readonly<Record<string, string>>,
): Promise<void> => {
  const endsOn = plusDays(isoDate(world.clock.now()), 30);
  const orchard = focuspunten['De Uitdaging en De Perenboomgaard'] ?? null;
  const helps = [
    {
      objectId: orchard,
      title: 'De Uitdaging, de start',
      hours: 24,
      dropped: 'het bijwerken van het wijkgeheugen',
    },
    { objectId: null, title: 'Buurtfeest Seghwaert', hours: 14, dropped: 'een overleg over parkeren' },
  ];
  for (const { objectId, title, hours, dropped } of helps) {
    await daysAgo(world, town, 21).as('wies.regie', askBandwidth, {
      objectKind: objectId === null ? 'other' : 'focuspunt',
      objectId,
      title,
      sentence: 'Ik help mee met de aanvraag en de eerste bijeenkomst.',
      hours,
      whatIsDropped: dropped,
      endsOn,
    });
  }
};
