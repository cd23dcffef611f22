import { formatShortDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Button,
  ButtonRow,
  Card,
  DateField,
  HiddenField,
  InlineForm,
  Own,
  OwnIn,
  Paragraph,
  Quote,
  Section,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { OwnHoursRow } from '../read/hours.ts';
import { regieTexts } from '../texts.ts';
import { ActForm, type Failed, formOf } from '../web/form.tsx';
import { hoursIn } from '../web/words.ts';

/** Where hours are taken, seen and decided. */
export const HOURS = '/ruimte';

/** On what somebody helps, when another page led here: kind, id and name. */
export interface HelpOn {
  readonly soort: string;
  readonly onderwerp: string;
  readonly naam: string;
}

/** How far ahead an end is proposed. */
const PROPOSED_DAYS = 28;

/** "Ik help mee": one sentence, one click; kind and id come along from the page that led here. */
export const HelpForm = ({ rq, on, failed }: { rq: Rq; on: HelpOn; failed: Failed | null }) => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, HOURS, failed);
  return (
    <Section id="help" title={t('hours.help')}>
      <ActForm rq={rq} action={HOURS}>
        <HiddenField name="soort" value={form.field('soort', on.soort).value} />
        <HiddenField name="onderwerp" value={form.field('onderwerp', on.onderwerp).value} />
        <TextField {...form.field('title', on.naam)} label={t('hours.on')} />
        <TextField {...form.field('sentence')} label={t('hours.why')} description={t('hours.why.hint')} />
        <TextField {...form.field('hours')} label={t('hours.hours')} inputMode="decimal" width={4} />
        <DateField {...form.day('ends', plusDays(isoDate(rq.now), PROPOSED_DAYS))} label={t('hours.ends')} />
        <TextArea {...form.field('dropped')} label={t('hours.dropped')} rows={2} />
        <Button>{t('hours.send')}</Button>
      </ActForm>
    </Section>
  );
};

/** What the team manager decides: who, how much, and what is dropped for it. */
export const AskedCard = ({ rq, row, failed }: { rq: Rq; row: OwnHoursRow; failed: Failed | null }) => {
  const t = rq.texts(regieTexts);
  const action = `${HOURS}/${row.id}/besluit`;
  const form = formOf(rq, action, failed);
  const reason = form.field('reason');
  return (
    <Card title={row.title} titleLevel={3}>
      <Paragraph>
        {t('hours.asked.line', {
          name: row.name,
          hours: hoursIn(rq.lang, row.hours),
          day: formatShortDate(row.endsOn, rq.lang),
        })}
      </Paragraph>
      <Quote by={row.name}>{row.sentence}</Quote>
      <Paragraph>
        <OwnIn text={t('hours.dropped.line', { text: row.whatIsDropped })} own={[row.whatIsDropped]} />
      </Paragraph>
      <ActForm rq={rq} action={action} version={row.version}>
        <TextField
          {...reason}
          {...(form.isOpen ? {} : { id: `reason-${row.id}` })}
          label={t('hours.reason')}
          description={t('hours.reason.hint')}
        />
        <ButtonRow>
          <Button name="keuze" value="ja">
            {t('hours.approve')}
          </Button>
          <Button name="keuze" value="nee" look="secondary">
            {t('hours.refuse')}
          </Button>
        </ButtonRow>
      </ActForm>
    </Card>
  );
};

/** Hours that run: when they end, what is dropped, and stopping them. */
export const RunningCard = ({ rq, row }: { rq: Rq; row: OwnHoursRow }) => {
  const t = rq.texts(regieTexts);
  return (
    <Card
      title={<Own>{row.title}</Own>}
      titleLevel={3}
      eyebrow={t(`hours.state.${row.state}`)}
      actions={
        <InlineForm
          action={`${HOURS}/${row.id}/stop`}
          csrf={rq.csrf}
          fields={[{ name: 'version', value: String(row.version) }]}
          label={t('hours.end')}
        />
      }
    >
      <Paragraph>
        {[row.name, t('hours.amount', { hours: hoursIn(rq.lang, row.hours) })].join(', ')};{' '}
        {t('hours.until').toLowerCase()} {formatShortDate(row.endsOn, rq.lang)}
      </Paragraph>
      <Paragraph>
        <OwnIn text={t('hours.dropped.line', { text: row.whatIsDropped })} own={[row.whatIsDropped]} />
      </Paragraph>
    </Card>
  );
};
