import { formatDate } from '#platform/calendar/index.ts';
import { spellCode } from '#platform/speakable-code/index.ts';
import {
  Alert,
  BigCode,
  ButtonRow,
  Heading,
  Hotkeys,
  KeyHint,
  Lead,
  LinkButton,
  Paragraph,
  ScreenOnly,
  SummaryList,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { signaalHref } from '../web/rows.tsx';
import '#platform/web/components/custom-elements.ts';
import type { Slip } from './slip.ts';

/** What just happened, and the next visitor: for the eyes of the desk only. */
const ForTheDesk = ({ rq, slip }: { rq: Rq; slip: Slip }) => {
  const t = rq.texts(staffTexts);
  const reason = rq.texts(signaalTexts).dynamic(`reason.${slip.routeReason}`);
  const owner = t.dynamic(`owner.${slip.queue}`, { name: slip.owner });
  return (
    <ScreenOnly>
      <Alert kind="ok" title={t('slip.sent', { number: slip.number })} announce>
        <Paragraph>{t('route.goes', { owner, reason })}</Paragraph>
      </Alert>
      <ButtonRow>
        <wr-print data-label={t('slip.print')} data-hotkey="p" />
        <LinkButton href="/balie" look="secondary" hotkey="n">
          {t('slip.next')}
          <KeyHint>N</KeyHint>
        </LinkButton>
        <LinkButton href={signaalHref(slip.signaalId)} look="subtle">
          {t('slip.open')}
        </LinkButton>
      </ButtonRow>
    </ScreenOnly>
  );
};

/** The date of the next word; whoever asked for no message hears it with the code. */
const nextWord = (rq: Rq, { nextWord: at, answerChannel }: Slip): string => {
  const t = rq.texts(staffTexts);
  if (!at) return t('slip.no_word');
  const values = { day: formatDate(at, rq.lang) };
  return answerChannel === 'none' ? rq.texts(neighbourTexts)('slip.news', values) : t('slip.word', values);
};

/** The slip: a code that can be said aloud, a telephone number, and the date of the next word (screens.md). */
export const slipPage = (rq: Rq, slip: Slip): PageContent => {
  const t = rq.texts(staffTexts);
  const kind = rq.texts(signaalTexts).dynamic(`kind.${slip.kind}`);
  const owner = t.dynamic(`owner.${slip.queue}`, { name: slip.owner });
  const day = (date: Date): string => formatDate(date, rq.lang);
  return {
    title: t('slip.title', { number: slip.number }),
    width: 'staff',
    current: '/balie',
    scripts: ['wr-print', 'wr-hotkeys'],
    body: (
      <Hotkeys>
        <ForTheDesk rq={rq} slip={slip} />
        <Heading level={1}>{t('slip.heading', { kind })}</Heading>
        <BigCode label={t('slip.code')} groups={slip.code.split('-')} />
        <Paragraph>{t('slip.spelled', { spelled: spellCode(slip.code, rq.lang) })}</Paragraph>
        {slip.joinedOf ? (
          <Paragraph>{rq.texts(neighbourTexts)('slip.joined', { day: day(slip.joinedOf) })}</Paragraph>
        ) : null}
        <Lead>{nextWord(rq, slip)}</Lead>
        <SummaryList
          rows={[
            { key: 'number', term: t('slip.number'), value: String(slip.number) },
            { key: 'date', term: t('slip.date'), value: day(slip.receivedAt) },
            { key: 'who', term: t('slip.who'), value: owner },
            {
              key: 'answer',
              term: t('slip.answer'),
              value: rq.texts(signaalTexts).dynamic(`answer.${slip.answerChannel}`),
            },
            ...(slip.phone === '' ? [] : [{ key: 'phone', term: t('slip.phone'), value: slip.phone }]),
            {
              key: 'site',
              term: t('slip.site'),
              value: `${rq.world.publicUrl(rq.gemeente).replace(/^https?:\/\//, '')}/volg`,
            },
          ]}
        />
        <Paragraph>{t('slip.keep')}</Paragraph>
      </Hotkeys>
    ),
  };
};
