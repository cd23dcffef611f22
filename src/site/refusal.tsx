import type { Refusal } from '#platform/errors.ts';
import { Alert, Heading, Lead, Link, List, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import type { FindText } from './find-text.ts';
import { SendAgain } from './send-again.tsx';
import { siteTexts } from './texts.ts';

const titles = {
  403: 'refusal.403.title',
  404: 'refusal.404.title',
  429: 'refusal.429.title',
  500: 'refusal.500.title',
  503: 'refusal.503.title',
} as const;

const titleOf = (status: number) =>
  Object.hasOwn(titles, status) ? titles[status as keyof typeof titles] : 'refusal.other.title';

/** The page for what no form could catch: what happened, that nothing was lost, and where to go now. */
export const refusalPage =
  (findText: FindText) =>
  async (rq: Rq, refusal: Refusal, sent: RawForm | null = null): Promise<Response> => {
    if (refusal.status === 401 && rq.request.method === 'GET') return toSignIn(rq);
    const t = rq.texts(siteTexts);
    const title = t(titleOf(refusal.status));
    const message = findText(rq, `error.${refusal.code}`, refusal.values) ?? t('error.internal');
    const response = await rq.page({
      title,
      status: refusal.status,
      body: (
        <>
          <Heading level={1}>{title}</Heading>
          <Lead>{message}</Lead>
          {Object.keys(refusal.fields).length > 0 ? (
            <FieldMistakes rq={rq} refusal={refusal} findText={findText} />
          ) : null}
          {sent ? <SendAgain rq={rq} sent={sent} /> : null}
          {rq.request.method === 'POST' && refusal.code !== 'out_of_order' ? (
            <Paragraph>{t('refusal.nothingLost')}</Paragraph>
          ) : null}
          {sent ? <Paragraph>{t('refusal.call')}</Paragraph> : <WhatNow rq={rq} status={refusal.status} />}
        </>
      ),
    });
    if (refusal.status === 429) response.headers.set('retry-after', '60');
    return response;
  };

/** Back to where the visitor wanted to be, once signed in. */
const toSignIn = (rq: Rq): Response => {
  const wanted = rq.url.pathname + rq.url.search;
  return rq.redirect(`/aanmelden?terug=${encodeURIComponent(wanted)}`);
};

const FieldMistakes = ({ rq, refusal, findText }: { rq: Rq; refusal: Refusal; findText: FindText }) => (
  <Alert kind="error">
    <List
      plain
      items={Object.entries(refusal.fields).map(([field, code]) => ({
        key: field,
        content: findText(rq, `error.${code}`) ?? rq.texts(siteTexts)('error.bad_request'),
      }))}
    />
  </Alert>
);

const WhatNow = ({ rq, status }: { rq: Rq; status: number }) => {
  const t = rq.texts(siteTexts);
  const links = [
    ...(status === 401 ? [{ key: 'in', content: <Link href="/aanmelden">{t('refusal.signIn')}</Link> }] : []),
    {
      key: 'home',
      content: <Link href={rq.signedIn ? '/start' : '/'}>{t('refusal.home')}</Link>,
    },
    { key: 'report', content: <Link href="/melden">{t('refusal.report')}</Link> },
  ];
  return (
    <>
      <Heading level={2}>{t('refusal.what')}</Heading>
      {rq.request.method === 'POST' && status < 500 ? <Paragraph>{t('refusal.back')}</Paragraph> : null}
      {status === 429 || status >= 500 ? <Paragraph>{t('refusal.later')}</Paragraph> : null}
      <List items={links} />
      <Paragraph>{t('refusal.call')}</Paragraph>
    </>
  );
};
