import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** What every field has. `id` is the input's own id (default: `name`), so an error summary can point at it. */
export interface FieldProps {
  name: string;
  label: string;
  id?: string;
  description?: ReactNode;
  /** How to put it right, in words; its presence marks the field as wrong. */
  error?: string | undefined;
  /** Word shown after the label, such as "niet verplicht". */
  note?: string | undefined;
  /** The label stays for those who listen, and disappears for the eye; only where the heading already says it. */
  labelHidden?: boolean;
}

/** The input's id, the ids of what describes it, and its `aria-` attributes. */
export const fieldIds = (field: Pick<FieldProps, 'id' | 'name' | 'description' | 'error'>) => {
  const id = field.id ?? field.name;
  const described = [
    field.description === undefined ? '' : `${id}-description`,
    field.error === undefined ? '' : `${id}-error`,
  ].filter(Boolean);
  return {
    id,
    aria: {
      'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      'aria-invalid': field.error === undefined ? undefined : ('true' as const),
    },
  };
};

type Hints = Pick<FieldProps, 'description' | 'error'>;

/** Description, then error: both between the label and the input. */
export const FieldHints = ({ id, description, error }: { id: string } & Hints) => (
  <>
    {description === undefined ? null : (
      <div id={`${id}-description`} className="utrecht-form-field-description">
        {description}
      </div>
    )}
    {error === undefined ? null : (
      <div id={`${id}-error`} className="utrecht-form-field-error-message wr-field-error">
        <Icon name="error" />
        <span>{error}</span>
      </div>
    )}
  </>
);

const frameClass = (field: FieldProps, ...more: string[]) =>
  classNames('wr-field', ...more, field.error !== undefined && 'wr-field--invalid');

const labelClass = (field: FieldProps) =>
  classNames('utrecht-form-label', 'wr-label', field.labelHidden && 'wr-visually-hidden');

const LabelText = ({ label, note }: Pick<FieldProps, 'label' | 'note'>) => (
  <>
    {label}
    {note === undefined ? null : <span className="wr-label__note"> ({note})</span>}
  </>
);

/** A label above its input, with what belongs between them. */
export const FieldFrame = ({ children, ...field }: FieldProps & { children: ReactNode }) => {
  const { id } = fieldIds(field);
  return (
    <div className={frameClass(field)}>
      <label className={labelClass(field)} htmlFor={id}>
        <LabelText label={field.label} note={field.note} />
      </label>
      <FieldHints id={id} description={field.description} error={field.error} />
      {children}
    </div>
  );
};

/** A legend above a group of inputs, with what belongs between them. */
export const GroupFrame = ({ children, ...field }: FieldProps & { children: ReactNode }) => {
  const { id, aria } = fieldIds(field);
  return (
    <fieldset className={frameClass(field, 'wr-fieldset')} aria-describedby={aria['aria-describedby']}>
      <legend className={labelClass(field)}>
        <LabelText label={field.label} note={field.note} />
      </legend>
      <FieldHints id={id} description={field.description} error={field.error} />
      {children}
    </fieldset>
  );
};

/** Fields that belong together under one legend, such as an address. */
export const Fieldset = ({ legend, children }: { legend: ReactNode; children: ReactNode }) => (
  <fieldset className="wr-fieldset wr-fieldset--section">
    <legend className="utrecht-heading-3">{legend}</legend>
    {children}
  </fieldset>
);
