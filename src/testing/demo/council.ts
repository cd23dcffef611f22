import { proposeSettled, registerDocument, registerItem, settle, takePosition } from '#council/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { manualClock } from '#platform/clock.ts';
import { type Command, execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { figurePapers } from './figures.ts';
import type { TownIds } from './town.ts';

type DocumentInput = typeof registerDocument extends Command<infer Input, string> ? Input : never;
type ItemInput = typeof registerItem extends Command<infer Input, string> ? Input : never;
type Dated = DocumentInput['dated'];

/** A document as the report tells of it; areas by the names of the demo town, `replaces` by title. */
export interface DemoDocument {
  readonly kind: DocumentInput['kind'];
  readonly title: string;
  readonly dated: Dated;
  readonly status: DocumentInput['status'];
  readonly summary: string;
  readonly source: string;
  readonly replaces?: string;
  readonly wijk?: string;
  /** Fractions that were against, with the lines that say so. */
  readonly against?: { readonly parties: readonly string[]; readonly taken: Dated; readonly source: string };
}

/** A motie or toezegging as the report tells of it. */
export interface DemoItem {
  readonly kind: ItemInput['kind'];
  readonly title: string;
  readonly text: string;
  readonly given: Dated;
  readonly givenBy: string;
  readonly ownerFunction: string;
  readonly source: string;
  /** The title of a document that it is about. */
  readonly about?: string;
  readonly settled?: { readonly on: Dated; readonly how: string };
  readonly proposed?: string;
}

const year = (text: string): Dated => ({ on: `${text}-01-01`, precision: 'year' });
const month = (text: string): Dated => ({ on: `${text}-01`, precision: 'month' });

const FURTHER = 'Doorontwikkeling wijkgericht werken';
const NETWORKS = 'Netwerken in de wijken';

/** The documents of product.md A5, each with its lines in the report; nothing is said that is not there. */
export const demoDocuments: readonly DemoDocument[] = [
  {
    kind: 'coalition_programme',
    title: 'Collegeprogramma 2010-2014',
    dated: year('2010'),
    status: 'in_force',
    summary: 'Kondigt aan dat er een visie op het wijkgericht werken komt.',
    source: 'rapport L128-129',
  },
  {
    kind: 'council_memo',
    title: 'Raadsmemo Stadsmarshall',
    dated: year('2013'),
    status: 'for_information',
    summary: 'De stadsmarshall start in Buytenwegh, voor veiligheid en leefbaarheid.',
    source: 'rapport L108-109, L153-156',
    wijk: 'Buytenwegh',
  },
  {
    kind: 'council_proposal',
    title: NETWORKS,
    dated: year('2014'),
    status: 'rejected',
    summary: 'Raadsvoorstel dat onvoldoende politieke steun kreeg.',
    source: 'rapport L104, L130-131',
  },
  {
    kind: 'council_proposal',
    title: FURTHER,
    dated: month('2015-04'),
    status: 'in_force',
    summary: 'Geldt als voornaamste visiedocument. Wijkposten worden balies in multifunctionele clusters.',
    source: 'rapport L131-133, L339-345',
    replaces: NETWORKS,
    against: {
      parties: ['Zó! Zoetermeer', 'SP', 'CDA', 'GroenLinks'],
      taken: month('2015-04'),
      source: 'rapport L356-358; datum van het raadsvoorstel',
    },
  },
  {
    kind: 'memo',
    title: 'Memo over de taken van de wijkregisseur',
    dated: month('2015-06'),
    status: 'for_information',
    summary: 'Zet per taak op een rij of die bij de wijkregisseur blijft of anders wordt ingevuld.',
    source: 'rapport L104-105, L135-137',
  },
  {
    kind: 'college_decision',
    title: 'Collegebesluit Stadsmarshall',
    dated: year('2015'),
    status: 'in_force',
    summary: 'Na evaluatie in 2015 gaat de inzet door en komt hij ook in andere wijken.',
    source: 'rapport L108-109, L156-158',
    wijk: 'Buytenwegh',
  },
  {
    kind: 'ordinance',
    title: 'Samenspraakverordening',
    dated: month('2015-10'),
    status: 'in_force',
    summary: 'Raad of college stelt de samenspraakprocedure vast met een apart procesvoorstel.',
    source: 'rapport L934-936',
  },
  {
    kind: 'council_proposal',
    title: 'Locatiekeuze en omvorming wijkpost Centrum naar gemeentelijke balie',
    dated: month('2015-12'),
    status: 'for_information',
    summary: 'De raad wordt geïnformeerd bij de omvorming van de eerste wijkpost.',
    source: 'rapport L106-107, L138-139',
    wijk: 'Centrum',
  },
  {
    kind: 'council_memo',
    title: 'Focuspunten voor de wijkregisseurs in de wijken',
    dated: month('2016-03'),
    status: 'for_information',
    summary: 'De focuspunten zijn aan het college voorgelegd; de raad is geïnformeerd.',
    source: 'rapport L106, L140-142, L325',
  },
  {
    kind: 'other',
    title: 'Start van de gemeentelijke balies',
    dated: month('2016-04'),
    status: 'for_information',
    summary: 'Vanaf april 2016 worden de wijkposten omgevormd naar gemeentelijke balies.',
    source: 'rapport L32-33',
  },
  ...figurePapers,
  {
    kind: 'vision',
    title: 'Samen zorgen in de wijk!',
    dated: month('2016-10'),
    status: 'in_force',
    summary: 'Visie op de wijkzorgnetwerken. Het rapport noemt dit stuk ook “Samen zorgen voor de wijk”.',
    source: 'rapport L149-151, L286',
  },
];

const WORKED_IN =
  'Volgens het rapport verwerkt in het raadsvoorstel Doorontwikkeling wijkgericht werken. Of de raad dit als afgedaan ziet, staat er niet in.';

/** The moties and toezeggingen of product.md A5. */
export const demoItems: readonly DemoItem[] = [
  ...(
    [
      ['2011', 'Versterking wijkposten'],
      ['2012', 'Doorontwikkeling brede wijkposten'],
      ['2014', 'Integratie wijkposten met integrale wijkcentra'],
    ] as const
  ).map(
    ([given, title]): DemoItem => ({
      kind: 'motion',
      title,
      text: `Motie “${title.toLowerCase()}”. De tekst zelf staat niet in het rapport.`,
      given: year(given),
      givenBy: 'de raad',
      ownerFunction: 'college',
      source: 'rapport L342-345',
      about: FURTHER,
      proposed: WORKED_IN,
    }),
  ),
  {
    kind: 'toezegging',
    title: 'Openingstijden van wijkposten inclusief de personele aspecten',
    text: 'Toezegging over de openingstijden van de wijkposten. De tekst zelf staat niet in het rapport.',
    given: year('2014'),
    givenBy: 'college',
    ownerFunction: 'college',
    source: 'rapport L344-345',
    about: FURTHER,
    proposed: WORKED_IN,
  },
  {
    kind: 'toezegging',
    title: 'Taken en bevoegdheden van de wijkregisseur duidelijker afbakenen',
    text: 'Bij de behandeling van het raadsvoorstel zegt het college toe de taken en bevoegdheden duidelijker af te bakenen.',
    given: month('2015-04'),
    givenBy: 'college',
    ownerFunction: 'college',
    source: 'rapport L133-137',
    about: FURTHER,
    settled: {
      on: month('2015-06'),
      how: 'De taken zijn op een rij gezet en per taak is bezien of deze bij de wijkregisseurs blijft.',
    },
  },
];

const DOMAIN = '@zoetermeer.voorbeeld';

/**
 * Loads the documents, moties, toezeggingen and points of view of the report through the commands of the griffie and the
 * college; what is dated after today is left out. Safe at every start: once there are documents, nothing is added.
 */
export const loadCouncil = async (
  world: World,
  town: TownIds,
  accounts: Readonly<Record<string, string>>,
): Promise<void> => {
  if (await isLoaded(world, town.gemeente)) return;
  const today = isoDate(world.clock.now());
  const clerk = holderOf(accounts, 'greet.griffie', 'council_clerk');
  const college = holderOf(accounts, 'coby.college', 'college');
  const documents = new Map<string, string>();
  for (const document of demoDocuments.filter(({ dated }) => dated.on <= today)) {
    const at = onDay(world, document.dated.on);
    documents.set(document.title, await loadDocument(at, town, clerk, document, documents));
  }
  for (const item of demoItems.filter(({ given }) => given.on <= today)) {
    await loadItem(world, town, { clerk, college }, item, documents);
  }
};

/** The same house on the day that something is told of. */
const onDay = (world: World, day: string): World => ({
  ...world,
  clock: manualClock(new Date(`${day}T12:00:00Z`)),
});

const isLoaded = async (world: World, gemeente: string): Promise<boolean> => {
  const known = await tenantTransaction(world.pool, gemeente, (db) =>
    db.selectFrom('document').select('id').where('gemeente', '=', gemeente).limit(1).executeTakeFirst(),
  );
  return known !== undefined;
};

const holderOf = (accounts: Readonly<Record<string, string>>, name: string, role: string): Principal => ({
  kind: 'staff',
  id: accounts[`${name}${DOMAIN}`] ?? null,
  holdings: [{ role, departmentId: null, areaId: null, buurtIds: null, onBehalfOf: null }],
});

const loadDocument = async (
  world: World,
  town: TownIds,
  clerk: Principal,
  { wijk, replaces, against, ...document }: DemoDocument,
  documents: ReadonlyMap<string, string>,
): Promise<string> => {
  const area = wijk === undefined ? undefined : town.wijken[wijk];
  const id = await execute(world, town.gemeente, clerk, registerDocument, {
    ...document,
    number: '',
    link: '',
    replacesId: (replaces && documents.get(replaces)) ?? null,
    about: area === undefined ? [] : [{ kind: 'area', id: area }],
  });
  for (const party of against?.parties ?? []) {
    const taken = against?.taken ?? document.dated;
    const position = {
      documentId: id,
      party,
      stance: 'against',
      taken,
      source: against?.source ?? '',
    } as const;
    await execute(world, town.gemeente, clerk, takePosition, position);
  }
  return id;
};

const loadItem = async (
  world: World,
  town: TownIds,
  { clerk, college }: { readonly clerk: Principal; readonly college: Principal },
  item: DemoItem,
  documents: ReadonlyMap<string, string>,
): Promise<void> => {
  const { gemeente } = town;
  const about = item.about === undefined ? undefined : documents.get(item.about);
  const itemId = await execute(onDay(world, item.given.on), gemeente, clerk, registerItem, {
    ...item,
    number: '',
    ownerAccountId: null,
    dueOn: null,
    about: about === undefined ? [] : [{ kind: 'document', id: about }],
  });
  if (item.settled && item.settled.on.on <= isoDate(world.clock.now())) {
    const { on, how } = item.settled;
    const input = { itemId, version: 1, settlement: how, settled: on };
    await execute(onDay(world, on.on), gemeente, clerk, settle, input);
  }
  if (item.proposed) {
    const input = { itemId, version: 1, settlement: item.proposed };
    await execute(world, gemeente, college, proposeSettled, input);
  }
};
