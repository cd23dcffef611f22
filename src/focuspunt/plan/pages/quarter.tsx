import { formatDate, isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  ButtonRow,
  Details,
  List,
  Paragraph,
  Section,
  StatusBadge,
  type StatusTone,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { graceOf, type LightWord } from '../commands/quarter.ts';
import type { LightRow } from '../read/page.ts';
import { askedQuarter, type Quarter, quarterBefore, quarterOf } from '../rules/quarter.ts';
import { planTexts } from '../texts.ts';
import { ActFrame } from './frame.tsx';
import { type PlanPage, planForm } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: PlanPage;
}

const TONES: Record<LightWord, StatusTone> = { runs: 'active', falters: 'warning', done: 'ok' };
const LIGHTS: readonly LightWord[] = ['runs', 'falters', 'done'];

/** How it goes, as a word with its shape; the same on every list. */
export const LightBadge = ({ rq, light }: { rq: Rq; light: LightWord }) => (
  <StatusBadge tone={TONES[light]}>{rq.texts(planTexts)(`light.${light}`)}</StatusBadge>
);

/** A quarter as people say it. */
export const quarterInWords = (rq: Rq, quarter: Quarter): string =>
  rq.texts(planTexts)('quarter.name', { number: quarter.slice(6), year: quarter.slice(0, 4) });

const said = (rq: Rq, row: LightRow): string =>
  rq.texts(planTexts)('quarter.said', {
    light: rq.texts(planTexts)(`light.${row.light}`),
    date: formatDate(row.saidOn, rq.lang),
    quarter: quarterInWords(rq, row.quarter),
  });

/** What was said last, one click for this quarter, and what was said before. */
export const QuarterPart = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { plan, settings } = page;
  const [latest, ...earlier] = plan.lights;
  const today = isoDate(rq.now);
  const before = quarterBefore(quarterOf(today));
  const isMissed =
    plan.besluitOn !== null &&
    before >= quarterOf(plan.besluitOn) &&
    today > graceOf(settings, before) &&
    !plan.lights.some(({ quarter }) => quarter === before);
  return (
    <Section id="stand" title={t('quarter.title')}>
      {latest ? (
        <>
          <LightBadge rq={rq} light={latest.light} />
          <Paragraph>
            {said(rq, latest)}
            {latest.sentence === '' ? null : `. ${latest.sentence}`}
          </Paragraph>
        </>
      ) : (
        <Paragraph>{t('quarter.none')}</Paragraph>
      )}
      {isMissed ? (
        <StatusBadge tone="late">{t('quarter.missing', { quarter: quarterInWords(rq, before) })}</StatusBadge>
      ) : null}
      {page.may('quarter.say') && plan.besluitOn !== null ? (
        <Say rq={rq} page={page} besluitOn={plan.besluitOn} />
      ) : null}
      {earlier.length === 0 ? null : (
        <Details summary={t('quarter.earlier')}>
          <List
            items={earlier.map((row, index) => ({
              key: `${row.saidOn} ${earlier.length - index}`,
              content: row.sentence === '' ? said(rq, row) : `${said(rq, row)}. ${row.sentence}`,
            }))}
          />
        </Details>
      )}
    </Section>
  );
};

const Say = ({ rq, page, besluitOn }: PageProps & { besluitOn: string }) => {
  const t = rq.texts(planTexts);
  const spoken = page.plan.lights.map(({ quarter }) => quarter);
  const quarter = askedQuarter(isoDate(rq.now), besluitOn, spoken, (one) => graceOf(page.settings, one));
  const form = planForm(page, 'kwartaal');
  return (
    <ActFrame rq={rq} form={form}>
      <Paragraph>{t('quarter.about', { quarter: quarterInWords(rq, quarter) })}</Paragraph>
      <TextField {...form.field('sentence')} label={t('quarter.sentence')} note={t('form.optional')} />
      <ButtonRow>
        {LIGHTS.map((light, index) => (
          <Button
            key={light}
            name="light"
            value={light}
            look="secondary"
            {...(index === 0 ? { id: form.field('light').id } : {})}
          >
            {t(`light.${light}`)}
          </Button>
        ))}
      </ButtonRow>
    </ActFrame>
  );
};
