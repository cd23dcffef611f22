import { followerHref, readCorrespondent } from '#people/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { MessageRow, MessageTemplate, RenderedMessage } from '#platform/mail/template.ts';
import { open } from '#platform/secrets/index.ts';
import { type Lang, type Translate, translator } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { reporterTemplate } from '#signaal/index.ts';
import { tokenPlace } from '../focuspunt/advice-token.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import type { MemoPoint } from './content.ts';
import { contentOf } from './store.ts';
import { NEWS_MESSAGE, NEWS_TO_REPORTER } from './tell.ts';

interface Addressee {
  readonly name: string;
  readonly mail: string;
  readonly lang: Lang;
  /** The link with which a resident who follows stops these mails; null for whoever is told by office. */
  readonly stop: string | null;
}

/** Name and address at the moment of sending; null when the person left or was wiped. */
const addresseeOf = async (world: World, db: TenantDb, message: MessageRow): Promise<Addressee | null> => {
  const { gemeente, recipientId, recipientKind } = message;
  if (recipientKind === 'correspondent') {
    const person = await readCorrespondent(world, db, gemeente, recipientId);
    if (!person) return null;
    const page = `${world.publicUrl(gemeente)}${followerHref(person.token)}`;
    return { ...person, stop: person.purpose === 'follow' ? page : null };
  }
  const account = await db
    .selectFrom('account')
    .select(['name', 'email as mail', 'lang'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', recipientId)
    .where('active', '=', true)
    .executeTakeFirst();
  return account ? { ...account, stop: null } : null;
};

type Words = Translate<(typeof focuspuntTexts)['nl']>;

const write = (
  to: Addressee,
  tenant: string,
  words: (t: Words) => { subject: string; paragraphs: readonly (string | null)[] },
): RenderedMessage => {
  const t = translator(focuspuntTexts, to.lang);
  const { subject, paragraphs } = words(t);
  const greeting = to.name === '' ? t('mail.greeting_plain') : t('mail.greeting', { name: to.name });
  const stop = to.stop === null ? null : t('mail.news.stop', { url: to.stop });
  const text = [greeting, ...paragraphs, stop, t('mail.closing', { gemeente: tenant })];
  return {
    to: { name: to.name, mail: to.mail },
    subject,
    text: text.filter((line) => line !== null).join('\n\n'),
    lang: to.lang,
    ...(to.stop === null ? {} : { stopUrl: `${to.stop}/stop` }),
  };
};

/** The request for advice, with a link of its own that ends (0.2 D4). */
const advice: MessageTemplate = {
  name: 'focuspunt.advice',
  render: async (world, db, message) => {
    const row = await db
      .selectFrom('focuspunt_advice as a')
      .innerJoin('focuspunt as f', (join) =>
        join.onRef('f.gemeente', '=', 'a.gemeente').onRef('f.id', '=', 'a.focuspunt_id'),
      )
      .innerJoin('area as r', (join) =>
        join.onRef('r.gemeente', '=', 'f.gemeente').onRef('r.id', '=', 'f.area_id'),
      )
      .innerJoin('tenant as t', 't.gemeente', 'a.gemeente')
      .select(['a.id', 'a.token_sealed', 'a.due_at', 'a.expires_at', 'a.answered_at', 'f.title'])
      .select(['r.name as area', 't.name as tenant'])
      .where('a.gemeente', '=', message.gemeente)
      .where('a.id', '=', message.objectId)
      .executeTakeFirst();
    const to = row && (await addresseeOf(world, db, message));
    if (!row || !to || row.answered_at !== null || world.clock.now() > row.expires_at) return null;
    const token = open(world.keyring, row.token_sealed, tokenPlace(message.gemeente, row.id));
    return write(to, row.tenant, (t) => ({
      subject: t('mail.advice.subject', { title: row.title }),
      paragraphs: [
        t('mail.advice.ask', { title: row.title, area: row.area }),
        t('mail.advice.until', { day: formatDate(row.due_at, to.lang) }),
        `${world.publicUrl(message.gemeente)}/advies/${token}`,
        t('mail.advice.expires', { day: formatDate(row.expires_at, to.lang) }),
      ],
    }));
  },
};

interface News {
  readonly point: MemoPoint;
  readonly url: string;
  readonly tenant: string;
}

/** What the memo says of one focuspunt; null before the raad was told: no earlier message can be made at all. */
const readNews = async (world: World, db: TenantDb, message: MessageRow): Promise<News | null> => {
  const { releaseId, focuspuntId } = message.variables;
  const pointId = typeof focuspuntId === 'string' ? focuspuntId : message.objectId;
  if (typeof releaseId !== 'string' || !isId(releaseId)) return null;
  const release = await db
    .selectFrom('news_release')
    .select(['memo_content', 'council_told_at'])
    .where('gemeente', '=', message.gemeente)
    .where('id', '=', releaseId)
    .executeTakeFirst();
  if (!release?.council_told_at) return null;
  const content = contentOf(release);
  const point = content.points.find((one) => one.focuspuntId === pointId);
  if (!point) return null;
  return {
    point,
    tenant: content.gemeente,
    url: `${world.publicUrl(message.gemeente)}/focuspunten/${point.focuspuntId}`,
  };
};

/** What became of it, in the words of everybody: the outcome, the reason, one human sentence. */
const newsLines = (t: Words, lang: Lang, { point, url }: News): (string | null)[] => {
  const { title, area, outcome, reason, heldUntil, decidedOn, sentence } = point;
  const day = heldUntil === null ? '' : formatDate(heldUntil, lang);
  return [
    t.dynamic(`mail.news.${outcome}`, { title, area, decided: formatDate(decidedOn, lang), day }),
    outcome === 'set' || reason === '' ? null : t('mail.news.why', { reason }),
    sentence,
    t('mail.news.page', { url }),
  ];
};

const news: MessageTemplate = {
  name: NEWS_MESSAGE,
  render: async (world, db, message) => {
    const told = await readNews(world, db, message);
    const to = told && (await addresseeOf(world, db, message));
    if (!told || !to) return null;
    return write(to, told.tenant, (t) => ({
      subject: t('mail.news.subject', { title: told.point.title }),
      paragraphs: newsLines(t, to.lang, told),
    }));
  },
};

const toReporter = reporterTemplate<News>({
  name: NEWS_TO_REPORTER,
  load: readNews,
  words: ({ lang, about, followLine }, told) => {
    const t = translator(focuspuntTexts, lang);
    return {
      subject: t('mail.news.subject', { title: told.point.title }),
      paragraphs: [
        t('mail.news.yours', { kind: about.kind, date: about.date }),
        ...newsLines(t, lang, told),
        followLine,
      ],
    };
  },
});

/** Everything this part of the room sends. */
export const focuspuntTemplates: readonly MessageTemplate[] = [advice, news, toReporter];
