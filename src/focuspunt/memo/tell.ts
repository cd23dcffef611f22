import { notify } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { reportersBehind, tellVoice } from '#signaal/index.ts';
import { membersOf } from '#wijkteam/index.ts';
import { recipientOf } from '../focuspunt/commands/consult.ts';
import { holdersOf } from '../focuspunt/holders.ts';
import { changeFocuspunt, type Focuspunt, lockFocuspunt, moveFocuspunt } from '../focuspunt/store.ts';
import { lockRound, moveRound } from '../round/store.ts';
import type { MemoContent } from './content.ts';
import type { NewsStep } from './steps.ts';
import type { Release } from './store.ts';

/** The templates of the news: to partners and followers, and to reporters in their own channel. */
export const NEWS_MESSAGE = 'focuspunt.news';
export const NEWS_TO_REPORTER = 'focuspunt.decided';

/** More followers than this are told in a later release of the program. */
const MOST_FOLLOWERS = 5_000;

/** What one step of the news does. */
export type Teller = (context: Context, release: Release, content: MemoContent) => Promise<void>;

const eachPoint = async (
  context: Context,
  content: MemoContent,
  work: (focuspunt: Focuspunt) => Promise<void>,
): Promise<void> => {
  for (const { focuspuntId } of content.points) await work(await lockFocuspunt(context, focuspuntId));
};

/** The raad hears first, by the raadsmemo (G1, rapport L141-142). */
const tellCouncil: Teller = async (context, release, content) => {
  const people = await holdersOf(context, ['councillor', 'raad', 'council_clerk']);
  await notify(context, people, 'focus_memo', 'news_release', release.id);
  await eachPoint(context, content, async (focuspunt) => {
    if (focuspunt.state === 'set') await moveFocuspunt(context, focuspunt, 'inform_council');
  });
  context.emit('release.told_council', release.id);
};

/** Then the partners of the wijkteam, and whoever carries or proposed it (K4: nobody unaware). */
const tellPartners: Teller = async (context, release, content) => {
  const { db, gemeente, today } = context;
  await eachPoint(context, content, async (focuspunt) => {
    for (const member of await membersOf(db, gemeente, focuspunt.area_id, today)) {
      const recipient = recipientOf(member);
      if (recipient) await tellByMail(context, recipient, release, focuspunt.id);
    }
    const near = [focuspunt.proposed_by, focuspunt.trekker_account_id].filter((id) => id !== null);
    await notify(context, near, 'focus_news', 'focuspunt', focuspunt.id);
  });
};

const tellByMail = (
  context: Context,
  recipient: { recipientKind: 'account' | 'correspondent'; recipientId: string },
  release: Release,
  focuspuntId: string,
): Promise<string> =>
  enqueue(context, {
    ...recipient,
    template: NEWS_MESSAGE,
    channel: 'mail',
    objectId: focuspuntId,
    variables: { releaseId: release.id },
  });

const SOURCES = `select distinct s.signaal_id as id from focuspunt_knelpunt k
  join knelpunt_signaal s on s.gemeente = k.gemeente and s.knelpunt_id = k.knelpunt_id and s.removed_at is null
  where k.gemeente = $1 and k.focuspunt_id = $2 order by 1 limit 2000`;

/** Then whoever spoke: one human sentence, each person once, in his own channel (0.2 D13). */
const tellReporters: Teller = (context, release, content) =>
  eachPoint(context, content, async (focuspunt) => {
    const { db, gemeente } = context;
    const rows = await runSql<{ id: string }>(db, SOURCES, [gemeente, focuspunt.id]);
    const signalen = rows.map(({ id }) => id);
    if (signalen.length === 0) return;
    for (const voice of await reportersBehind(context, signalen, [])) {
      const about = { focuspuntId: focuspunt.id, releaseId: release.id };
      await tellVoice(context, voice, NEWS_TO_REPORTER, about);
    }
  });

/** The wijken and areas that share a buurt with the area of a focuspunt: its news stands on their pages too. */
const AREAS = `select distinct o.area_id as id from area_buurt ab
  join area_buurt o on o.gemeente = $1 and o.buurt_id = ab.buurt_id
    and o.valid_from <= $3 and (o.valid_to is null or o.valid_to > $3)
  where ab.gemeente = $1 and ab.area_id = $2 and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3)
  limit 200`;

const FOLLOWERS = `select f.account_id as "accountId", f.correspondent_id as "correspondentId" from follow f
  left join correspondent c on c.gemeente = f.gemeente and c.id = f.correspondent_id
  where f.gemeente = $1 and f.object_id = any ($2::uuid[]) and f.ended_at is null and f.rhythm = 'news'
    and (f.account_id is not null or (c.confirmed_at is not null and c.wiped_at is null))
  order by f.id limit ${MOST_FOLLOWERS}`;

/** Then whoever follows the focuspunt, its area or its subject. */
const tellFollowers: Teller = (context, release, content) =>
  eachPoint(context, content, async (focuspunt) => {
    const { db, gemeente, today } = context;
    const areas = await runSql<{ id: string }>(db, AREAS, [gemeente, focuspunt.area_id, today]);
    const near = areas.map(({ id }) => id);
    const objects = [focuspunt.id, focuspunt.area_id, focuspunt.category_id, ...near].filter(
      (id) => id !== null,
    );
    const rows = await runSql<{ accountId: string | null; correspondentId: string | null }>(db, FOLLOWERS, [
      gemeente,
      objects,
    ]);
    const mailed = new Set(rows.flatMap(({ correspondentId }) => correspondentId ?? []));
    for (const id of mailed) {
      await tellByMail(context, { recipientKind: 'correspondent', recipientId: id }, release, focuspunt.id);
    }
    const accounts = rows.flatMap(({ accountId }) => accountId ?? []);
    await notify(context, accounts, 'focus_news', 'focuspunt', focuspunt.id);
  });

/** At last everybody: the public page tells the outcome, and what was set runs. */
const tellPress: Teller = async (context, release, content) => {
  await eachPoint(context, content, async (focuspunt) => {
    const open = { outcome_public_at: context.now };
    if (focuspunt.state === 'council_informed') await moveFocuspunt(context, focuspunt, 'start', open);
    else await changeFocuspunt(context, focuspunt, 'made_public', open);
    context.emit('focuspunt.made_public', focuspunt.id);
  });
  if (release.round_id !== null) {
    const round = await lockRound(context, release.round_id);
    if (round.state === 'decided') await moveRound(context, round, 'release', { released_at: context.now });
  }
};

/** Who does which step. */
export const tellers: Readonly<Record<NewsStep, Teller>> = {
  council: tellCouncil,
  partners: tellPartners,
  reporters: tellReporters,
  followers: tellFollowers,
  press: tellPress,
};
