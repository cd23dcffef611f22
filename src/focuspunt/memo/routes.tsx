import { z } from 'zod';
import { noMistakes, typedFields } from '#gemeente/index.ts';
import { send, typedForm } from '#monitor/index.ts';
import type { Command } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound, Refusal } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { memoHref } from '../focuspunt/paths.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { hearsWithCouncil, isInside } from './audience.ts';
import { makeRelease, releaseNews, signAsMayor, signAsSecretary } from './commands.ts';
import { memoDocument } from './document.ts';
import {
  aboutIn,
  budgetIn,
  embargoIn,
  emptyMemo,
  MEMOS,
  memoMistakes,
  newMemoPage,
  readMemoPoints,
} from './new.tsx';
import { memoPage } from './page.tsx';
import { contentOf, type Release } from './store.ts';

/**
 * Who may open a memo now: staff who work on it at any moment, the raad once it was told, everybody once the news is out.
 * For anybody else it is not there (0.2 D15).
 */
const mayOpen = (rq: Rq, release: Release): boolean => {
  if (release.press_told_at !== null || isInside(rq)) return true;
  return hearsWithCouncil(rq) && release.council_told_at !== null;
};

const readRelease = async (rq: Rq, id: string): Promise<Release> => {
  if (!isId(id)) throw notFound();
  const release = await rq.read((db) =>
    db
      .selectFrom('news_release')
      .selectAll()
      .where('gemeente', '=', rq.gemeente)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (!release || !mayOpen(rq, release)) throw notFound();
  return release;
};

const DOCX = '.docx';
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const asDocument = async (release: Release): Promise<Response> => {
  const content = contentOf(release);
  const bytes = await memoDocument(content, release);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': DOCX_TYPE,
      'content-disposition': `attachment; filename="${content.memoNumber}.docx"`,
      'cache-control': 'no-store',
    },
  });
};

const asPage = async (rq: Rq, release: Release, error: string | null): Promise<Response> => {
  const thread = await rq.redThread({ kind: 'news_release', id: release.id });
  return rq.page(memoPage({ rq, release }, contentOf(release), { isInside: isInside(rq), thread, error }));
};

const show = defineRoute({
  method: 'GET',
  path: memoHref(':id'),
  policy: 'public.read',
  params: z.object({ id: z.string() }),
  handle: async (rq, { params: { id } }) => {
    const release = await readRelease(rq, id.endsWith(DOCX) ? id.slice(0, -DOCX.length) : id);
    return id.endsWith(DOCX) ? asDocument(release) : asPage(rq, release, null);
  },
});

const button = (
  path: string,
  policy: string,
  command: Command<{ readonly releaseId: string }, void>,
): Route =>
  defineRoute({
    method: 'POST',
    path: `${memoHref(':id')}/${path}`,
    policy,
    params: z.object({ id: z.string() }),
    handle: async (rq, { params: { id } }) => {
      try {
        await rq.run(command, { releaseId: id });
        return rq.redirect(memoHref(id));
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error;
        return asPage(rq, await readRelease(rq, id), rq.texts(focuspuntTexts).dynamic(`error.${error.code}`));
      }
    },
  });

const showNew = defineRoute({
  method: 'GET',
  path: `${MEMOS}/nieuw`,
  policy: 'release.make',
  query: z.object({
    ronde: z.string().max(40).catch('').default(''),
    focuspunt: z.string().max(40).catch('').default(''),
  }),
  handle: async (rq, { query }) => {
    const about = aboutIn(query.ronde, query.focuspunt);
    const points = await readMemoPoints(rq, about);
    if (points.length === 0) throw notFound();
    return rq.page(newMemoPage({ rq, about, points, typed: emptyMemo(rq), mistakes: noMistakes }));
  },
});

const make = defineRoute({
  method: 'POST',
  path: MEMOS,
  policy: 'release.make',
  form: typedForm,
  maxBody: 200_000,
  handle: async (rq, { form }) => {
    const typed = form.ok ? form.value : typedFields(form.raw);
    const about = aboutIn(typed.text('ronde'), typed.text('focuspunt'));
    const points = await readMemoPoints(rq, about);
    const again = (mistakes: Readonly<Record<string, string>>) =>
      rq.page(newMemoPage({ rq, about, points, typed, mistakes }));
    const t = rq.texts(focuspuntTexts);
    const seen = Object.entries(memoMistakes(typed));
    const embargoUntil = embargoIn(typed);
    if (seen.length > 0 || embargoUntil === null) {
      return again(Object.fromEntries(seen.map(([field, code]) => [field, t.dynamic(`error.${code}`)])));
    }
    const sentences = Object.fromEntries(
      points.map(({ focuspuntId }) => [focuspuntId, typed.text(`sentence_${focuspuntId}`)]),
    );
    const sent = await send(rq, focuspuntTexts, () =>
      rq.run(makeRelease, {
        about,
        title: typed.text('title'),
        intro: typed.text('intro'),
        embargoUntil,
        sentences,
        budget: budgetIn(typed),
      }),
    );
    return sent.ok ? rq.redirect(memoHref(sent.value)) : again(sent.mistakes);
  },
});

/** The raadsmemo: making, reading, signing, releasing. */
export const memoRoutes: readonly Route[] = [
  showNew,
  make,
  show,
  button('burgemeester', 'release.sign_as_mayor', signAsMayor),
  button('secretaris', 'release.sign_as_secretary', signAsSecretary),
  button('vrijgeven', 'release.release', releaseNews),
];
