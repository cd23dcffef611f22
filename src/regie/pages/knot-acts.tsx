import { isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Button,
  ButtonRow,
  DateField,
  InlineForm,
  Paragraph,
  Section,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { regieTexts } from '../texts.ts';
import { AgendaForm } from '../web/agenda-form.tsx';
import { ActForm, FoldedForm, formOf } from '../web/form.tsx';
import type { KnotPage } from './knot-model.ts';

interface Props {
  readonly rq: Rq;
  readonly page: KnotPage;
}

const href = ({ knot }: KnotPage, act: string): string => `/knopen/${knot.id}/${act}`;

const TakeForm = ({ rq, page }: Props) => {
  const t = rq.texts(regieTexts);
  return (
    <InlineForm
      action={href(page, 'pakken')}
      csrf={rq.csrf}
      look="primary"
      fields={[{ name: 'version', value: String(page.knot.version) }]}
      label={t('act.take')}
    />
  );
};

const HearForm = ({ rq, page }: Props) => {
  const t = rq.texts(regieTexts);
  const { knot, isGuard } = page;
  const form = formOf(rq, href(page, 'horen'), page.failed);
  const sides = [
    { value: knot.sideAId ?? '', label: knot.sideA ?? '' },
    { value: knot.sideBId ?? '', label: knot.sideB ?? '' },
  ].filter(({ value }) => value !== '');
  // Whoever took a knot up hears both sides first: until then that is the one next act.
  const isNext = page.acts.size === 1 || (isGuard && knot.state === 'with_guard');
  return (
    <FoldedForm
      rq={rq}
      action={form.action}
      summary={t(isGuard ? 'act.call' : 'act.comment')}
      isOpen={form.isOpen || isNext}
    >
      {isGuard ? (
        <Select
          {...form.field('department')}
          label={t('hear.side')}
          emptyLabel={t('hear.no_side')}
          options={sides}
        />
      ) : null}
      <TextArea {...form.field('text')} label={t('hear.text')} description={t('hear.hint')} rows={3} />
      <Button look={isNext ? 'primary' : 'secondary'}>{t('hear.send')}</Button>
    </FoldedForm>
  );
};

/** How far ahead a decision proposes its day: the decider changes it. */
const PROPOSED_DAYS = 14;

const DecideFields = ({ rq, page }: Props) => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, href(page, 'besluit'), page.failed);
  return (
    <>
      <Select
        {...form.field('department', page.knot.sideBId ?? page.knot.sideAId ?? '')}
        label={t('decision.owner')}
        emptyLabel={t('choose.department')}
        options={page.departments
          .filter(({ kind }) => kind !== 'complaints' && kind !== 'desk')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...form.field('budget')}
        label={t('decision.budget')}
        description={t('decision.budget.hint')}
      />
      <TextField
        {...form.field('amount')}
        label={t('decision.amount')}
        note={t('word.optional')}
        inputMode="numeric"
        width={10}
      />
      <DateField
        {...form.day('due', plusDays(isoDate(rq.now), PROPOSED_DAYS))}
        label={t('decision.due')}
        description={t('decision.due.hint')}
      />
      <TextArea {...form.field('text')} label={t('decision.text')} rows={3} />
      <TextArea
        {...form.field('public')}
        label={t('decision.public')}
        description={t('decision.public.hint')}
        rows={3}
      />
      {page.knot.groupHome === null ? null : (
        <TextField
          {...form.field('consent')}
          label={t('group.consent')}
          description={t('decision.consent.hint', { department: page.knot.groupHome })}
        />
      )}
    </>
  );
};

const DecideForm = ({ rq, page }: Props) => {
  const t = rq.texts(regieTexts);
  const action = href(page, 'besluit');
  const { version } = page.knot;
  if (page.acts.has('decide'))
    return (
      <Section id="beslissen" title={t('act.decide')}>
        <ActForm rq={rq} action={action} version={version}>
          <DecideFields rq={rq} page={page} />
          <Button>{t('act.decide.send')}</Button>
        </ActForm>
      </Section>
    );
  return (
    <FoldedForm
      rq={rq}
      action={action}
      version={version}
      summary={t('act.replace')}
      isOpen={page.failed?.form === action}
    >
      <Paragraph>{t('act.replace.hint')}</Paragraph>
      <DecideFields rq={rq} page={page} />
      <Button look="secondary">{t('act.decide.send')}</Button>
    </FoldedForm>
  );
};

/** One sentence and one button. */
const SentenceForm = ({
  rq,
  page,
  act,
  word,
}: Props & { act: string; word: 'escalate' | 'drop' | 'renew' }) => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, href(page, act), page.failed);
  return (
    <FoldedForm
      rq={rq}
      action={form.action}
      version={page.knot.version}
      summary={t(`act.${word}`)}
      isOpen={form.isOpen}
    >
      <TextField {...form.field(word === 'renew' ? 'sentence' : 'reason')} label={t(`act.${word}.why`)} />
      <Button look="secondary">{t(`act.${word}.send`)}</Button>
    </FoldedForm>
  );
};

const ExecuteForm = ({ rq, page }: Props) => {
  const t = rq.texts(regieTexts);
  return (
    <Section id="uitgevoerd" title={t('act.executed')}>
      <ButtonRow>
        <InlineForm
          action={href(page, 'uitgevoerd')}
          csrf={rq.csrf}
          look="primary"
          fields={[{ name: 'version', value: String(page.knot.version) }]}
          label={t('act.executed.yes')}
        />
      </ButtonRow>
      <SentenceForm rq={rq} page={page} act="opnieuw" word="renew" />
    </Section>
  );
};

/** What this person can do, the next best act first. */
export const KnotActs = ({ rq, page }: Props) => {
  const t = rq.texts(regieTexts);
  const { acts, knot } = page;
  if (acts.size === 0) return <Paragraph>{t('knot.no_acts')}</Paragraph>;
  return (
    <div id="doen" className="wr-flow">
      {acts.has('take') ? <TakeForm rq={rq} page={page} /> : null}
      {acts.has('decide') ? <DecideForm rq={rq} page={page} /> : null}
      {acts.has('execute') ? <ExecuteForm rq={rq} page={page} /> : null}
      {acts.has('hear') ? <HearForm rq={rq} page={page} /> : null}
      {acts.has('escalate') ? <SentenceForm rq={rq} page={page} act="opschalen" word="escalate" /> : null}
      {acts.has('agenda') ? <AgendaForm rq={rq} objectKind="knot" objectId={knot.id} /> : null}
      {acts.has('replace') ? <DecideForm rq={rq} page={page} /> : null}
      {acts.has('drop') ? <SentenceForm rq={rq} page={page} act="laten-vallen" word="drop" /> : null}
    </div>
  );
};
