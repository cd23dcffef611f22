import { formatShortDate } from '#platform/calendar/index.ts';
import { afterStep } from '#platform/state-machine.ts';
import {
  Card,
  CardList,
  InlineForm,
  Link,
  List,
  Paragraph,
  Quote,
  Section,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import { reaches } from '../../policy.ts';
import { signaalMachine } from '../../rules/signaal-states.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import { categoryName } from '../web/labels.tsx';
import { signaalHref } from '../web/rows.tsx';
import { factsOfOther, type NeighbourRow, type RelatedRow } from './around.ts';
import type { DetailPage } from './model.ts';

interface Props {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** What is perhaps the same matter, beside the words of this one: how far, how long apart, how alike, and one click. */
export const Neighbours = ({ rq, page }: Props) => {
  const t = rq.texts(neighbourTexts);
  const { nearby } = page.around;
  if (nearby.length === 0) return null;
  return (
    <Section id="buren" title={t('near.title')}>
      <CardList
        label={t('near.title')}
        items={nearby.map((row) => ({ key: row.id, card: <NeighbourCard rq={rq} page={page} row={row} /> }))}
      />
    </Section>
  );
};

const NeighbourCard = ({ rq, page, row }: Props & { readonly row: NeighbourRow }) => {
  const t = rq.texts(neighbourTexts);
  const name = rq.texts(staffTexts)('signaal.number', { number: row.number });
  return (
    <Card
      title={`${name}: ${categoryName(rq, { category: row.category, categoryEn: row.category_en })}`}
      href={row.isReadable ? signaalHref(row.id) : undefined}
      eyebrow={[
        row.metres === null ? t('near.street') : t('near.metres', { metres: row.metres }),
        row.days === 0
          ? t('near.same_day')
          : row.days === 1
            ? t('near.day')
            : t('near.days', { days: row.days }),
        t('near.alike', { percent: Math.round(row.likeness * 100) }),
        row.voices === 1 ? '' : t('near.voices', { count: row.voices }),
      ]
        .filter(Boolean)
        .join(', ')}
      actions={<Merge rq={rq} page={page} row={row} />}
    >
      {row.isReadable && row.text ? (
        <Quote by={formatShortDate(new Date(row.received_at), rq.lang)}>{row.text}</Quote>
      ) : (
        <Paragraph muted>{t('near.hidden')}</Paragraph>
      )}
    </Card>
  );
};

/** The later one is merged into the earlier; only what this person may merge, in a state that allows it. */
const Merge = ({ rq, page, row }: Props & { readonly row: NeighbourRow }) => {
  const t = rq.texts(neighbourTexts);
  const { signaal } = page.core;
  const intoOther = page.acts.signaal.has('duplicate');
  const intoThis = row.isReadable && mayMerge(rq, page, row);
  const isLater = new Date(row.received_at) > signaal.receivedAt;
  const other = isLater ? intoThis : !intoOther && intoThis;
  if (!other && !intoOther) return null;
  const [from, to, version] = other
    ? [row.id, signaal.id, row.version]
    : [signaal.id, row.id, signaal.version];
  return (
    <InlineForm
      action={`${signaalHref(from)}/dubbel`}
      csrf={rq.csrf}
      label={other ? t('merge.here') : t('merge.there')}
      fields={[
        { name: 'versie', value: version },
        { name: 'ander', value: to },
        { name: 'tekst', value: rq.texts(staffTexts)('duplicate.standard') },
        ...(other ? [{ name: 'terug', value: `${signaalHref(signaal.id)}?gedaan=joined` }] : []),
      ]}
    />
  );
};

const mayMerge = (rq: Rq, page: DetailPage, row: NeighbourRow): boolean =>
  afterStep(signaalMachine, row.state, 'mark_duplicate') !== null &&
  rq.world.gate(rq.principal, 'signaal.duplicate', reaches(rq.principal, factsOfOther(row, page.core))).ok;

/** That this one follows another, with the way back; a link only for whoever may read that one. */
export const Follows = ({ rq, page }: Props) => {
  const t = rq.texts(neighbourTexts);
  const { original, joined } = page.around;
  if (!original) return null;
  const { core } = page;
  const words = t(joined ? 'follows.joined' : 'follows.merged', { number: original.number });
  const { facts } = core;
  const mayTakeBack =
    !joined && rq.world.gate(rq.principal, 'signaal.duplicate', reaches(rq.principal, facts)).ok;
  return (
    <>
      {original.isReadable ? <Link href={signaalHref(original.id)}>{words}</Link> : <span>{words}</span>}
      {mayTakeBack ? (
        <InlineForm
          action={`${signaalHref(core.signaal.id)}/losmaken`}
          csrf={rq.csrf}
          label={t('merge.undo')}
          fields={[{ name: 'versie', value: core.signaal.version }]}
        />
      ) : null}
    </>
  );
};

/** Everybody who joined this one or was merged into it: they hear what its reporter hears. */
export const Voices = ({ rq, page: { around } }: Props) => {
  const t = rq.texts(neighbourTexts);
  if (around.voice_count === 0) return null;
  return (
    <Section id="stemmen" title={t('voices.title', { count: around.voice_count })}>
      <List
        items={around.voices.map((row) => ({
          key: row.id,
          content: row.isReadable ? (
            <Link href={signaalHref(row.id)}>{voiceInWords(rq, row)}</Link>
          ) : (
            voiceInWords(rq, row)
          ),
        }))}
      />
    </Section>
  );
};

const voiceInWords = (rq: Rq, row: RelatedRow): string =>
  rq.texts(neighbourTexts)(row.joined ? 'voices.joined' : 'voices.merged', {
    number: row.number,
    day: formatShortDate(new Date(row.received_at), rq.lang),
    channel: rq.texts(signaalTexts).dynamic(`channel.${row.channel}`),
  });
