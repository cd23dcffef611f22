import { formatShortDate } from '#platform/calendar/index.ts';
import {
  Button,
  Card,
  CardList,
  CheckboxGroup,
  Details,
  EmptyState,
  Link,
  List,
  Paragraph,
  Quote,
  Section,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { BundledRow } from '../read/detail.ts';
import { knelpuntTexts } from '../texts.ts';
import { ActFrame, actForm, FoldedAct } from './form.tsx';
import { Strip } from './labels.tsx';
import type { DetailPage } from './model.ts';

interface FormProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** The one human sentence for everybody who spoke (D13). */
export const SentenceForm = ({ rq, page }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'zin');
  const { knelpunt } = page;
  return (
    <FoldedAct
      form={form}
      summary={t(knelpunt.word === 0 ? 'say.first' : 'say.again')}
      first={knelpunt.word === 0 && page.around.signalen.length > 0 && page.failed === null}
    >
      <TextArea
        {...form.field('zin', knelpunt.public_sentence)}
        label={t('field.sentence')}
        description={t('sentence.hint')}
        rows={3}
      />
      <Button look="secondary">{t('say.send', { count: knelpunt.voices })}</Button>
    </FoldedAct>
  );
};

/** Title, theme, place and supposition. */
export const DescribeForm = ({ rq, page }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'beschrijven');
  const { knelpunt, around } = page;
  return (
    <FoldedAct form={form} summary={t('describe.summary')}>
      <TextField {...form.field('titel', knelpunt.title)} label={t('field.title')} />
      <Select
        {...form.field('thema', knelpunt.category_id ?? '')}
        label={t('field.theme')}
        emptyLabel={t('field.theme_none')}
        options={around.themes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField {...form.field('plek', knelpunt.place_note ?? '')} label={t('field.place')} />
      <TextArea {...form.field('vermoeden', knelpunt.hypothesis)} label={t('field.hypothesis')} rows={4} />
      <Button look="secondary">{t('describe.send')}</Button>
    </FoldedAct>
  );
};

/** More signalen by their numbers, and patterns of the care network that were accepted since. */
export const AddForm = ({ rq, page }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const form = actForm(rq, page, 'erbij');
  const { careFree } = page.around;
  return (
    <FoldedAct form={form} summary={t(careFree.length === 0 ? 'add.summary' : 'add.summary_care')}>
      <TextField {...form.field('nummers')} label={t('add.numbers')} description={t('add.hint')} />
      {careFree.length === 0 ? null : (
        <CheckboxGroup
          name="zorg"
          label={t('new.care')}
          values={form.all('zorg')}
          options={careFree.map(({ id, number, size, area }) => ({
            value: id,
            label: t('care.line', { number, size: t.dynamic(`size.${size}`), note: area }),
          }))}
        />
      )}
      <Button look="secondary">{t('add.send')}</Button>
    </FoldedAct>
  );
};

/** Out of the bundle: with a reason, or through the gate when it turns out to be about a person. */
const RemoveForms = ({ rq, page, row }: FormProps & { row: BundledRow }) => {
  const t = rq.texts(knelpuntTexts);
  const out = actForm(rq, page, `meldingen/${row.id}/eruit`);
  const care = actForm(rq, page, `meldingen/${row.id}/zorgnetwerk`);
  return (
    <Details summary={t('remove.summary')} open={out.isOpen || care.isOpen}>
      <ActFrame form={out}>
        <TextField {...out.field('reden')} label={t('remove.reason')} />
        <Button look="secondary">{t('remove.send')}</Button>
      </ActFrame>
      <ActFrame form={care}>
        <TextArea
          {...care.field('tekst', t('care.standard'))}
          label={t('care.text')}
          description={t('care.hint')}
          rows={3}
        />
        <Button look="danger">{t('care.send')}</Button>
      </ActFrame>
    </Details>
  );
};

const SignaalCard = ({ rq, page, row }: FormProps & { row: BundledRow }) => {
  const t = rq.texts(knelpuntTexts);
  const day = formatShortDate(new Date(row.at), rq.lang);
  return (
    <Card>
      <Quote
        lang={row.text === null ? rq.lang : undefined}
        by={[
          rq.may('signaal.read') ? (
            <Link key="n" href={`/signalen/${row.id}`}>
              {t('signaal.number', { number: row.number })}
            </Link>
          ) : (
            t('signaal.number', { number: row.number })
          ),
          `, ${day}, ${t.dynamic(`channel.${row.channel}`)}, ${t.dynamic(`source.${row.source}`)}`,
          row.street ? `, ${row.street}` : '',
        ]}
      >
        {row.text ?? t('signaal.wiped')}
      </Quote>
      {row.joined > 0 ? (
        <Strip>
          <span className="wr-muted">{t('signaal.joined', { count: row.joined })}</span>
        </Strip>
      ) : null}
      {page.acts.make ? <RemoveForms rq={rq} page={page} row={row} /> : null}
    </Card>
  );
};

/** The signalen in the bundle in their own words, and those that were taken out. */
export const Bundled = ({ rq, page }: FormProps) => {
  const t = rq.texts(knelpuntTexts);
  const { signalen, removed } = page.around;
  return (
    <Section id="meldingen" title={t('bundled.title', { count: signalen.length })}>
      {signalen.length === 0 ? (
        <EmptyState title={t('bundled.empty')}>{t('bundled.empty.text')}</EmptyState>
      ) : (
        <CardList
          label={t('bundled.title', { count: signalen.length })}
          items={signalen.map((row) => ({
            key: row.id,
            card: <SignaalCard rq={rq} page={page} row={row} />,
          }))}
        />
      )}
      {page.acts.make ? <AddForm rq={rq} page={page} /> : null}
      {removed.length === 0 ? null : (
        <Details summary={t('bundled.removed', { count: removed.length })}>
          <List
            items={removed.map((row) => ({
              key: row.id,
              content: t('bundled.removed_line', { number: row.number, reason: row.removedReason ?? '' }),
            }))}
          />
        </Details>
      )}
      {page.acts.make ? null : <Paragraph muted>{t('bundled.read_only')}</Paragraph>}
    </Section>
  );
};
