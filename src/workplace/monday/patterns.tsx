import {
  Button,
  Card,
  CardList,
  CheckboxGroup,
  EmptyState,
  Form,
  HiddenField,
  Link,
  Own,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '#signaal/index.ts';
import { ClusterMap } from './cluster-map.tsx';
import type { PatternRow } from './columns.ts';
import type { Monday } from './read.ts';
import { mondayTexts } from './texts.ts';

const themeOf = (rq: Rq, { theme, themeEn }: PatternRow): string =>
  (rq.lang === 'en' ? themeEn : null) ?? theme;

/** The street most of them name. */
const streetOf = ({ signalen }: PatternRow): string | null => {
  const counts = Map.groupBy(
    signalen.flatMap(({ street }) => (street ? [street] : [])),
    (street) => street,
  );
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
};

const pointsOf = ({ signalen }: PatternRow) =>
  signalen.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]));

interface PatternProps {
  readonly rq: Rq;
  readonly monday: Monday;
  readonly pattern: PatternRow;
}

/** Everything is filled in; what does not belong is dropped by a tick. */
const MakeForm = ({ rq, monday, pattern }: PatternProps) => {
  const t = rq.texts(mondayTexts);
  const channel = (name: string): string => rq.texts(signaalTexts).dynamic(`channel.${name}`);
  const street = streetOf(pattern) ?? pattern.buurt ?? t('patterns.somewhere');
  const area = monday.areas.find(({ buurtIds }) => buurtIds.includes(pattern.buurtId ?? ''));
  return (
    <Form action="/knelpunten/nieuw" csrf={rq.csrf}>
      <HiddenField name="patroon" value={pattern.id} />
      <HiddenField name="titel" value={t('patterns.title', { theme: themeOf(rq, pattern), street })} />
      <HiddenField name="oorsprong" value="problem" />
      <HiddenField name="gebied" value={area?.id ?? ''} />
      <HiddenField name="thema" value={pattern.themeId} />
      <HiddenField name="plek" value={streetOf(pattern) ?? ''} />
      <HiddenField name="zin" value={t('patterns.sentence', { count: pattern.signalen.length, street })} />
      <CheckboxGroup
        id={`meldingen-${pattern.id}`}
        name="meldingen"
        label={t('patterns.keep')}
        values={pattern.signalen.map(({ id }) => id)}
        options={pattern.signalen.map((row) => ({
          value: row.id,
          label: t('patterns.signaal', { number: row.number, channel: channel(row.channel) }),
          description: row.text === null ? t('patterns.wiped') : <Own>{row.text}</Own>,
        }))}
      />
      <Button>{t('patterns.make')}</Button>
    </Form>
  );
};

const Pattern = (props: PatternProps) => {
  const { rq, pattern } = props;
  const t = rq.texts(mondayTexts);
  const names = new Set(
    pattern.signalen.map(({ channel }) => rq.texts(signaalTexts).dynamic(`channel.${channel}`)),
  );
  const channels = new Intl.ListFormat(rq.lang, { type: 'conjunction' }).format(names);
  const points = pointsOf(pattern);
  const street = streetOf(pattern);
  return (
    <Card title={[themeOf(rq, pattern), street ?? pattern.buurt].filter(Boolean).join(', ')} titleLevel={3}>
      <Paragraph>
        {t(`patterns.${pattern.reason}`, {
          count: pattern.signalen.length,
          reporters: pattern.reporters,
        })}
        {`. ${t('patterns.channels', { channels })}`}
      </Paragraph>
      <ClusterMap points={points} label={(metres) => t('patterns.map', { count: points.length, metres })} />
      <MakeForm {...props} />
    </Card>
  );
};

/** "Patronen": what the system found; one click makes a knelpunt of it. */
export const Patterns = ({ rq, monday }: { rq: Rq; monday: Monday }) => {
  const t = rq.texts(mondayTexts);
  return (
    <Section id="patronen" title={t('patterns')}>
      {monday.patterns.length === 0 ? (
        <EmptyState title={t('patterns.none')}>{t('patterns.none.help')}</EmptyState>
      ) : (
        <CardList
          label={t('patterns')}
          items={monday.patterns.map((pattern) => ({
            key: pattern.id,
            card: <Pattern rq={rq} monday={monday} pattern={pattern} />,
          }))}
        />
      )}
      <Paragraph>
        <Link href="/patronen">{t('patterns.all')}</Link>
      </Paragraph>
    </Section>
  );
};
