import { formatDate, formatDateTime, parseTerm, termInWords } from '#platform/calendar/index.ts';
import { spellCode } from '#platform/speakable-code/index.ts';
import {
  Alert,
  BigCode,
  ButtonRow,
  Details,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  PrintOnly,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { followPath } from '../follow/paths.ts';
import { draftQuery } from '../parts/fields.ts';
import { holderInWords } from '../parts/holder.ts';
import { PhoneLink, readPhone } from '../parts/phone.tsx';
import { publicTexts } from '../texts.ts';
import { goneReceiptPage } from './gone-page.tsx';
import { ownDraft } from './own-draft.ts';
import { CONTACT, ofDraft, RECEIPT, REPORT } from './paths.ts';
import { type ReceiptFacts, readReceipt } from './receipt-read.ts';

/** The receipt: what happens now, by whom, before when, and the code. Shown again as long as the draft lives. */
export const receiptRoute = defineRoute({
  method: 'GET',
  path: RECEIPT,
  policy: 'signaal.give',
  query: draftQuery,
  handle: async (rq, { query }) => {
    const draft = await ownDraft(rq, query.formulier);
    if (draft?.content) return rq.redirect(ofDraft(CONTACT, draft.id));
    const { resultId } = draft ?? {};
    if (!resultId) return rq.page(goneReceiptPage(rq));
    const [facts, phone] = await rq.read(
      async (db) =>
        [await readReceipt(rq.world, db, rq.gemeente, resultId), await readPhone(db, rq)] as const,
    );
    return rq.page(facts ? receiptPage(rq, facts, phone) : goneReceiptPage(rq));
  },
});

const receiptPage = (rq: Rq, facts: ReceiptFacts, phone: string): PageContent => {
  const t = rq.texts(publicTexts);
  return {
    title: t('receipt.title'),
    current: REPORT,
    body: (
      <>
        <Alert kind="ok" title={t('receipt.title')} announce>
          <Paragraph>{t('receipt.at', { moment: formatDateTime(facts.receivedAt, rq.lang) })}</Paragraph>
        </Alert>
        <Heading level={1}>{t('receipt.heading')}</Heading>
        <Lead>{t('receipt.lead')}</Lead>
        {facts.joinedOf ? (
          <Paragraph>{t('receipt.joined', { date: formatDate(facts.joinedOf, rq.lang) })}</Paragraph>
        ) : null}
        <BigCode label={t('receipt.code')} groups={facts.code.split('-')} />
        <Details summary={t('receipt.spell')}>
          <Paragraph>{spellCode(facts.code, rq.lang)}</Paragraph>
        </Details>
        <PrintOnly>
          <Paragraph>
            {t('receipt.slip', { address: slipAddress(rq), phone: phone || t('receipt.slip.desk') })}
          </Paragraph>
        </PrintOnly>
        <Section id="hoe-verder" title={t('receipt.next')}>
          <List ordered items={nextSteps(rq, facts)} />
        </Section>
        <ButtonRow>
          <LinkButton href={followPath(facts.code)}>{t('receipt.follow')}</LinkButton>
        </ButtonRow>
        <Paragraph>
          {t('receipt.question')} {phone ? <PhoneLink phone={phone} /> : t('receipt.question.desk')}
        </Paragraph>
        <Paragraph>
          <Link href={REPORT}>{t('receipt.another')}</Link>
        </Paragraph>
      </>
    ),
  };
};

/** The address as it can be typed from paper. */
const slipAddress = (rq: Rq): string => `${rq.world.publicUrl(rq.gemeente).replace(/^https?:\/\//, '')}/volg`;

/** What happens now, by whom, before when: only dates that are really kept. */
const nextSteps = (rq: Rq, facts: ReceiptFacts): { key: string; content: string }[] => {
  const t = rq.texts(publicTexts);
  const holder = holderInWords(rq, facts);
  const day = (moment: Date) => formatDate(moment, rq.lang);
  const term = facts.handlingTerm === null ? undefined : parseTerm(facts.handlingTerm);
  const looked = facts.lookedAtBefore;
  const look = facts.kind === 'question' ? 'receipt.step.question' : `receipt.step.look.${facts.queue}`;
  const first = facts.joinedOf
    ? joinedSteps(rq, facts, holder)
    : [
        looked ? t.dynamic(look, { holder, date: day(looked) }) : t('receipt.step.look.undated', { holder }),
        term && facts.queue === 'department'
          ? t('receipt.step.handling', { term: termInWords(term, rq.lang) })
          : '',
      ];
  const steps = [
    ...first,
    t.dynamic(`receipt.step.answer.${facts.answerChannel}`),
    facts.hearsBefore ? t('receipt.step.long', { date: day(facts.hearsBefore) }) : '',
    t('receipt.step.reaction'),
  ];
  return steps.filter(Boolean).map((content) => ({ key: content, content }));
};

/** Of what was joined: who is at it, and what was promised to all. */
const joinedSteps = (rq: Rq, { plannedOn, hearBy }: ReceiptFacts, holder: string): string[] => {
  const t = rq.texts(publicTexts);
  return [
    t('receipt.step.joined', { holder: `${holder.charAt(0).toUpperCase()}${holder.slice(1)}` }),
    plannedOn ? t('receipt.step.joined.planned', { date: formatDate(plannedOn, rq.lang) }) : '',
    hearBy && !plannedOn ? t('receipt.step.joined.hear', { date: formatDate(hearBy, rq.lang) }) : '',
  ];
};
