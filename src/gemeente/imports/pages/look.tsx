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
  readonly sentences: readonly string[];
  readonly remarks: readonly string[];
}

const REMARKS_OPEN = 10;
const MOST_REMARKS = 200;

const Told = ({ rq, outcome }: { rq: Rq; outcome: Outcome }) => {
  const t = rq.texts(importTexts);
  const [first = '', ...rest] = outcome.sentences;
  const remarks = outcome.remarks.slice(0, MOST_REMARKS);
  return (
    <>
      <Alert kind={outcome.refused ? 'error' : 'info'} title={first} />
      {rest.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      {remarks.length === 0 ? null : (
        <Details
          summary={t('look.remarks', { count: outcome.remarks.length })}
          open={remarks.length <= REMARKS_OPEN}
        >
          <List items={remarks.map((content) => ({ key: content, content }))} />
          {outcome.remarks.length > remarks.length ? (
            <Paragraph>{t('areas.more', { count: outcome.remarks.length - remarks.length })}</Paragraph>
          ) : null}
        </Details>
      )}
    </>
  );
};

interface LookProps {
  readonly upload: Upload;
  readonly outcome: Outcome | null;
  readonly mistakes: Mistakes;
  readonly options: ReactNode;
}

/** What would change, with the choices; doing it is one more click. */
export const lookPage = (rq: Rq, { upload, outcome, mistakes, options }: LookProps): PageContent => {
  const t = rq.texts(importTexts);
  const wrong = mistakes !== noMistakes;
  const canDo = outcome !== null && !outcome.refused && !wrong;
  return {
    title: t('look.title'),
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <BackToAreas rq={rq} />
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('look.title')}</Heading>
        <Lead>{t('look.lead', { name: upload.name })}</Lead>
        {outcome === null ? null : <Told rq={rq} outcome={outcome} />}
        <Section id="keuzes" title={t('look.options')}>
          <Form action={`${IMPORT}/${upload.id}`} csrf={rq.csrf}>
            {options}
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
      </>
    ),
  };
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
