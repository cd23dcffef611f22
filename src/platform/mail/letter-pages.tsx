import { z } from 'zod';
import { formatDate, formatShortDate, isoDate, startOfDay } from '../calendar/index.ts';
import { isId } from '../database/ids.ts';
import { notFound } from '../errors.ts';
import {
  Alert,
  EmptyState,
  Heading,
  InlineForm,
  Lead,
  Link,
  List,
  Pager,
  Section,
  Table,
} from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { defineRoute, type Route } from '../web/route.ts';
import { logContactRead } from './calls.ts';
import { makeStackCommand, mayMakeStack } from './letters.ts';
import type { PostOffice } from './office.ts';
import { findStack, latestStacks, lettersOf, type MessageLine, type Stack, waitingOn } from './read.ts';
import { type RenderedStack, renderStack } from './render-stack.ts';
import { StackPage } from './stack-page.tsx';
import { mailTexts } from './texts.ts';
import { type FindWords, kindInWords } from './words.ts';

const LETTERS = '/post/brieven';

/** The letters of today, their stack, and printing a stack (again). */
export const letterRoutes = (office: PostOffice, find: FindWords): Route[] => {
  const makeStack = makeStackCommand(office);
  return [
    listRoute(find),
    defineRoute({
      method: 'POST',
      path: LETTERS,
      policy: 'post.print',
      handle: async (rq) => {
        const stack = await rq.run(makeStack, {});
        return rq.redirect(stack ? `${LETTERS}/${stack}` : LETTERS);
      },
    }),
    stackRoute(office),
  ];
};

const listRoute = (find: FindWords): Route =>
  defineRoute({
    method: 'GET',
    path: LETTERS,
    policy: 'post.print',
    query: z.object({ na: z.string().max(60).optional() }),
    handle: async (rq, { query }) => {
      const [waiting, stacks] = await rq.read(
        async (db) =>
          [
            await waitingOn(db, { gemeente: rq.gemeente, after: query.na, channel: 'letter' }),
            await latestStacks(db, rq.gemeente),
          ] as const,
      );
      return rq.page({
        title: rq.texts(mailTexts)('letters.title'),
        width: 'staff',
        body: <Letters rq={rq} find={find} rows={waiting.rows} next={waiting.next} stacks={stacks} />,
      });
    },
  });

interface LettersProps {
  readonly rq: Rq;
  readonly find: FindWords;
  readonly rows: readonly MessageLine[];
  readonly next: string | undefined;
  readonly stacks: readonly Stack[];
}

const Letters = ({ rq, find, rows, next, stacks }: LettersProps) => {
  const t = rq.texts(mailTexts);
  const today = startOfDay(isoDate(rq.now));
  const mayMake = mayMakeStack(stacks.filter(({ madeAt }) => madeAt >= today));
  return (
    <>
      <Heading level={1}>{t('letters.title')}</Heading>
      <Lead>{t('letters.lead')}</Lead>
      {mayMake ? null : <Alert kind="info">{t('letters.made')}</Alert>}
      {rows.length === 0 ? (
        <EmptyState title={t('letters.none')}>{t('letters.none.next')}</EmptyState>
      ) : (
        <>
          {mayMake ? (
            <InlineForm action={LETTERS} label={t('letters.make')} look="primary" csrf={rq.csrf} />
          ) : null}
          <Waiting rq={rq} find={find} rows={rows} />
          <Pager lang={rq.lang} nextHref={next ? `${LETTERS}?na=${next}` : undefined} />
        </>
      )}
      {stacks.length > 0 ? <Stacks rq={rq} stacks={stacks} /> : null}
    </>
  );
};

const Waiting = ({ rq, find, rows }: Pick<LettersProps, 'rq' | 'find' | 'rows'>) => {
  const t = rq.texts(mailTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('letters.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'kind', header: t('column.kind'), cell: (row) => kindInWords(find, rq, row.template) },
        { key: 'since', header: t('column.since'), cell: (row) => formatShortDate(row.createdAt, rq.lang) },
      ]}
    />
  );
};

const Stacks = ({ rq, stacks }: Pick<LettersProps, 'rq' | 'stacks'>) => {
  const t = rq.texts(mailTexts);
  const items = stacks.map(({ id, madeAt, letters }) => ({
    key: id,
    content: (
      <Link href={`${LETTERS}/${id}`}>
        {t('letters.stack', { date: formatDate(madeAt, rq.lang), count: letters })}
      </Link>
    ),
  }));
  return (
    <Section id="stapels" title={t('letters.stacks')}>
      <List items={items} />
    </Section>
  );
};

/** Printing is an export: it writes at most a hundred letters, each with what its own template asks. */
const stackRoute = (office: PostOffice): Route =>
  defineRoute({
    method: 'GET',
    path: `${LETTERS}/:id`,
    policy: 'post.print',
    params: z.object({ id: z.string().refine(isId) }),
    handle: async (rq, { params }) => {
      const stack = await rq.read(async (db) => {
        const found = await findStack(db, rq.gemeente, params.id);
        if (!found) throw notFound();
        await logContactRead(
          { db, gemeente: rq.gemeente, now: rq.now, accountId: rq.signedIn?.accountId ?? null },
          'letter_stack',
          params.id,
        );
        return renderStack(office, rq.world, db, await lettersOf(db, rq.gemeente, found.id), found.madeAt);
      });
      return stackPage(rq, stack);
    },
  });

const stackPage = (rq: Rq, stack: RenderedStack): Promise<Response> => {
  const date = formatDate(stack.madeAt, rq.lang);
  return rq.page({
    title: rq.texts(mailTexts)('stack.title', { date }),
    body: <StackPage rq={rq} stack={stack} date={date} />,
  });
};
