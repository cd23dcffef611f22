import {
  Details,
  EmptyState,
  Heading,
  Lead,
  Link,
  List,
  Paragraph,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { LICENCE, OPEN_DATA } from './catalogue.ts';
import { type OpenFile, openFileName, openFiles } from './files.ts';
import { countFields, meldingFields } from './records.ts';
import { openDataTexts } from './texts.ts';

/** What can be had as open data, what it means and what it leaves out; says so when nothing was cleared yet. */
export const openDataPage = (rq: Rq, hasMeldingen: boolean): PageContent => {
  const t = rq.texts(openDataTexts);
  return {
    title: t('page.title'),
    body: (
      <>
        <Heading level={1}>{t('page.title')}</Heading>
        <Lead>{t('page.lead')}</Lead>
        <Dataset rq={rq} name="meldingen" isEmpty={!hasMeldingen} />
        <Dataset rq={rq} name="aantallen" isEmpty={false} />
        <Section id="regels" title={t('rules.title')}>
          <List
            items={(['persons', 'place', 'small', 'closed'] as const).map((key) => ({
              key,
              content: t(`rules.${key}`),
            }))}
          />
        </Section>
        <Section id="gebruik" title={t('use.title')}>
          <Paragraph>
            {t('use.licence')} <Link href={LICENCE}>{t('use.licence.link')}</Link>
          </Paragraph>
          <Paragraph>
            {t('use.machines')} <Link href={`${OPEN_DATA}/catalogus.jsonld`}>{t('use.catalogue')}</Link>
          </Paragraph>
          <Paragraph>{t('use.limit')}</Paragraph>
        </Section>
      </>
    ),
  };
};

interface DatasetProps {
  readonly rq: Rq;
  readonly name: OpenFile['dataset'];
}

const Dataset = ({ rq, name, isEmpty }: DatasetProps & { readonly isEmpty: boolean }) => {
  const t = rq.texts(openDataTexts);
  const files = openFiles.filter(({ dataset }) => dataset === name);
  return (
    <Section id={name} title={t(`${name}.title`)}>
      <Paragraph>{t(`${name}.about`)}</Paragraph>
      {isEmpty ? <EmptyState title={t('meldingen.none')}>{t('meldingen.noneHelp')}</EmptyState> : null}
      <List
        items={files.map((file) => ({
          key: file.extension,
          content: (
            <Link href={`${OPEN_DATA}/${openFileName(file)}`} download="">
              {t(`file.${file.extension}`, { name: t(`${name}.title`) })}
            </Link>
          ),
        }))}
      />
      <Details summary={t('fields.caption', { name: t(`${name}.title`) })}>
        <Fields rq={rq} name={name} />
      </Details>
    </Section>
  );
};

const Fields = ({ rq, name }: DatasetProps) => {
  const t = rq.texts(openDataTexts);
  const rows = name === 'meldingen' ? meldingFields : countFields;
  return (
    <Table
      lang={rq.lang}
      caption={t('fields.caption', { name: t(`${name}.title`) })}
      rows={rows}
      rowKey={(field) => field}
      columns={[
        { key: 'field', header: t('fields.name'), cell: (field) => <code>{field}</code> },
        { key: 'about', header: t('fields.about'), cell: (field) => t(`field.${field}`) },
      ]}
    />
  );
};
