import { publicPhone, setSetting } from '#gemeente/index.ts';
import { addHolding, createAccount } from '#people/index.ts';
import { manualClock } from '#platform/clock.ts';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { sweepTenant } from '#signaal/index.ts';
import { loadCouncil } from './council.ts';
import { loadFocuspunten } from './load-focuspunten.ts';
import { paceOfMeerzicht } from './load-meerzicht.ts';
import { loadPlans } from './load-plans.ts';
import { loadSignaal, type PeopledTown } from './load-signalen.ts';
import { loadStories } from './load-stories.ts';
import { loadSubjects } from './load-subjects.ts';
import { demoPeople } from './people.ts';
import { type DemoSignaal, demoSignalen } from './signalen.ts';
import { meerzichtSignalen, storySignalen } from './story-signalen.ts';
import { seedTown, type TownIds } from './town.ts';

/** An invented signaal with how fast its days go by when the demo is loaded now. */
interface Paced {
  readonly signaal: DemoSignaal;
  readonly pace: number;
}

/** All invented signalen as they fell before this moment, the oldest first. */
const signalenBefore = (now: Date): readonly Paced[] => {
  const pace = paceOfMeerzicht(now);
  const own = (signaal: DemoSignaal): number => (meerzichtSignalen.includes(signaal) ? pace : 1);
  return [...demoSignalen, ...storySignalen]
    .map((signaal) => ({ signaal, pace: own(signaal) }))
    .toSorted((one, other) => daysBefore(other) - daysBefore(one));
};

const daysBefore = ({ signaal, pace }: Paced): number => signaal.daysAgo * pace;

const FROM = '2014-01-01';
/** Invented. */
const PHONE = '079 - 000 00 00';
const DAY = 86_400_000;

/**
 * Loads the demo municipality: town, subjects, invented people and invented signalen that really went through the
 * commands, at the moments they tell. Safe at every start: what is there stays.
 */
export const loadDemoTown = async (world: World, ownerUrl: string): Promise<PeopledTown> => {
  const town = await seedTown(world, ownerUrl);
  const known = await accountsOf(world, town.gemeente);
  if (Object.keys(known).length > 0) return { ...town, accounts: known, subjects: {} };
  const subjects = await loadSubjects(world, town);
  const accounts = await loadPeople(world, town);
  const phone = { key: publicPhone.key, value: PHONE, validFrom: FROM };
  await execute(world, town.gemeente, operatorPrincipal, setSetting, phone);
  const demo = { ...town, accounts, subjects };
  await loadCouncil(world, town, accounts);
  const focuspunten = await loadFocuspunten(world, demo);
  const ids = new Map<DemoSignaal, string>();
  const signalen = signalenBefore(world.clock.now());
  for (const { signaal, pace } of signalen) ids.set(signaal, await loadSignaal(world, demo, signaal, pace));
  await loadStories(world, demo, focuspunten, ids);
  await loadPlans(world, demo, focuspunten);
  await liveThroughTheDays(world, town.gemeente);
  return demo;
};

/** Terms passed on their own day, not all today: the demo's days are swept one by one, but for those on which nothing is due. */
const liveThroughTheDays = async (world: World, gemeente: string): Promise<void> => {
  const now = world.clock.now().getTime();
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const due = await firstTerm(world, gemeente);
    const daysAgo = due === null ? -1 : Math.min(Math.floor((now - due.getTime()) / DAY), before - 1);
    if (daysAgo < 0) return;
    const clock = manualClock(new Date(now - daysAgo * DAY));
    await sweepTenant({ ...world, clock }, gemeente);
    before = daysAgo;
  }
};

/** When the first term about a signaal passes that nobody has seen yet; null when none runs. */
const firstTerm = async (world: World, gemeente: string): Promise<Date | null> => {
  const row = await tenantTransaction(world.pool, gemeente, (db) =>
    db
      .selectFrom('term')
      .select('due_at')
      .where('gemeente', '=', gemeente)
      .where('state', '=', 'open')
      .where('object_kind', 'in', ['signaal', 'assignment'])
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.due_at ?? null;
};

const accountsOf = async (world: World, gemeente: string): Promise<Record<string, string>> => {
  const rows = await tenantTransaction(world.pool, gemeente, (db) =>
    db.selectFrom('account').select(['id', 'email']).where('gemeente', '=', gemeente).limit(200).execute(),
  );
  return Object.fromEntries(rows.map(({ id, email }) => [email, id]));
};

const loadPeople = async (world: World, town: TownIds): Promise<Record<string, string>> => {
  const accounts: Record<string, string> = {};
  for (const { name, email } of demoPeople) {
    const person = { name, email, lang: 'nl' as const, invented: true };
    accounts[email] = await execute(world, town.gemeente, operatorPrincipal, createAccount, person);
  }
  for (const person of demoPeople) {
    const area = person.wijk ? town.wijken[person.wijk] : town.portfolios[person.portfolio ?? ''];
    await execute(world, town.gemeente, operatorPrincipal, addHolding, {
      accountId: accounts[person.email] ?? '',
      role: person.role,
      departmentId: person.department ? (town.departments[person.department] ?? null) : null,
      areaId: area ?? null,
      onBehalfOf: person.onBehalfOf ? (accounts[person.onBehalfOf] ?? null) : null,
      from: FROM,
    });
  }
  return accounts;
};
