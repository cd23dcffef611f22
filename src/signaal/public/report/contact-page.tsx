import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  ButtonRow,
  Details,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  RadioGroup,
  Section,
  Steps,
  TextField,
  type TextFieldProps,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../parts/form-words.ts';
import { publicTexts } from '../texts.ts';
import { CONTACT, ofDraft, PLACE, REPORT } from './paths.ts';
import { type Summary, SummaryOfReport } from './summary.tsx';

/** What the third page shows. */
export interface ContactPage {
  readonly summary: Summary;
  readonly typed: RawForm;
  readonly errors: FieldErrors;
  /** How long after closing the contact data go, in words. */
  readonly wipedAfter: string;
  /** 429 when too many were sent; the page then keeps everything that was typed. */
  readonly status?: number;
}

/** "Hoe kunnen wij u bereiken?" */
export const contactPage = (rq: Rq, page: ContactPage): PageContent => {
  const t = rq.texts(publicTexts);
  const { summary, typed, errors } = page;
  return {
    title: t('contact.title'),
    status: page.status ?? (isWrong(errors) ? 422 : 200),
    hasErrors: isWrong(errors),
    current: REPORT,
    body: (
      <>
        <Paragraph small>
          <Link href={ofDraft(PLACE, summary.draftId)}>{t('back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Steps label={t('step', { step: 3 })} current={3} total={3} />
        <Heading level={1}>{t('contact.title')}</Heading>
        <Lead>{t('contact.lead')}</Lead>
        <Section id="overzicht" title={t('summary.title')}>
          <SummaryOfReport rq={rq} summary={summary} />
        </Section>
        <Form action={ofDraft(CONTACT, summary.draftId)} csrf={rq.csrf || undefined}>
          <Channel rq={rq} typed={typed} errors={errors} />
          <OwnFields rq={rq} typed={typed} errors={errors} />
          <HelperFields rq={rq} typed={typed} errors={errors} />
          <Paragraph small>{t('contact.privacy', { term: page.wipedAfter })}</Paragraph>
          <ButtonRow>
            <Button>{t('contact.send')}</Button>
          </ButtonRow>
        </Form>
      </>
    ),
  };
};

type Part = Pick<ContactPage, 'typed' | 'errors'> & { readonly rq: Rq };

const Channel = ({ rq, typed, errors }: Part) => {
  const t = rq.texts(publicTexts);
  return (
    <RadioGroup
      name="antwoord"
      label={t('contact.channel')}
      note={t('optional')}
      value={typed.text('antwoord')}
      options={[
        { value: 'mail', label: t('contact.channel.mail') },
        { value: 'phone', label: t('contact.channel.phone'), description: t('contact.channel.phone.hint') },
        {
          value: 'letter',
          label: t('contact.channel.letter'),
          description: t('contact.channel.letter.hint'),
        },
        { value: 'none', label: t('contact.channel.none'), description: t('contact.channel.none.hint') },
      ]}
      {...errorOf(rq, errors, 'antwoord')}
    />
  );
};

type FieldShape = Omit<TextFieldProps, 'label' | 'value' | 'error' | 'note'>;

/** One optional line of the form: its label is `contact.<name>`. */
const Line = ({ part: { rq, typed, errors }, ...field }: FieldShape & { readonly part: Part }) => {
  const t = rq.texts(publicTexts);
  return (
    <TextField
      {...field}
      label={t.dynamic(`contact.${field.name}`)}
      note={t('optional')}
      value={typed.text(field.name)}
      {...errorOf(rq, errors, field.name)}
    />
  );
};

const OwnFields = (part: Part) => {
  const t = part.rq.texts(publicTexts);
  return (
    <Fieldset legend={t('contact.own')}>
      <Line part={part} name="naam" autoComplete="name" />
      <Line part={part} name="mail" type="email" autoComplete="email" spellCheck={false} />
      <Line part={part} name="telefoon" type="tel" autoComplete="tel" width={20} />
      <Line part={part} name="straat" autoComplete="address-line1" description={t('contact.straat.hint')} />
      <Line part={part} name="huisnummer" width={6} autoComplete="off" />
      <Line part={part} name="postcode" width={6} autoComplete="postal-code" />
      <Line part={part} name="plaats" width={20} autoComplete="address-level2" />
    </Fieldset>
  );
};

const HELPER = ['helper_naam', 'helper_mail', 'helper_telefoon'];

const HelperFields = (part: Part) => {
  const t = part.rq.texts(publicTexts);
  const isUsed = HELPER.some((field) => part.typed.text(field) !== '' || field in part.errors);
  return (
    <Details summary={t('contact.helper')} open={isUsed}>
      <Paragraph>{t('contact.helper.text')}</Paragraph>
      <Line part={part} name="helper_naam" autoComplete="off" />
      <Line part={part} name="helper_mail" type="email" autoComplete="off" spellCheck={false} />
      <Line part={part} name="helper_telefoon" type="tel" autoComplete="off" width={20} />
    </Details>
  );
};
