import { type WebLang, webTexts } from '../texts.ts';
import { classNames } from './class-names.ts';
import { type FieldProps, fieldIds, GroupFrame } from './field.tsx';

/** A date as typed, part by part, so that what was typed wrong can be shown again. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export interface DateFieldProps extends FieldProps {
  lang: WebLang;
  value?: DateParts | undefined;
  /** For someone's own date of birth: lets the browser fill it in. */
  birthday?: boolean;
}

interface PartProps {
  id: string;
  name: string;
  label: string;
  value: string;
  width: 2 | 4;
  autoComplete: string | undefined;
  invalid: boolean;
}

const DatePart = ({ id, name, label, value, width, autoComplete, invalid }: PartProps) => (
  <div className="wr-date__part">
    <label className="utrecht-form-label wr-label wr-label--small" htmlFor={id}>
      {label}
    </label>
    <input
      id={id}
      name={name}
      type="text"
      inputMode="numeric"
      className={classNames(
        'utrecht-textbox utrecht-textbox--html-input',
        `wr-width-${width}`,
        invalid && 'utrecht-textbox--invalid',
      )}
      defaultValue={value}
      autoComplete={autoComplete}
      aria-invalid={invalid ? 'true' : undefined}
    />
  </div>
);

/** Three small inputs, `<name>-day`, `<name>-month` and `<name>-year`; the first carries the field's id. */
export const DateField = ({ lang, value, birthday, ...field }: DateFieldProps) => {
  const { id } = fieldIds(field);
  const texts = webTexts(lang);
  const part = (key: keyof DateParts, width: 2 | 4) => (
    <DatePart
      id={key === 'day' ? id : `${id}-${key}`}
      name={`${field.name}-${key}`}
      label={texts[key]}
      value={value?.[key] ?? ''}
      width={width}
      autoComplete={birthday ? `bday-${key}` : undefined}
      invalid={field.error !== undefined}
    />
  );
  return (
    <GroupFrame {...field}>
      <div className="wr-date">
        {part('day', 2)}
        {part('month', 2)}
        {part('year', 4)}
      </div>
    </GroupFrame>
  );
};
