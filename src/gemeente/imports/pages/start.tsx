import {
  Button,
  ButtonRow,
  FileField,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  RadioGroup,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { MistakeSummary, type Mistakes, mistakeOf, noMistakes } from '../../web/form.tsx';
import { importTexts } from '../texts.ts';

/** Where files with areas and key figures are read in. */
export const IMPORT = '/beheer/gebieden/inlezen';
const AREAS = '/beheer/gebieden';

/** The way back to the areas. */
export const BackToAreas = ({ rq }: { rq: Rq }) => (
  <Paragraph small>
    <Link href={AREAS}>{rq.texts(importTexts)('page.back')}</Link>
  </Paragraph>
);

/** Choose a file, or have one fetched. */
export const startPage = (rq: Rq, kind: string, mistakes: Mistakes): PageContent => {
  const t = rq.texts(importTexts);
  return {
    title: t('page.title'),
    width: 'staff',
    current: '/beheer',
    ...(mistakes === noMistakes ? {} : { status: 422, hasErrors: true }),
    body: (
      <>
        <BackToAreas rq={rq} />
        <MistakeSummary rq={rq} mistakes={mistakes} />
        <Heading level={1}>{t('page.title')}</Heading>
        <Lead>{t('page.lead')}</Lead>
        <Form action={IMPORT} csrf={rq.csrf} multipart>
          <RadioGroup
            name="soort"
            label={t('page.kind')}
            options={(['areas', 'key_figures'] as const).map((value) => ({
              value,
              label: t(`kind.${value}`),
            }))}
            value={kind}
            {...mistakeOf(mistakes, 'soort')}
          />
          <FileField
            name="bestand"
            label={t('page.file')}
            description={t('page.fileHelp')}
            accept=".geojson,.json,.gpkg,.csv,.txt"
            {...mistakeOf(mistakes, 'bestand')}
          />
          <Button>{t('page.look')}</Button>
        </Form>
        <Section id="ophalen" title={t('fetch.title')}>
          <Paragraph>{t('fetch.lead')}</Paragraph>
          <Form action={`${IMPORT}/ophalen`} csrf={rq.csrf}>
            <ButtonRow>
              {(['buurt', 'wijk', 'cbs'] as const).map((what) => (
                <Button key={what} look="secondary" name="wat" value={what}>
                  {t(`fetch.${what}`)}
                </Button>
              ))}
            </ButtonRow>
          </Form>
        </Section>
      </>
    ),
  };
};
