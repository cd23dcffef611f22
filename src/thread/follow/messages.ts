import { publicPhone, type StoredSetting, settingsFrom } from '#gemeente/index.ts';
import { type Correspondent, followerHref, readCorrespondent } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { MessageRow, MessageTemplate, RenderedMessage } from '#platform/mail/template.ts';
import { translator } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { CONFIRM_MESSAGE } from './commands.ts';
import { type Followed, followedOf } from './followed.ts';
import { NEWS_OF_DAY } from './tell.ts';
import { followTexts } from './texts.ts';

/** The one to whom a mail goes, and what it says of the sender. */
interface Envelope {
  readonly to: Correspondent;
  readonly tenant: string;
  readonly phone: string;
  readonly base: string;
}

interface Sender {
  readonly name: string;
  readonly stored: readonly StoredSetting[];
}

const SENDER = `select t.name, array(select jsonb_build_object('key', s.key, 'value', s.value) from setting s
    where s.gemeente = $1 and s.key = $2 and s.valid_from <= $3 order by s.valid_from desc limit 1) as stored
  from tenant t where t.gemeente = $1`;

const envelopeOf = async (world: World, db: TenantDb, message: MessageRow): Promise<Envelope | null> => {
  const { gemeente, recipientId } = message;
  const to = await readCorrespondent(world, db, gemeente, recipientId);
  if (!to) return null;
  const [sender] = await runSql<Sender>(db, SENDER, [gemeente, publicPhone.key, isoDate(world.clock.now())]);
  if (!sender) return null;
  const phone = settingsFrom(sender.stored).get(publicPhone);
  return { to, tenant: sender.name, phone, base: world.publicUrl(gemeente) };
};

type Paragraphs = readonly (string | null)[];

const write = (
  { to, tenant }: Envelope,
  subject: string,
  paragraphs: Paragraphs,
  more: Partial<RenderedMessage> = {},
): RenderedMessage => {
  const t = translator(followTexts, to.lang);
  const lines = [t('mail.greeting'), ...paragraphs, t('mail.closing', { gemeente: tenant })];
  return {
    to: { name: to.name, mail: to.mail },
    subject,
    text: lines.filter((line) => line !== null).join('\n\n'),
    lang: to.lang,
    ...more,
  };
};

const wordsOf = ({ to }: Envelope) => translator(followTexts, to.lang);

const nameInWords = (t: ReturnType<typeof wordsOf>, { areaKind, name }: Followed): string =>
  t(`name.${areaKind ?? 'focuspunt'}`, { name });

const confirm: MessageTemplate = {
  name: CONFIRM_MESSAGE,
  render: async (world, db, message) => {
    const envelope = await envelopeOf(world, db, message);
    const ref = { kind: String(message.variables.kind), id: message.objectId ?? '' };
    const today = isoDate(world.clock.now());
    const [followed] = envelope ? await followedOf(db, message.gemeente, today, [ref]) : [];
    if (!envelope || !followed) return null;
    const t = wordsOf(envelope);
    const name = nameInWords(t, followed);
    const link = `${envelope.base}${followerHref(envelope.to.token)}?bij=${ref.kind}.${ref.id}`;
    return write(envelope, t('mail.confirm.subject', { name }), [
      t('mail.confirm.asked', { name }),
      link,
      t('mail.confirm.ignore'),
      envelope.phone === '' ? null : t('mail.phone', { phone: envelope.phone }),
    ]);
  },
};

const TITLES = `
  select 'knelpunt' as kind, k.id, k.title, k.state, null as "titleEn" from knelpunt k
  where k.gemeente = $1 and k.id = any ($2::uuid[])
  union all
  select 'focuspunt', f.id, f.title, f.public_state, null from focuspunt f
  where f.gemeente = $1 and f.id = any ($3::uuid[]) and f.public_state <> 'proposed'
  union all
  select 'story', s.id, c.name, s.state, c.name_en from signaal s
  left join category c on c.gemeente = $1 and c.id = s.category_id
  where s.gemeente = $1 and s.id = any ($4::uuid[]) and s.cleared_at is not null and s.state <> 'withdrawn'`;

