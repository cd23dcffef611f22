import type { Area } from '#gemeente/index.ts';
import { DateField, RadioGroup, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { GroupInput } from '../commands/group.ts';
import { regieTexts } from '../texts.ts';
import type { formOf, Sent } from '../web/form.tsx';

const SIZES = ['small', 'middle', 'large'] as const;
const PROFESSIONALISM = ['beginning', 'experienced', 'professional'] as const;
const REACHABILITY = ['hard', 'by_one_person', 'easy'] as const;
const REPRESENTATIVITY = ['unknown', 'few', 'part', 'broad'] as const;

const TRAITS = {
  size: SIZES,
  professionalism: PROFESSIONALISM,
  reachability: REACHABILITY,
  representativity: REPRESENTATIVITY,
} as const;

/** The five traits in which groups differ (rapport L634-635), and what the group is about. */
export const GroupFields = ({
  rq,
  form,
  standard,
  areas,
}: {
  rq: Rq;
  form: ReturnType<typeof formOf>;
  standard: Partial<GroupInput>;
  areas: readonly Area[];
}) => {
  const t = rq.texts(regieTexts);
  return (
    <>
      <TextField {...form.field('name', standard.name)} label={t('group.name')} />
      <TextArea {...form.field('about', standard.about)} label={t('group.about')} rows={2} />
      <Select
        {...form.field('area', standard.areaId)}
        label={t('groups.area')}
        emptyLabel="–"
        options={areas.map(({ id, name, divisionName }) => ({
          value: id,
          label: `${name} (${divisionName})`,
        }))}
      />
      {(Object.keys(TRAITS) as (keyof typeof TRAITS)[]).map((trait) => (
        <RadioGroup
          key={trait}
          {...form.field(trait, standard[trait] ?? TRAITS[trait][0])}
          label={t(`group.${trait}`)}
          options={TRAITS[trait].map((value) => ({ value, label: t.dynamic(`group.${trait}.${value}`) }))}
        />
      ))}
      <DateField
        {...form.day('continuity', standard.continuityUntil ?? '')}
        label={t('group.continuity')}
        note={t('word.optional')}
      />
      <TextField
        {...form.field('contact', standard.publicContact ?? '')}
        label={t('group.contact')}
        description={t('group.contact.hint')}
        note={t('word.optional')}
      />
    </>
  );
};

const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], text: string): Value =>
  values.find((value) => value === text) ?? values[0];

/** What the form says; a trait that no form offers becomes the first of its list. */
export const groupInputOf = ({ text, day }: Sent): GroupInput => ({
  name: text('name'),
  about: text('about'),
  areaId: text('area'),
  size: oneOf(SIZES, text('size')),
  professionalism: oneOf(PROFESSIONALISM, text('professionalism')),
  reachability: oneOf(REACHABILITY, text('reachability')),
  representativity: oneOf(REPRESENTATIVITY, text('representativity')),
  continuityUntil: day('continuity') || null,
  publicContact: text('contact').trim() || null,
});
