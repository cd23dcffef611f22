import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { Checkbox, FilterBar, Select, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { wordsOf } from '#platform/words.ts';
import { signaalTexts } from '../../texts.ts';
import { signaalChannels, signaalSources } from '../../voices/list-filter.ts';
import { staffTexts } from '../texts.ts';
import { categoryName } from '../web/labels.tsx';
import type { ListChoices } from './choices.ts';
import { partFilters, type WorkFilter } from './read.ts';

const optional = z.string().max(200).optional().catch(undefined);

/** What the address of a worklist asks for. */
export const workQuery = z.object({
  zoek: z.string().max(200).catch(''),
  stand: z.enum(partFilters).optional().catch(undefined),
  buurt: optional,
  onderwerp: optional,
  wie: z.enum(signaalSources).optional().catch(undefined),
  hoe: z.enum(signaalChannels).optional().catch(undefined),
  laat: optional,
  na: z.string().max(100).optional().catch(undefined),
});

export type WorkQuery = z.infer<typeof workQuery>;

const MOST_WORDS = 5;

const idOf = (text: string | undefined): string | undefined => (text && isId(text) ? text : undefined);

/** What somebody typed in the search: a number finds just that one, anything else is words. */
const soughtNumber = (text: string): number | undefined => {
  const [, number] = /^(?:nr\.?|nummer|#)?\s*(\d{1,9})$/i.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** The filter that an address means. */
export const filterOf = (query: WorkQuery, now: Date): WorkFilter => ({
  number: soughtNumber(query.zoek),
  words: wordsOf(query.zoek, MOST_WORDS),
  state: query.stand,
  buurtId: idOf(query.buurt),
  categoryId: idOf(query.onderwerp),
  source: query.wie,
  channel: query.hoe,
  lateAt: query.laat ? now : undefined,
});

/** Who speaks and how it came in: two things (0.2 D22). */
const VoiceFilters = ({ rq, query }: { rq: Rq; query: WorkQuery }) => {
  const t = rq.texts(staffTexts);
  const shared = rq.texts(signaalTexts);
  return (
    <>
      <Select
        name="wie"
        label={t('desk.source')}
        emptyLabel={t('filter.all')}
        value={query.wie}
        options={signaalSources.map((value) => ({ value, label: shared(`source.${value}`) }))}
      />
      <Select
        name="hoe"
        label={t('desk.channel')}
        emptyLabel={t('filter.all')}
        value={query.hoe}
        options={signaalChannels.map((value) => ({ value, label: shared(`channel.${value}`) }))}
      />
    </>
  );
};

/** The filters above a worklist. */
export const WorkFilters = ({
  rq,
  path,
  query,
  choices,
  withState,
}: {
  rq: Rq;
  path: string;
  query: WorkQuery;
  choices: ListChoices;
  withState: boolean;
}) => {
  const t = rq.texts(staffTexts);
  const shared = rq.texts(signaalTexts);
  return (
    <FilterBar
      action={path}
      label={t('filter.label')}
      submitLabel={t('filter.show')}
      reset={{ href: path, label: t('filter.reset') }}
    >
      <TextField name="zoek" label={t('filter.search')} value={query.zoek} spellCheck={false} />
      {withState ? (
        <Select
          name="stand"
          label={t('column.state')}
          emptyLabel={t('filter.all')}
          value={query.stand}
          options={partFilters.map((value) => ({
            value,
            label: value === 'reopened' ? shared('state.reopened') : shared(`assignment.${value}`),
          }))}
        />
      ) : null}
      <Select
        name="buurt"
        label={t('desk.buurt')}
        emptyLabel={t('filter.all')}
        value={query.buurt}
        options={choices.buurten.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="onderwerp"
        label={t('desk.category')}
        emptyLabel={t('filter.all')}
        value={query.onderwerp}
        options={choices.categories.map((one) => ({
          value: one.id,
          label: categoryName(rq, { category: one.name, categoryEn: one.name_en }),
        }))}
      />
      <VoiceFilters rq={rq} query={query} />
      <Checkbox name="laat" label={t('filter.late')} checked={query.laat !== undefined} />
    </FilterBar>
  );
};
