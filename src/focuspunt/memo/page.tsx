import type { ReactNode } from 'react';
import { formatDateTime } from '#platform/calendar/index.ts';
import {
  Alert,
  Heading,
  InlineForm,
  Link,
  LinkButton,
  Own,
  OwnIn,
  Paragraph,
  ScreenOnly,
  Section,
  StatusBadge,
  SummaryList,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { focuspuntHref, memoHref } from '../focuspunt/paths.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { type Block, memoBlocks } from './blocks.ts';
import type { MemoContent } from './content.ts';
import { newsSteps } from './steps.ts';
import type { Release } from './store.ts';

const drawn = (rq: Rq, blocks: readonly Block[], key: number, own: readonly (string | null)[]): ReactNode => {
  const block = blocks[key];
  if (block === undefined) return null;
  if (block.kind === 'heading') {
    return (
      <Heading key={key} level={block.level}>
        <OwnIn text={block.text} own={own} />
      </Heading>
    );
  }
  if (block.kind === 'text')
    return (
      <Paragraph key={key}>
        <OwnIn text={block.text} own={own} />
      </Paragraph>
    );
  const rows = block.rows.map((cells, index) => ({ id: String(index), cells }));
  return (
    <Table
      key={key}
      lang={rq.lang}
      caption={<OwnIn text={block.caption} own={own} />}
      captionHidden={repeats(blocks[key - 1], block.caption)}
      rows={rows}
      rowKey={({ id }) => id}
      columns={block.header.map((header, index) => ({
        key: String(index),
        header,
        cell: ({ cells }: (typeof rows)[number]) => <OwnIn text={cells[index] ?? ''} own={own} />,
      }))}
    />
  );
};

/** The heading just above says the same: the caption is then for those who listen only. */
const repeats = (before: Block | undefined, caption: string): boolean =>
  before?.kind === 'heading' && before.text === caption;

/** What college, wijkregisseur and trekker wrote in it, the longest first: of two that overlap it is the whole. */
const ownWords = ({ title, intro, points }: MemoContent): string[] =>
  [
    title,
    intro,
    ...points.flatMap(({ title, problem, reason, sentence, goal }) => [
      title,
      problem,
      reason,
      sentence,
      goal?.title,
    ]),
  ]
    .filter((words): words is string => Boolean(words))
    .toSorted((a, b) => b.length - a.length);

interface MemoProps {
  readonly rq: Rq;
  readonly release: Release;
}

const Buttons = ({ rq, release }: MemoProps) => {
  const t = rq.texts(focuspuntTexts);
  const act = (path: string, label: string, look: 'primary' | 'secondary') => (
    <InlineForm action={`${memoHref(release.id)}/${path}`} csrf={rq.csrf} label={label} look={look} />
  );
  const isSigned = release.mayor_signed_at !== null && release.secretary_signed_at !== null;
  return (
    <>
      {release.mayor_signed_at === null && rq.may('release.sign_as_mayor')
        ? act('burgemeester', t('memo.sign_mayor'), 'primary')
        : null}
      {release.secretary_signed_at === null && rq.may('release.sign_as_secretary')
        ? act('secretaris', t('memo.sign_secretary'), 'primary')
        : null}
      {isSigned && release.released_at === null && rq.may('release.release')
        ? act('vrijgeven', t('memo.release_now'), 'secondary')
        : null}
    </>
  );
};

/** Who was told when, in the order of D15; what is still to come is hollow. */
const NewsOrder = ({ rq, release }: MemoProps) => {
  const t = rq.texts(focuspuntTexts);
  const moment = (at: Date | null): ReactNode =>
    at === null ? <StatusBadge tone="neutral">{t('news.waits')}</StatusBadge> : formatDateTime(at, rq.lang);
  return (
    <Section id="volgorde" title={t('news.title')}>
      <SummaryList
        rows={[
          { key: 'mayor', term: t('memo.mayor'), value: moment(release.mayor_signed_at) },
          { key: 'secretary', term: t('memo.secretary'), value: moment(release.secretary_signed_at) },
          { key: 'embargo', term: t('news.embargo'), value: formatDateTime(release.embargo_until, rq.lang) },
          ...newsSteps.map((step) => ({
            key: step,
            term: t(`news.${step}`),
            value: moment(release[`${step}_told_at`]),
          })),
        ]}
      />
    </Section>
  );
};

/** The raadsmemo as a page that prints well, with the buttons of whoever signs. */
export const memoPage = (
  { rq, release }: MemoProps,
  content: MemoContent,
  {
    isInside,
    thread,
    error,
  }: { readonly isInside: boolean; readonly thread: ReactNode; readonly error: string | null },
): PageContent => {
  const t = rq.texts(focuspuntTexts);
  const isOut = release.press_told_at !== null;
  const blocks = memoBlocks(t, content, release);
  return {
    title: content.title,
    ...(error === null ? {} : { status: 409 }),
    body: (
      <>
        {error === null ? null : <Alert kind="warning" title={error} announce />}
        <Heading level={1}>
          <Own>{content.title}</Own>
        </Heading>
        {isOut ? null : (
          <Paragraph>
            <StatusBadge tone="warning">
              {t('memo.embargo', { moment: formatDateTime(release.embargo_until, rq.lang) })}
            </StatusBadge>
          </Paragraph>
        )}
        <ScreenOnly>{thread}</ScreenOnly>
        <ScreenOnly>
          {isInside ? <Buttons rq={rq} release={release} /> : null}
          <LinkButton href={`${memoHref(release.id)}.docx`} look="secondary">
            {t('memo.download')}
          </LinkButton>
          {isOut ? (
            <Paragraph>
              <Link href="/raad">{t('memo.to_council')}</Link>
            </Paragraph>
          ) : null}
        </ScreenOnly>
        {blocks.map((_, index) => drawn(rq, blocks, index, ownWords(content)))}
        {isInside ? <NewsOrder rq={rq} release={release} /> : null}
        {isOut ? (
          <ScreenOnly>
            {content.points.map(({ focuspuntId, title }) => (
              <Paragraph key={focuspuntId}>
                <Link href={focuspuntHref(focuspuntId)}>{t('memo.to_focuspunt', { title })}</Link>
              </Paragraph>
            ))}
          </ScreenOnly>
        ) : null}
      </>
    ),
  };
};
