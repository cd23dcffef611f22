import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import {
  Button,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { raiseKnot } from '../commands/raise.ts';
import { regieTexts } from '../texts.ts';
import { ActForm, actRoute, Did, doneQuery, type Failed, formOf, Mistakes, pageState } from '../web/form.tsx';
import { KNOTS } from './knots.tsx';

/** Where a knot is raised on something: `?soort=signaal&onderwerp=<id>`. */
export const RAISE = `${KNOTS}/meld`;

const KINDS = ['signaal', 'group', 'knelpunt', 'focuspunt'] as const;
const about = z.object({ soort: z.enum(KINDS), onderwerp: z.string().refine(isId) });
type About = z.infer<typeof about>;

const HREFS: Record<About['soort'], string> = {
  signaal: '/signalen/',
  group: '/groepen/',
  knelpunt: '/knelpunten/',
  focuspunt: '/focuspunten/',
};

const raisePage = (
  rq: Rq,
  { soort, onderwerp }: About,
  failed: Failed | null,
  done?: string,
): PageContent => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, RAISE, failed);
  return {
    title: t('raise.title'),
    width: 'staff',
    current: KNOTS,
    ...pageState(failed),
    body: (
      <>
        <Mistakes rq={rq} failed={failed} />
        <Did rq={rq} done={done} />
        <Heading level={1}>{t('raise.title')}</Heading>
        <Lead>{t('raise.lead')}</Lead>
        <Paragraph>
          {t('raise.about')}: <Link href={`${HREFS[soort]}${onderwerp}`}>{t(`object.${soort}`)}</Link>
        </Paragraph>
        {done === undefined ? (
          <ActForm rq={rq} action={RAISE}>
            <HiddenField name="soort" value={soort} />
            <HiddenField name="onderwerp" value={onderwerp} />
            <TextArea
              {...form.field('sentence')}
              label={t('raise.sentence')}
              description={t('raise.hint')}
              rows={3}
            />
            <Button>{t('raise.send')}</Button>
          </ActForm>
        ) : null}
      </>
    ),
  };
};

const show = defineRoute({
  method: 'GET',
  path: RAISE,
  policy: 'knot.raise',
  query: doneQuery.extend({ soort: z.string().optional(), onderwerp: z.string().optional() }),
  handle: (rq, { query }) => {
    const read = about.safeParse(query);
    if (!read.success) throw notFound();
    return rq.page(raisePage(rq, read.data, null, query.gedaan));
  },
});

/** What the hidden fields say; "not found" when they name nothing. */
const aboutOf = (text: (name: string) => string): About => {
  const read = about.safeParse({ soort: text('soort'), onderwerp: text('onderwerp') });
  if (!read.success) throw notFound();
  return read.data;
};

const raise = actRoute({
  path: RAISE,
  policy: 'knot.raise',
  run: async (rq, { text }) => {
    const { soort, onderwerp } = aboutOf(text);
    const input = { objectKind: soort, objectId: onderwerp, sentence: text('sentence') };
    return { ...(await rq.run(raiseKnot, input)), soort, onderwerp };
  },
  again: (rq, _, failed) => rq.page(raisePage(rq, aboutOf(failed.raw.text), failed)),
  next: ({ knotId, soort, onderwerp }) =>
    `${RAISE}?soort=${soort}&onderwerp=${onderwerp}&gedaan=${knotId === null ? 'stacked' : 'raised'}`,
});

/** Raising a knot with one sentence. */
export const raiseRoutes: readonly Route[] = [show, raise];
