import type { ReactNode } from 'react';
import { Button, type ButtonLook } from './button.tsx';
import './custom-elements.ts';

/** Name of the hidden field with the token against forged requests. */
export const CSRF_FIELD = '_csrf';
/** Name of the hidden field that makes sending the same form twice count once. */
export const IDEMPOTENCY_FIELD = '_once';

export interface HiddenFieldProps {
  name: string;
  value: string;
  /** For a script that fills it, such as the map. */
  id?: string;
}

export const HiddenField = (field: HiddenFieldProps) => <input type="hidden" {...field} />;

interface Guards {
  csrf?: string | undefined;
  idempotencyKey?: string | undefined;
}

const GuardFields = ({ csrf, idempotencyKey }: Guards) => (
  <>
    {csrf === undefined ? null : <HiddenField name={CSRF_FIELD} value={csrf} />}
    {idempotencyKey === undefined ? null : <HiddenField name={IDEMPOTENCY_FIELD} value={idempotencyKey} />}
  </>
);

export interface FormProps extends Guards {
  action: string;
  children: ReactNode;
  /** Needed as soon as the form holds a file field. */
  multipart?: boolean;
  id?: string;
}

/** A form that the server checks (no browser bubbles), with its hidden fields, guarded against a second click. */
export const Form = ({ action, children, csrf, idempotencyKey, multipart, id }: FormProps) => (
  <wr-once>
    <form
      id={id}
      className="wr-form"
      method="post"
      action={action}
      noValidate
      encType={multipart ? 'multipart/form-data' : undefined}
    >
      <GuardFields csrf={csrf} idempotencyKey={idempotencyKey} />
      {children}
    </form>
  </wr-once>
);

export interface InlineFormProps extends Guards {
  action: string;
  label: ReactNode;
  look?: ButtonLook;
  fields?: readonly HiddenFieldProps[];
  hotkey?: string | undefined;
}

/** A form that is one button: one act on one thing. */
export const InlineForm = ({
  action,
  label,
  look = 'secondary',
  fields,
  hotkey,
  ...guards
}: InlineFormProps) => (
  <wr-once className="wr-inline-form">
    <form method="post" action={action} noValidate>
      <GuardFields {...guards} />
      {fields?.map((field) => (
        <HiddenField key={field.name} {...field} />
      ))}
      <Button look={look} hotkey={hotkey}>
        {label}
      </Button>
    </form>
  </wr-once>
);

export interface FilterBarProps {
  action: string;
  /** What the fields do together, for those who listen. */
  label: string;
  submitLabel: string;
  reset?: { href: string; label: string };
  children: ReactNode;
}

/** Narrows the list beneath it: a form that only reads, so its address can be kept and shared. */
export const FilterBar = ({ action, label, submitLabel, reset, children }: FilterBarProps) => (
  <search className="wr-filter-bar" aria-label={label}>
    <form method="get" action={action} noValidate>
      {children}
      <div className="wr-filter-bar__acts">
        <Button look="secondary">{submitLabel}</Button>
        {reset === undefined ? null : (
          <a className="utrecht-link utrecht-link--html-a" href={reset.href}>
            {reset.label}
          </a>
        )}
      </div>
    </form>
  </search>
);

export interface SearchFormProps {
  action: string;
  label: string;
  children: ReactNode;
}

/** One search line with its own button (SearchField) that only reads. */
export const SearchForm = ({ action, label, children }: SearchFormProps) => (
  <search aria-label={label}>
    <form method="get" action={action} noValidate>
      {children}
    </form>
  </search>
);
