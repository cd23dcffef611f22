import {
  Heading,
  Lead,
  Link,
  List,
  OwnIn,
  Pager,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { ThreadStrip } from '../draw.tsx';
import { hrefOf, isClosed, type PageOf, threadHref } from '../links.ts';
import type { ThreadFacts, ThreadItem } from '../model.ts';
import { A_PAGE } from '../read.ts';
import { stationsOf, type ThreadStation } from '../rules.ts';
import { threadTexts } from '../texts.ts';
import { byStation, dayInWords, nameOfItem, voicesInWords } from '../words.ts';

/** The whole thread with one page of its voices. */
export interface WholeThread {
  readonly facts: ThreadFacts;
  readonly object: ThreadItem;
  readonly isPublic: boolean;
  /** The voices of this page that this visitor may read; the others are a number. */
  readonly voices: readonly ThreadItem[];
  readonly hidden: number;
  readonly next: string | null;
}

interface Props {
  readonly rq: Rq;
  readonly pageOf: PageOf;
  readonly whole: WholeThread;
}

/** The thread as text: the line, and below it what stands at each station. */
export const wholeThreadPage = (rq: Rq, pageOf: PageOf, whole: WholeThread): PageContent => {
  const t = rq.texts(threadTexts);
  const { facts, object, isPublic } = whole;
  const name = object.facts.code === true ? t('page.your_report') : nameOfItem(rq, object);
  const title = t('page.title', { name });
  const own = hrefOf(rq, pageOf, object);
  const days = new Map(stationsOf(facts).map((station) => [station.key, station]));
  return {
    title,
    width: isPublic ? 'resident' : 'staff',
    body: (
      <>
        <Heading level={1} look={2}>
          <OwnIn text={title} own={[object.title]} />
        </Heading>
        <Lead>{t('page.lead')}</Lead>
        {own === null || own === threadHref(facts.start) ? null : (
          <Paragraph>
            <Link href={own}>
              <OwnIn text={t('page.open', { name })} own={[object.title]} />
            </Link>
          </Paragraph>
        )}
        <ThreadStrip rq={rq} pageOf={pageOf} facts={facts} isPublic={isPublic} within />
        {byStation(facts).map(([key, items]) => (
          <Section key={key} id={key} title={t(`station.${key}`)}>
            <Reached rq={rq} station={days.get(key)} isEmpty={items.length === 0} />
            {key === 'heard' ? (
              <Voices rq={rq} pageOf={pageOf} whole={whole} />
            ) : (
              <Objects rq={rq} pageOf={pageOf} items={items} start={object} />
            )}
            {key === 'told' && facts.voices.toldOn ? (
              <Paragraph>{t('section.told', { day: dayInWords(rq, facts.voices.toldOn) ?? '' })}</Paragraph>
            ) : null}
          </Section>
        ))}
      </>
    ),
  };
};

const Reached = ({
  rq,
  station,
  isEmpty,
}: {
  rq: Rq;
  station: ThreadStation | undefined;
  isEmpty: boolean;
}) => {
  const t = rq.texts(threadTexts);
  const day = dayInWords(rq, station?.day ?? null);
  if (day !== undefined) return <Paragraph>{t('section.since', { day })}</Paragraph>;
  if (!isEmpty) return null;
  return (
    <Paragraph muted>{t(`section.nothing.${station?.state === 'skipped' ? 'skipped' : 'ahead'}`)}</Paragraph>
  );
};

const Objects = ({
  rq,
  pageOf,
  items,
  start,
}: Pick<Props, 'rq' | 'pageOf'> & { items: readonly ThreadItem[]; start: ThreadItem }) => {
  const open = items.filter((item) => !isClosed(rq, pageOf, item));
  if (open.length === 0) return null;
  return (
    <>
      <List
        items={open.map((item) => ({
          key: item.id,
          content: <ObjectLine rq={rq} pageOf={pageOf} item={item} isStart={item.id === start.id} />,
        }))}
      />
      {items.length >= A_PAGE ? (
        <Paragraph small>{rq.texts(threadTexts)('section.most', { count: A_PAGE })}</Paragraph>
      ) : null}
    </>
  );
};

const ObjectLine = ({
  rq,
  pageOf,
  item,
  isStart,
}: Pick<Props, 'rq' | 'pageOf'> & { item: ThreadItem; isStart: boolean }) => {
  const t = rq.texts(threadTexts);
  const isOwn = item.facts.code === true;
  const name = isOwn ? t('section.own_voice') : nameOfItem(rq, item);
  const words = <OwnIn text={name} own={[item.title]} />;
  const href = hrefOf(rq, pageOf, item);
  const more = [
    stateInWords(rq, item),
    item.kind === 'measurement' ? valueInWords(rq, item) : null,
    dayInWords(rq, item.day),
    isStart ? t('page.this') : null,
  ].filter(Boolean);
  return (
    <>
      {href === null ? words : <Link href={href}>{words}</Link>}
      {more.length === 0 ? null : ` (${more.join(', ')})`}
    </>
  );
};

const stateInWords = (rq: Rq, { kind, state }: ThreadItem): string | null =>
  state === null || kind === 'department' || kind === 'news_release'
    ? null
    : rq.texts(threadTexts).dynamic(`state.${kind}.${state}`);

const valueInWords = (rq: Rq, { facts }: ThreadItem): string | null => {
  if (facts.isMissing === true) return rq.texts(threadTexts)('measurement.missing');
  if (typeof facts.value !== 'number') return null;
  const value = new Intl.NumberFormat(rq.lang, { maximumFractionDigits: 2 }).format(facts.value);
  return typeof facts.unit === 'string' ? `${value} ${facts.unit}` : value;
};

const Voices = ({ rq, pageOf, whole }: Props) => {
  const t = rq.texts(threadTexts);
  const { facts, voices, hidden, next, isPublic, object } = whole;
  const patterns = facts.items.filter(({ kind }) => kind === 'care_pattern');
  const count = voicesInWords(rq, facts, isPublic);
  return (
    <>
      {count === null ? null : <Paragraph>{count}</Paragraph>}
      {isPublic && count !== null ? <Paragraph muted>{t('section.public_voices')}</Paragraph> : null}
      <Objects rq={rq} pageOf={pageOf} items={[...patterns, ...voices]} start={object} />
      {hidden > 0 && !isPublic ? <Paragraph>{t('section.hidden', { count: hidden })}</Paragraph> : null}
      <Pager
        lang={rq.lang}
        nextHref={
          next === null ? undefined : `${threadHref(facts.start)}?na=${encodeURIComponent(next)}#heard`
        }
      />
    </>
  );
};
