import {
  Checkbox,
  Details,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { gateNeeded, inspectText } from '../../guard.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { Pair } from '../web/layout.tsx';
import { mistakeOf } from '../web/mistakes.ts';
import { channels, kinds, OTHER_ORGANISATION, sources, subjects } from './form.ts';
import type { DeskPage } from './page.tsx';

interface FieldsProps {
  readonly rq: Rq;
  readonly page: DeskPage;
}

/** What is told, and beside it the street. */
export const TellFields = ({ rq, page: { raw, errors } }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  return (
    <Pair shape="wide">
      <TextArea
        name="tekst"
        label={t('desk.text')}
        rows={3}
        startHere
        value={raw.text('tekst')}
        {...mistakeOf(rq, errors, 'tekst')}
      />
      <TextField
        name="plek_straat"
        label={t('desk.street')}
        note={t('desk.street.hint')}
        value={raw.text('plek_straat')}
        spellCheck={false}
        {...mistakeOf(rq, errors, 'plek_straat')}
      />
    </Pair>
  );
};

/** The desk may keep a marked text once, with a reason that the privacy officer sees (C5.2). */
export const OverrideField = ({ rq, page: { raw, errors } }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  return (
    <TextField
      name="toch"
      label={t('desk.override')}
      description={t('desk.override.hint')}
      value={raw.text('toch')}
      {...mistakeOf(rq, errors, 'toch')}
    />
  );
};

/** Asked only when the guard saw something (0.2 D8). */
export const Gate = ({ rq, page: { raw, errors } }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  const text = raw.text('tekst');
  if (text === '' || !gateNeeded(inspectText(text))) return null;
  return (
    <RadioGroup
      name="waarover"
      label={t('desk.subject')}
      value={raw.text('waarover')}
      options={subjects.map((value) => ({ value, label: t(`desk.subject.${value}`) }))}
      {...mistakeOf(rq, errors, 'waarover')}
    />
  );
};

/** Small choices with their usual answer. */
export const KindFields = ({ rq, page: { raw } }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  const shared = rq.texts(signaalTexts);
  return (
    <Pair>
      <RadioGroup
        name="soort"
        label={t('desk.kind')}
        inline
        value={raw.text('soort') || 'report'}
        options={kinds.map((value) => ({ value, label: shared(`kind.${value}`) }))}
      />
      <RadioGroup
        name="kanaal"
        label={t('desk.channel')}
        inline
        value={raw.text('kanaal') || 'desk'}
        options={channels.map((value) => ({ value, label: shared(`channel.${value}`) }))}
      />
    </Pair>
  );
};

/** Who speaks, and for a partner which organisation, so that both can be counted. */
const SpeakerFields = ({ rq, page: { raw, errors, view } }: FieldsProps) => {
  const t = rq.texts(staffTexts);
  return (
    <>
      <Select
        name="wie"
        label={t('desk.source')}
        value={raw.text('wie') || 'resident'}
        options={sources.map((value) => ({ value, label: rq.texts(signaalTexts)(`source.${value}`) }))}
      />
      <Select
        name="organisatie"
        label={t('desk.organisation')}
        description={t('desk.organisation.hint')}
        emptyLabel={t('desk.organisation.none')}
        value={raw.text('organisatie')}
        options={[
          ...view.departments
            .filter(({ kind }) => kind === 'partner')
            .map(({ id, name }) => ({ value: id, label: name })),
          { value: OTHER_ORGANISATION, label: t('desk.organisation.other') },
        ]}
        {...mistakeOf(rq, errors, 'organisatie')}
      />
      <Checkbox
        name="akkoord"
        label={t('desk.consent')}
        checked={raw.text('akkoord') !== ''}
        {...mistakeOf(rq, errors, 'akkoord')}
      />
    </>
  );
};

const MORE = ['buurt', 'plek', 'onderwerp', 'organisatie', 'akkoord', 'spoed'] as const;

/** What is seldom needed, folded away. */
export const MoreFields = ({ rq, page }: FieldsProps) => {
  const { raw, errors, view } = page;
  const t = rq.texts(staffTexts);
  const used =
    MORE.some((name) => raw.text(name) !== '' || errors[name] !== undefined) ||
    !['', 'resident'].includes(raw.text('wie'));
  const category = (one: { name: string; nameEn: string | null }): string =>
    (rq.lang === 'en' ? one.nameEn : null) ?? one.name;
  return (
    <Details summary={t('desk.more')} open={used}>
      <Pair>
        <Select
          name="buurt"
          label={t('desk.buurt')}
          emptyLabel={t('desk.buurt.none')}
          value={raw.text('buurt')}
          options={view.buurten.map(({ id, name }) => ({ value: id, label: name }))}
          {...mistakeOf(rq, errors, 'buurt')}
        />
        <TextField
          name="plek"
          label={t('desk.spot')}
          value={raw.text('plek')}
          {...mistakeOf(rq, errors, 'plek')}
        />
        <Select
          name="onderwerp"
          label={t('desk.category')}
          emptyLabel={t('desk.category.none')}
          value={raw.text('onderwerp')}
          options={view.categories.map((one) => ({ value: one.id, label: category(one) }))}
          {...mistakeOf(rq, errors, 'onderwerp')}
        />
        <SpeakerFields rq={rq} page={page} />
      </Pair>
      <Checkbox name="spoed" label={t('desk.urgent')} checked={raw.text('spoed') !== ''} />
    </Details>
  );
};