interface Title {
  readonly kind: 'knelpunt' | 'focuspunt' | 'story';
  readonly id: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly state: string;
}

const OBJECT_OF: Readonly<Record<string, Title['kind']>> = {
  knelpunt: 'knelpunt',
  knelpunt_ended: 'knelpunt',
  consulting: 'focuspunt',
  tested: 'focuspunt',
  story: 'story',
};

interface Item {
  readonly kind: string;
  readonly id: string;
}

const itemsOf = (message: MessageRow): Item[] =>
  String(message.variables.items ?? '')
    .split(' ')
    .map((text) => text.split(':'))
    .flatMap(([kind = '', id = '']) => (kind in OBJECT_OF && isId(id) ? [{ kind, id }] : []));

const titlesOf = (db: TenantDb, gemeente: string, items: readonly Item[]): Promise<Title[]> => {
  const ids = (kind: Title['kind']) =>
    items.filter((item) => OBJECT_OF[item.kind] === kind).map(({ id }) => id);
  return runSql<Title>(db, TITLES, [gemeente, ids('knelpunt'), ids('focuspunt'), ids('story')]);
};

const hrefOf = ({ kind, id }: Title): string | null => {
  if (kind === 'story') return null;
  return kind === 'focuspunt' ? `/focuspunten/${id}` : `/draad/knelpunt/${id}`;
};

/** One piece of news as it stands now: a sentence and a link, never what somebody told (C4). */
const itemInWords = (envelope: Envelope, item: Item, titles: readonly Title[]): string | null => {
  const t = wordsOf(envelope);
  const found = titles.find(({ kind, id }) => kind === OBJECT_OF[item.kind] && id === item.id);
  if (!found) return null;
  const title = (envelope.to.lang === 'en' ? found.titleEn : null) ?? found.title ?? '';
  const href = hrefOf(found);
  const sentence = t.dynamic(`mail.item.${item.kind}`, { title });
  return href === null ? sentence : `${sentence}\n${envelope.base}${href}`;
};

const OWN = `select object_kind as kind, object_id as id from follow
  where gemeente = $1 and correspondent_id = $2 and ended_at is null order by id limit 50`;

const news: MessageTemplate = {
  name: NEWS_OF_DAY,
  render: async (world, db, message) => {
    const envelope = await envelopeOf(world, db, message);
    if (!envelope) return null;
    const { gemeente, recipientId } = message;
    const items = itemsOf(message);
    const titles = await titlesOf(db, gemeente, items);
    const told = items.flatMap((item) => itemInWords(envelope, item, titles) ?? []);
    const refs = await runSql<{ kind: string; id: string }>(db, OWN, [gemeente, recipientId]);
    const followed = await followedOf(db, gemeente, isoDate(world.clock.now()), refs);
    if (told.length === 0 || followed.length === 0) return null;
    const t = wordsOf(envelope);
    const names = followed.map((one) => nameInWords(t, one));
    const more = Number(message.variables.more ?? 0);
    const stop = envelope.base + followerHref(envelope.to.token);
    return write(
      envelope,
      names.length === 1 ? t('mail.news.subject_one', { name: names[0] ?? '' }) : t('mail.news.subject'),
      [
        t('mail.news.lead'),
        ...told,
        more > 0 ? t('mail.news.more', { more }) : null,
        t('mail.news.pages'),
        ...followed.map(({ href }, index) => `${names[index]}: ${envelope.base}${href}`),
        t('mail.stop', { url: stop }),
        envelope.phone === '' ? null : t('mail.phone', { phone: envelope.phone }),
      ],
      { stopUrl: `${stop}/stop` },
    );
  },
};

/** The mails to whoever follows: the first one with its question, and the news of a day. */
export const followMessages: readonly MessageTemplate[] = [confirm, news];
