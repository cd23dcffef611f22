import type { ReactNode } from 'react';
import { Refusal } from '#platform/errors.ts';
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { gemeenteTexts } from '../texts.ts';
import type { Typed } from './typed.ts';

/** The words of what is wrong, by field; `form` belongs to no field. */
export type Mistakes = Readonly<Record<string, string>>;

/** Nothing is wrong. */
export const noMistakes: Mistakes = {};

type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: Mistakes };

/** Runs a command for a form: what a person can put right comes back in words, anything else rises. */
export const attempt = async <T,>(rq: Rq, run: () => Promise<T>): Promise<Attempt<T>> => {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error;
    const t = rq.texts(gemeenteTexts);
    const codes = Object.keys(error.fields).length > 0 ? error.fields : { form: error.code };
    const mistakes = Object.entries(codes).map(([field, code]) => [
      field,
      t.dynamic(`error.${code}`, error.values),
    ]);
    return { ok: false, mistakes: Object.fromEntries(mistakes) };
  }
};

/** The mistake of one field, to stand beside it. */
export const mistakeOf = (mistakes: Mistakes, field: string): { error?: string } => {
  const error = mistakes[field];
  return error === undefined ? {} : { error };
};

/** All mistakes above the form. */
export const MistakeSummary = ({ rq, mistakes }: { rq: Rq; mistakes: Mistakes }) => {
  const errors: FieldError[] = Object.entries(mistakes).map(([field, message]) => ({
    ...(field === 'form' ? {} : { fieldId: field }),
    message,
  }));
  return <ErrorSummary lang={rq.lang} errors={errors} />;
};

interface SaveFormProps {
  rq: Rq;
  action: string;
  /** Where the reader goes who changes nothing. */
  back: string;
  children: ReactNode;
  /** Other acts beside saving. */
  acts?: ReactNode;
}

/** A form with its one main act, and a way back. */
export const SaveForm = ({ rq, action, back, children, acts }: SaveFormProps) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Form action={action} csrf={rq.csrf}>
      {children}
      <ButtonRow>
        <Button>{t('act.save')}</Button>
        {acts}
        <LinkButton href={back} look="secondary">
          {t('act.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
};

interface FieldsProps {
  rq: Rq;
  typed: Typed;
  mistakes: Mistakes;
}

/** "Geldt vanaf". */
export const FromField = ({ rq, typed, mistakes, description }: FieldsProps & { description?: string }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <DateField
      lang={rq.lang}
      name="validFrom"
      label={t('field.validFrom')}
      value={typed.parts('validFrom')}
      {...(description === undefined ? {} : { description })}
      {...mistakeOf(mistakes, 'validFrom')}
    />
  );
};

/** "Geldt vanaf" and "Laatste dag". */
export const PeriodFields = (props: FieldsProps) => {
  const { rq, typed, mistakes } = props;
  const t = rq.texts(gemeenteTexts);
  return (
    <>
      <FromField {...props} />
      <DateField
        lang={rq.lang}
        name="validTo"
        label={t('field.lastDay')}
        note={t('word.optional')}
        value={typed.parts('validTo')}
        {...mistakeOf(mistakes, 'validTo')}
      />
    </>
  );
};
