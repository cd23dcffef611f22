import type { Buurt } from '#gemeente/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Checkbox,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  Select,
  Steps,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { webTexts } from '#platform/web/texts.ts';
import { errorOf, errorsInWords, isWrong } from '../parts/form-words.ts';
import { FoundPersons, textsToClean } from '../parts/found-persons.tsx';
import { MaskedNote, NextButtons } from '../parts/masked-note.tsx';
import { publicTexts } from '../texts.ts';
import { MAP_AREAS, ofDraft, PLACE, REPORT } from './paths.ts';
import '#platform/web/components/custom-elements.ts';

/** What the second page shows. */
export interface PlacePage {
  readonly draftId: string;
  readonly typed: RawForm;
  readonly buurten: readonly Buurt[];
  readonly errors: FieldErrors;
  /** Dots were just put in the texts: the visitor must read them again. */
  readonly masked?: boolean;
}

/** "Waar is het?" */
export const placePage = (rq: Rq, page: PlacePage): PageContent => {
  const t = rq.texts(publicTexts);
  const { typed, errors } = page;
  const inspected = textsToClean([typed.text('straat'), typed.text('toelichting')]);
  return {
    title: t('place.title'),
    status: isWrong(errors) || page.masked ? 422 : 200,
    hasErrors: isWrong(errors),
    scripts: ['wr-map-pin'],
    current: REPORT,
    body: (
      <>
        <Paragraph small>
          <Link href={ofDraft(REPORT, page.draftId)}>{t('back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Steps label={t('step', { step: 2 })} current={2} total={3} />
        <Heading level={1}>{t('place.title')}</Heading>
        <Lead>{t('place.lead')}</Lead>
        <MaskedNote rq={rq} masked={page.masked} />
        <FoundPersons rq={rq} inspected={inspected} />
        <Form action={ofDraft(PLACE, page.draftId)} csrf={rq.csrf || undefined}>
          <PlaceFields rq={rq} page={page} />
          <MapPart rq={rq} page={page} />
          <NextButtons rq={rq} hasPersons={inspected.length > 0} />
        </Form>
      </>
    ),
  };
};

/** What nearly everybody knows: a street, a spot, a buurt. */
const PlaceFields = ({ rq, page: { typed, errors, buurten } }: { rq: Rq; page: PlacePage }) => {
  const t = rq.texts(publicTexts);
  return (
    <>
      <TextField
        name="straat"
        label={t('place.street')}
        description={t('place.street.hint')}
        value={typed.text('straat')}
        autoComplete="off"
        {...errorOf(rq, errors, 'straat')}
      />
      <TextField
        name="toelichting"
        label={t('place.note')}
        note={t('optional')}
        description={t('place.note.hint')}
        value={typed.text('toelichting')}
        autoComplete="off"
        {...errorOf(rq, errors, 'toelichting')}
      />
      <Select
        name="buurt"
        label={t('place.buurt')}
        emptyLabel={t('place.buurt.unknown')}
        value={typed.text('buurt')}
        options={buurten.map(({ id, name }) => ({ value: id, label: name }))}
        {...errorOf(rq, errors, 'buurt')}
      />
      <Checkbox
        name="heel"
        label={t('place.whole')}
        description={t('place.whole.hint')}
        checked={typed.text('heel') !== ''}
      />
    </>
  );
};

/** The point: two inputs, which the map fills where there is script; folded away, for nobody needs it. */
export const MapPart = ({
  rq,
  page: { typed, errors },
}: {
  rq: Rq;
  page: Pick<PlacePage, 'typed' | 'errors'>;
}) => {
  const t = rq.texts(publicTexts);
  const own = webTexts(rq.lang);
  const isUsed =
    `${typed.text('lat')}${typed.text('lon')}`.trim() !== '' || 'lat' in errors || 'lon' in errors;
  return (
    <Details summary={t('place.map')} open={isUsed}>
      <wr-map-pin
        data-lat="lat"
        data-lon="lon"
        data-areas={MAP_AREAS}
        data-tiles={rq.tenant.tiles?.template}
        data-attribution={rq.tenant.tiles?.attribution}
        data-choose={own.mapChoose}
        data-locate={own.mapLocate}
        data-failed={own.mapLocateFailed}
        data-done={own.mapChosen}
        data-help={own.mapHelp}
        data-label={own.mapLabel}
        data-zoom-in={own.mapZoomIn}
        data-zoom-out={own.mapZoomOut}
      />
      <TextField
        name="lat"
        label={t('place.lat')}
        description={t('place.lat.hint')}
        inputMode="decimal"
        width={10}
        value={typed.text('lat')}
        autoComplete="off"
        {...errorOf(rq, errors, 'lat')}
      />
      <TextField
        name="lon"
        label={t('place.lon')}
        description={t('place.lon.hint')}
        inputMode="decimal"
        width={10}
        value={typed.text('lon')}
        autoComplete="off"
        {...errorOf(rq, errors, 'lon')}
      />
    </Details>
  );
};
