import type { ReactNode } from 'react';
import { typedFields } from '#gemeente/index.ts';
import {
  Alert,
  Button,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  Own,
  Paragraph,
  RadioGroup,
  Section,
  StatusBadge,
  SummaryList,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import { wordsOfDated } from '../rules/dated.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, fieldsOf, mistakesOf } from '../web/failed.ts';
import { ExternalLink, toneOf } from '../web/words.tsx';
import { Beside } from './beside.tsx';
import type { DocumentView } from './one.ts';

interface Props {
  readonly rq: Rq;
  readonly view: DocumentView;
  readonly failed: Failed | null;
}

const Facts = ({ rq, view: { document, replaces, replacedBy } }: Props) => {
  const t = rq.texts(councilTexts);
  const line = (key: string, term: string, value: ReactNode) => (value ? [{ key, term, value }] : []);
  const other = (one: { id: string; title: string } | null) =>
    one && (
      <Link href={`${REGISTER}/${one.id}`}>
        <Own>{one.title}</Own>
      </Link>
    );
  return (
    <SummaryList
      rows={[
        ...line('kind', t('register.kind'), t(`kind.${document.kind}`)),
        ...line('number', t('field.number'), document.number),
        ...line(
          'date',
          t('register.date'),
          wordsOfDated({ on: document.dated_on, precision: document.dated_precision }, rq.lang),
        ),
        ...line('replaces', t('field.replaces'), other(replaces)),
        ...line('replacedBy', t('field.replaced_by'), other(replacedBy)),
        ...line(
          'link',
          t('field.link'),
          document.link && <ExternalLink href={document.link} words={t('document.open')} />,
        ),
        ...line('source', t('field.source'), document.source),
      ]}
    />
  );
};

const Positions = ({ rq, view: { positions } }: Props) => {
  const t = rq.texts(councilTexts);
  if (positions.length === 0) return null;
  return (
    <Section id="positions" title={t('position.title')}>
      <Table
        lang={rq.lang}
        caption={t('position.title')}
        captionHidden
        rows={positions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'party', header: t('field.party'), cell: ({ party }) => party },
          { key: 'stance', header: t('field.stance'), cell: ({ stance }) => t(`stance.${stance}`) },
          { key: 'on', header: t('register.date'), cell: (row) => wordsOfDated(row, rq.lang) },
          { key: 'source', header: t('field.source'), cell: ({ source }) => source },
        ]}
      />
    </Section>
  );
};

const AddPosition = ({ rq, view, failed }: Props) => {
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'standpunt');
  return (
    <Details summary={t('position.add')} open={form.isOpen}>
      <Form action={`${REGISTER}/${view.document.id}/standpunt`} csrf={rq.csrf}>
        <TextField
          name="party"
          label={t('field.party')}
          value={form.typed('party')}
          {...form.error('party')}
        />
        <RadioGroup
          name="stance"
          label={t('field.stance')}
          inline
          value={form.typed('stance')}
          options={(['for', 'against'] as const).map((value) => ({ value, label: t(`stance.${value}`) }))}
          {...form.error('stance')}
        />
        <DateField
          name="taken"
          lang={rq.lang}
          label={t('register.date')}
          description={t('dated.hint')}
          value={form.isOpen ? typedFields(form.raw).parts('taken') : undefined}
          {...form.error('taken')}
        />
        <TextField
          name="position_source"
          label={t('field.source')}
          value={form.typed('position_source')}
          {...form.error('position_source')}
        />
        <Button look="secondary">{t('position.add')}</Button>
      </Form>
    </Details>
  );
};

/** One document: what it is, since when, what it replaces, and where it stands. */
export const documentPage = async (
  rq: Rq,
  view: DocumentView,
  failed: Failed | null,
): Promise<PageContent> => {
  const t = rq.texts(councilTexts);
  const { document } = view;
  const props = { rq, view, failed };
  const errors = mistakesOf(rq, failed);
  const thread = await rq.redThread({ kind: 'document', id: document.id });
  return {
    title: t('item.title', { kind: t(`kind.${document.kind}`), title: document.title }),
    width: 'staff',
    current: REGISTER,
    ...(failed ? { status: failed.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={REGISTER}>{t('register.title')}</Link>
        </Paragraph>
        {errors.length > 0 ? <ErrorSummary lang={rq.lang} errors={errors} /> : null}
        {rq.url.searchParams.has('opgeslagen') && !failed ? (
          <Alert kind="ok" announce title={t('saved')} />
        ) : null}
        <Heading level={1}>
          <Own>{document.title}</Own>
        </Heading>
        <StatusBadge tone={toneOf(document.status)}>{t(`state.${document.status}`)}</StatusBadge>
        {thread}
        {document.summary === '' ? null : (
          <Lead>
            <Own>{document.summary}</Own>
          </Lead>
        )}
        <Facts {...props} />
        <Positions {...props} />
        <Beside rq={rq} about={view.about} mentionedBy={view.mentionedBy} />
        {rq.may('council.register') ? (
          <>
            <AddPosition {...props} />
            <LinkButton href={`${REGISTER}/${document.id}/wijzigen`} look="subtle">
              {t('register.change')}
            </LinkButton>
          </>
        ) : null}
      </>
    ),
  };
};
