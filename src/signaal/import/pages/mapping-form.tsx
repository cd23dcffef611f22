import type { Failure } from '#platform/web/attempt.ts';
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  Details,
  Form,
  HiddenField,
  Paragraph,
  Select,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { inspectText, maskText } from '../../guard.ts';
import { FIELDS } from '../rules/fields.ts';
import type { Mapping } from '../rules/mapping.ts';
import type { Preview } from '../store/preview.ts';
import type { RunPage } from '../store/waiting.ts';
import { importTexts } from '../texts.ts';
import { importHref } from './paths.ts';
import { mistakeIn } from './words.ts';

/** A page with the mapping of a file that waits. */
export interface MappingView {
  readonly page: RunPage;
  /** As typed when something is wrong with it, else as kept. */
  readonly mapping: Mapping;
  readonly preview: Preview;
  readonly failure: Failure;
  /** What was just done with it; null when nothing was. */
  readonly did: 'toon' | 'bewaar' | 'gebruik' | null;
}

/** More subjects without a place than this are mapped in a file for the command line. */
export const MOST_CHOICES = 100;
/** The subjects that stand in the file most often are asked for at once, the others on demand. */
const FIRST_CHOICES = 20;
/** More words of a status than this is no status. */
export const MOST_WORDS = 60;

interface Props {
  readonly rq: Rq;
  readonly view: MappingView;
}

/** Which column is what, which words mean that it is over, and which subject there is which of ours. */
export const MappingForm = ({ rq, view }: Props) => {
  const t = rq.texts(importTexts);
  const { run } = view.page;
  return (
    <Form action={importHref(run.id)} csrf={rq.csrf}>
      <HiddenField name="versie" value={String(run.version)} />
      <TextField
        name="system"
        label={t('list.system')}
        description={t('list.system.help')}
        value={view.mapping.system}
        autoComplete="off"
        {...mistakeIn(rq, view.failure, 'system')}
      />
      <Columns rq={rq} view={view} />
      <Dates rq={rq} view={view} />
      <EndedWords rq={rq} view={view} />
      <Subjects rq={rq} view={view} />
      <ButtonRow>
        <Button look="secondary" name="doe" value="toon">
          {t('map.show')}
        </Button>
        <Button name="doe" value="begin">
          {t('map.start', { count: run.fileRows.toLocaleString(rq.lang) })}
        </Button>
      </ButtonRow>
      <Saving rq={rq} view={view} />
    </Form>
  );
};

const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?:[T ,]|$)/;

/** An example may be anybody's telephone number; a date only looks like one. */
const shown = (example: string): string =>
  (DATE.test(example) ? example : maskText(example, inspectText(example))).slice(0, 40);

const Columns = ({ rq, view: { page, mapping, failure } }: Props) => {
  const t = rq.texts(importTexts);
  const options = (page.waiting?.facts.columns ?? []).map(({ name, examples }) => ({
    value: name,
    label: examples[0] === undefined ? name : t('map.column', { name, example: shown(examples[0]) }),
  }));
  return (
    <>
      {FIELDS.map((field) => (
        <Select
          key={field}
          name={`veld_${field}`}
          label={t(`field.${field}`)}
          options={options}
          emptyLabel={t('map.not_there')}
          value={mapping.columns[field] ?? ''}
          {...mistakeIn(rq, failure, field === 'received' ? 'received' : field)}
          id={field}
        />
      ))}
      <Paragraph small>{t('map.no_people')}</Paragraph>
    </>
  );
};

const Dates = ({ rq, view: { mapping, failure } }: Props) => {
  const t = rq.texts(importTexts);
  return (
    <>
      <Select
        name="volgorde"
        label={t('map.order')}
        options={[
          { value: 'dmy', label: t('map.order.dmy') },
          { value: 'mdy', label: t('map.order.mdy') },
        ]}
        value={mapping.dayOrder}
      />
      <TextField
        name="zone"
        label={t('map.zone')}
        description={t('map.zone.help')}
        value={mapping.zone}
        autoComplete="off"
        {...mistakeIn(rq, failure, 'zone')}
      />
    </>
  );
};

const EndedWords = ({ rq, view: { page, mapping } }: Props) => {
  const t = rq.texts(importTexts);
  const column = mapping.columns.status;
  const words = column === undefined ? [] : (page.waiting?.facts.words[column] ?? []);
  if (words.length === 0 || words.length > MOST_WORDS) return <Paragraph>{t('map.no_status')}</Paragraph>;
  return (
    <CheckboxGroup
      name="klaar"
      label={t('map.ended')}
      description={t('map.ended.help')}
      options={words.map((word) => ({ value: word, label: word }))}
      values={mapping.endedWords}
    />
  );
};

const Subjects = ({ rq, view: { mapping, preview } }: Props) => {
  const t = rq.texts(importTexts);
  // Those without a place first: when there are more than fit, choosing some brings up the next.
  const asked = [
    ...preview.found.filter(({ ours }) => ours === null),
    ...preview.found.filter(({ key, ours }) => ours !== null && Object.hasOwn(mapping.categories, key)),
  ];
  const themes = Map.groupBy(preview.subjects, ({ themeName }) => themeName);
  const options = [...themes].map(([group, subjects]) => ({
    group,
    options: subjects.map(({ slug, name }) => ({ value: slug, label: name })),
  }));
  const found = preview.found.length - asked.length;
  const choices = asked.slice(0, MOST_CHOICES).map(({ key, of }, place) => (
    <div key={key}>
      <HiddenField name={`bron_${place}`} value={key} />
      <Select
        name={`onderwerp_${place}`}
        label={t('map.subject', { name: key, count: of.count })}
        options={options}
        emptyLabel={t('map.no_subject')}
        value={mapping.categories[key] ?? ''}
      />
    </div>
  ));
  const rest = choices.slice(FIRST_CHOICES);
  return (
    <>
      <Paragraph>
        {preview.found.length === 0 ? t('map.subjects_none') : null}
        {found > 0 && asked.length === 0 ? t('map.subjects_all', { of: found }) : null}
        {asked.length > 0 ? t('map.subjects', { found, of: preview.found.length }) : null}
      </Paragraph>
      {choices.slice(0, FIRST_CHOICES)}
      {rest.length === 0 ? null : (
        <Details summary={t('map.rarer_subjects', { count: rest.length })}>{rest}</Details>
      )}
      {asked.length > MOST_CHOICES ? (
        <Paragraph>{t('map.more_subjects', { count: asked.length - MOST_CHOICES })}</Paragraph>
      ) : null}
    </>
  );
};

const Saving = ({ rq, view: { page, failure } }: Props) => {
  const t = rq.texts(importTexts);
  return (
    <Details summary={t('map.keep')} open={'naam' in failure.errors || 'indeling' in failure.errors}>
      <TextField
        name="naam"
        label={t('map.name')}
        description={t('map.name.help')}
        autoComplete="off"
        {...mistakeIn(rq, failure, 'naam')}
      />
      <Button look="secondary" name="doe" value="bewaar">
        {t('map.save')}
      </Button>
      {page.mappingNames.length === 0 ? null : (
        <>
          <Select
            name="indeling"
            label={t('map.use')}
            options={page.mappingNames.map((name) => ({ value: name, label: name }))}
            emptyLabel={t('map.choose')}
            {...mistakeIn(rq, failure, 'indeling')}
          />
          <Button look="secondary" name="doe" value="gebruik">
            {t('map.take')}
          </Button>
        </>
      )}
    </Details>
  );
};
