import type { ReactNode } from 'react';
import { attemptInput, errorList } from '#platform/web/attempt.ts';
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
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

type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: Mistakes };

/** Runs a command for a form: what a person can put right comes back in words, anything else rises. */
export const attempt = async <T,>(rq: Rq, run: () => Promise<T>): Promise<Tried<T>> => {
  const done = await attemptInput(run);
  if (done.ok) return done;
  const t = rq.texts(gemeenteTexts);
  const mistakes = Object.entries(done.errors).map(([field, code]) => [
    field,
    t.dynamic(`error.${code}`, done.values),
  ]);
  return { ok: false, mistakes: Object.fromEntries(mistakes) };
};

/** The mistake of one field, to stand beside it. */
export const mistakeOf = (mistakes: Mistakes, field: string): { error?: string } => {
  const error = mistakes[field];
  return error === undefined ? {} : { error };
};

/** All mistakes above the form. */
export const MistakeSummary = ({ rq, mistakes }: { rq: Rq; mistakes: Mistakes }) => (
  <ErrorSummary lang={rq.lang} errors={errorList(mistakes, (sentence) => sentence)} />
);

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
