import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  Columns,
  ErrorSummary,
  Form,
  Heading,
  Hotkeys,
  KeyHint,
  Link,
  LinkButton,
  Nearby,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import { FoundPersons, textsToClean } from '../../public/parts/found-persons.tsx';
import { staffTexts } from '../texts.ts';
import { Dense, Strip } from '../web/layout.tsx';
import { mistakes } from '../web/mistakes.ts';
import '#platform/web/components/custom-elements.ts';
import { DeskSide } from './aside.tsx';
import { AnswerFields } from './contact-fields.tsx';
import { DESK_FORM } from './form.ts';
import { RouteFirst } from './fragments.tsx';
import { ProductKeys } from './product-keys.tsx';
import type { DeskView } from './read.ts';
import { Gate, KindFields, MoreFields, OverrideField, TellFields } from './tell-fields.tsx';
import { UnsureField } from './unsure-field.tsx';

/** The desk's address. */
export const DESK = '/balie';

/** The desk's screen with what was typed. */
export interface DeskPage {
  readonly view: DeskView;
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  /** One key of this form: sending twice gives one signaal. */
  readonly once: string;
  /** What was just counted. */
  readonly product?: string | undefined;
  /** A person was just referred, and nothing was kept. */
  readonly referred?: boolean;
  /** Where it would go, asked without script. */
  readonly route?: React.ReactNode;
  /** What is open in the street, asked without script. */
  readonly street?: React.ReactNode;
  /** What the rooms above bring beside the form. */
  readonly beside: React.ReactNode;
}

const Done = ({ rq, page }: { rq: Rq; page: DeskPage }) => {
  const t = rq.texts(staffTexts);
  if (page.referred) return <Alert kind="ok" title={t('care.done')} announce />;
  if (!page.product) return null;
  const values = {
    product: t.dynamic(`product.${page.product}`),
    used: page.view.handedOut.get(page.product) ?? 0,
  };
  return <Alert kind="ok" title={t('product.counted', values)} announce />;
};

const DeskFormView = ({ rq, page }: { rq: Rq; page: DeskPage }) => {
  const t = rq.texts(staffTexts);
  const texts = [page.raw.text('tekst'), page.raw.text('plek_straat'), page.raw.text('plek')];
  const toClean = page.errors.tekst === 'text_has_person' ? textsToClean(texts) : [];
  return (
    <wr-enter>
      <Form action={DESK} csrf={rq.csrf} idempotencyKey={page.once} id={DESK_FORM}>
        <FoundPersons rq={rq} inspected={toClean} dots={false} />
        <TellFields rq={rq} page={page} />
        {toClean.length > 0 ? <OverrideField rq={rq} page={page} /> : null}
        <Gate rq={rq} page={page} />
        <KindFields rq={rq} page={page} />
        <MoreFields rq={rq} page={page} />
        <AnswerFields rq={rq} raw={page.raw} errors={page.errors} />
        <Nearby href={`${DESK}/route`} fields={['tekst', 'plek_straat', 'buurt', 'soort', 'onderwerp']}>
          {page.route ?? <RouteFirst rq={rq} />}
        </Nearby>
        <ButtonRow>
          <Button name="doe" value="send">
            {t('desk.send')}
            <KeyHint>Enter</KeyHint>
          </Button>
          <Button name="doe" value="route" look="subtle">
            {t('desk.where')}
          </Button>
          <LinkButton href="#regel" look="subtle" hotkey="k">
            {rq.texts(neighbourTexts)('desk.unsure_key')}
            <KeyHint>K</KeyHint>
          </LinkButton>
        </ButtonRow>
        <UnsureField rq={rq} page={page} />
      </Form>
    </wr-enter>
  );
};

/** "Aan de balie": the cursor stands in "Wat vertelt u?", and nothing else is required (screens.md). */
export const deskPage = (rq: Rq, page: DeskPage): PageContent => {
  const t = rq.texts(staffTexts);
  const wrong = mistakes(rq, page.errors);
  return {
    title: t('desk.title'),
    width: 'staff',
    current: DESK,
    scripts: ['wr-nearby', 'wr-hotkeys', 'wr-enter'],
    hasErrors: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    body: (
      <Hotkeys>
        <Dense>
          <ErrorSummary lang={rq.lang} errors={wrong} />
          <Heading level={1} look={2}>
            {t('desk.title')}
          </Heading>
          <Strip>
            <strong>{t('desk.112')}</strong>
            <Link href={`${DESK}/zorg`}>{t('desk.care')}</Link>
            <Link href={`${DESK}/mail`}>{t('desk.mail')}</Link>
          </Strip>
          <ProductKeys rq={rq} />
          <Done rq={rq} page={page} />
          <Columns
            asideLabel={t('desk.beside')}
            aside={
              <DeskSide
                rq={rq}
                view={page.view}
                formId={DESK_FORM}
                street={page.street}
                beside={page.beside}
              />
            }
          >
            <DeskFormView rq={rq} page={page} />
          </Columns>
        </Dense>
      </Hotkeys>
    ),
  };
};
