import type { ReactNode } from 'react';
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  Form,
  Heading,
  Lead,
  LinkButton,
  List,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { MistakeSummary, type Mistakes, noMistakes } from '../../web/form.tsx';
import { importTexts } from '../texts.ts';
import type { Upload } from '../uploads.ts';
import { BackToAreas, IMPORT } from './start.tsx';

/** What came of looking, or of doing. */
export interface Outcome {
  readonly refused: boolean;
  /** No other choice would help: it takes another file. */
  readonly isHelpless: boolean;
  /** Nothing would change. */
  readonly isIdle: boolean;
  readonly sentences: readonly string[];
  /** What would change, or did, one by one. */
  readonly touched: readonly string[];
  readonly remarks: readonly string[];
}

const REMARKS_OPEN = 10;
const MOST_LINES = 200;

const Told = ({ rq, outcome }: { rq: Rq; outcome: Outcome }) => {
  const t = rq.texts(importTexts);
  const [first = '', ...rest] = outcome.sentences;
  return (
    <>
      <Alert kind={outcome.refused ? 'error' : 'info'} title={first} />
      {rest.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      <Folded
        rq={rq}
        summary={t('areas.touched', { count: outcome.touched.length })}
        lines={outcome.touched}
        isOpen={false}
      />
      <Folded
        rq={rq}
        summary={t('look.remarks', { count: outcome.remarks.length })}
        lines={outcome.remarks}
        isOpen={outcome.remarks.length <= REMARKS_OPEN}
      />
    </>
  );
};

interface FoldedProps {
  readonly rq: Rq;
  readonly summary: string;
  readonly lines: readonly string[];
  readonly isOpen: boolean;
}

const Folded = ({ rq, summary, lines, isOpen }: FoldedProps) => {
  const shown = lines.slice(0, MOST_LINES);
  if (shown.length === 0) return null;
  return (
    <Details summary={summary} open={isOpen}>
      <List items={shown.map((content, at) => ({ key: String(at), content }))} />
      {lines.length > shown.length ? (
        <Paragraph>{rq.texts(importTexts)('areas.more', { count: lines.length - shown.length })}</Paragraph>
      ) : null}
    </Details>
  );
};

interface LookProps {
  readonly upload: Upload;
  readonly outcome: Outcome | null;
  readonly mistakes: Mistakes;
  readonly options: ReactNode;
}

const titleOf = (outcome: Outcome | null): 'look.refused' | 'look.asks' | 'look.nothing' | 'look.title' => {
  if (outcome?.refused) return outcome.isHelpless ? 'look.refused' : 'look.asks';
  return outcome?.isIdle ? 'look.nothing' : 'look.title';
};

/** What would change, with the choices; doing it is one more click. */
export const lookPage = (rq: Rq, { upload, outcome, mistakes, options }: LookProps): PageContent => {
  const t = rq.texts(importTexts);
  const wrong = mistakes !== noMistakes;
  const canDo = outcome !== null && !outcome.refused && !outcome.isIdle && !wrong;
  const title = t(titleOf(outcome));
  return {
    title,
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <BackToAreas rq={rq} />
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{title}</Heading>
        <Lead>{t(outcome?.isIdle ? 'look.nothingLead' : 'look.lead', { name: upload.name })}</Lead>
        {outcome === null ? null : <Told rq={rq} outcome={outcome} />}
        {outcome?.isHelpless ? (
          <LinkButton href={IMPORT}>{t('look.other')}</LinkButton>
        ) : (
          <Choices rq={rq} upload={upload} canDo={canDo}>
            {options}
          </Choices>
        )}
      </>
    ),
  };
};

interface ChoicesProps {
  readonly rq: Rq;
  readonly upload: Upload;
  readonly canDo: boolean;
  readonly children: ReactNode;
}

const Choices = ({ rq, upload, canDo, children }: ChoicesProps) => {
  const t = rq.texts(importTexts);
  return (
    <Section id="keuzes" title={t('look.options')}>
      <Form action={`${IMPORT}/${upload.id}`} csrf={rq.csrf}>
        {children}
        <ButtonRow>
          {canDo ? (
            <Button name="doe" value="inlezen">
              {t('look.do')}
            </Button>
          ) : null}
          <Button look="secondary" name="doe" value="kijk">
            {t('look.again')}
          </Button>
          <LinkButton href={IMPORT} look="secondary">
            {t('look.other')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Section>
  );
};

/** What was done. */
export const donePage = (rq: Rq, outcome: Outcome): PageContent => {
  const t = rq.texts(importTexts);
  return {
    title: t('done.title'),
    width: 'staff',
    current: '/beheer',
    body: (
      <>
        <BackToAreas rq={rq} />
        <Heading level={1}>{t('done.title')}</Heading>
        <Told rq={rq} outcome={outcome} />
        <LinkButton href={IMPORT} look="secondary">
          {t('done.another')}
        </LinkButton>
      </>
    ),
  };
};
