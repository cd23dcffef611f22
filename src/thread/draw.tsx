import type { ReactNode } from 'react';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { RedThread, type Station } from '#platform/web/components/index.ts';
import type { Rq, ThreadObject } from '#platform/web/request.ts';
import { audienceOf } from './audience.ts';
import { hrefOf, isClosed, type PageOf, threadHref } from './links.ts';
import { isThreadKind, type StationKey, type ThreadFacts } from './model.ts';
import { threadOf } from './read.ts';
import { stationsOf, type ThreadStation } from './rules.ts';
import { threadTexts } from './texts.ts';
import { dayInWords, noteOf } from './words.ts';

/**
 * De rode draad of an object for its page, as this visitor may see it: one query, null when nothing hangs on it. The page
 * asks whether its visitor may open the object; the thread adds nothing that he may not know. `kind` is the table's name.
 */
export const drawThread =
  (pageOf: PageOf) =>
  async (rq: Rq, { kind, id }: ThreadObject, db?: TenantDb): Promise<ReactNode> => {
    if (!isThreadKind(kind)) return null;
    const audience = audienceOf(rq);
    const read = (open: TenantDb) => threadOf(open, rq.gemeente, { kind, id }, audience);
    const facts = await (db ? read(db) : rq.read(read));
    return (
      facts && <ThreadStrip rq={rq} pageOf={pageOf} facts={facts} isPublic={audience.side === 'public'} />
    );
  };

interface StripProps {
  readonly rq: Rq;
  readonly pageOf: PageOf;
  readonly facts: ThreadFacts;
  readonly isPublic: boolean;
  /** On the page of the whole thread each station leads to its own part of it. */
  readonly within?: boolean;
}

/** The line with its stations. */
export const ThreadStrip = ({ rq, pageOf, facts, isPublic, within = false }: StripProps) => {
  const t = rq.texts(threadTexts);
  const stations: Station[] = stationsOf(facts).map((station) => ({
    key: station.key,
    name: t(`station.${station.key}`),
    state: station.state,
    date: dayInWords(rq, station.day),
    href: within ? `#${station.key}` : stationHref({ rq, pageOf, facts, isPublic }, station),
    note: noteOf(rq, facts, station, isPublic),
  }));
  return <RedThread lang={rq.lang} label={t('thread.label')} stations={stations} />;
};

/** Where the resident's own page tells of a station. */
const ON_OWN_PAGE: Readonly<Partial<Record<StationKey, string>>> = {
  heard: '#verteld',
  plan: '#berichten',
  told: '#berichten',
};

/** One object that may be opened: its page. More, or only a number: the part of the whole thread that tells of them. */
const stationHref = (
  { rq, pageOf, facts, isPublic }: StripProps,
  { key, day }: ThreadStation,
): string | undefined => {
  const items = facts.items.filter((item) => item.station === key && !isClosed(rq, pageOf, item));
  const objects = items.filter(({ kind }) => kind !== 'department');
  const isOwnAlone = isPublic && facts.own !== null && objects.every(({ own }) => own);
  if (isOwnAlone && (key !== 'heard' || facts.voices.count <= 1)) {
    if (day === null) return undefined;
    return ON_OWN_PAGE[key] ?? (isShutTo(rq, pageOf, facts) ? undefined : threadHref(facts.start, key));
  }
  if ((day === null && items.length === 0) || isShutTo(rq, pageOf, facts)) return undefined;
  const [only] = objects;
  const isAlone = objects.length === 1 && items.length === 1 && (key !== 'heard' || facts.voices.count <= 1);
  return (isAlone && only && hrefOf(rq, pageOf, only)) || threadHref(facts.start, key);
};

/**
 * Whether the page of the whole thread is shut to whoever may see this object: a melding that a colleague looks at by its
 * code, or what a partner may see of his own wijk before the public does.
 */
const isShutTo = (rq: Rq, pageOf: PageOf, { start, items }: ThreadFacts): boolean => {
  const self = items.find(({ kind, id }) => kind === start.kind && id === start.id);
  if (start.kind !== 'signaal') return self === undefined;
  return rq.signedIn !== null && (self === undefined || hrefOf(rq, pageOf, self) === null);
};
