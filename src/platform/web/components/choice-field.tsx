import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldHints, type FieldProps, fieldIds, GroupFrame } from './field.tsx';
import type { Option } from './select.tsx';

interface ChoiceProps {
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  about?: ReactNode;
  checked: boolean | undefined;
  aboutId: string;
  aria: { 'aria-describedby'?: string | undefined; 'aria-invalid'?: 'true' | undefined };
}

const choiceClass = {
  radio: 'utrecht-radio-button utrecht-radio-button--html-input',
  checkbox: 'utrecht-checkbox utrecht-checkbox--html-input',
} as const;

const Choice = ({ kind, id, name, value, label, about, aboutId, checked, aria }: ChoiceProps) => (
  <div className="wr-choice">
    <input
      id={id}
      type={kind}
      name={name}
      value={value}
      defaultChecked={checked}
      className={choiceClass[kind]}
      {...aria}
    />
    <label className="wr-choice__label" htmlFor={id}>
      {label}
    </label>
    {about === undefined ? null : (
      <div id={aboutId} className="wr-choice__about">
        {about}
      </div>
    )}
  </div>
);

interface GroupOptions extends FieldProps {
  options: readonly Option[];
  /** Side by side: only for two or three short words. */
  inline?: boolean;
}

export interface RadioGroupProps extends GroupOptions {
  value?: string | undefined;
}

export interface CheckboxGroupProps extends GroupOptions {
  values?: readonly string[] | undefined;
}

type ChoiceGroupProps = GroupOptions & { kind: ChoiceProps['kind']; chosen: readonly string[] };

// The first choice carries the group's own id, so that a link in the error summary lands on something that takes focus.
const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

const ChoiceGroup = ({ kind, chosen, ...props }: ChoiceGroupProps) => {
  const { id } = fieldIds(props);
  const aboutId = (index: number) => `${id}-about-${index + 1}`;
  return (
    <GroupFrame {...props}>
      <div className={classNames('wr-choices', props.inline && 'wr-choices--inline')}>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            kind={kind}
            id={choiceId(id, index)}
            name={props.name}
            value={option.value}
            label={option.label}
            about={option.description}
            aboutId={aboutId(index)}
            checked={chosen.includes(option.value)}
            aria={{
              'aria-describedby': option.description === undefined ? undefined : aboutId(index),
              'aria-invalid': kind === 'checkbox' && props.error !== undefined ? 'true' : undefined,
            }}
          />
        ))}
      </div>
    </GroupFrame>
  );
};

export const RadioGroup = ({ value, ...props }: RadioGroupProps) => (
  <ChoiceGroup kind="radio" chosen={value === undefined ? [] : [value]} {...props} />
);

export const CheckboxGroup = ({ values, ...props }: CheckboxGroupProps) => (
  <ChoiceGroup kind="checkbox" chosen={values ?? []} {...props} />
);

export interface CheckboxProps extends Omit<FieldProps, 'note' | 'labelHidden'> {
  checked?: boolean | undefined;
  value?: string;
}

/** One statement to tick. */
export const Checkbox = (props: CheckboxProps) => {
  const { id, aria } = fieldIds(props);
  return (
    <div className={classNames('wr-field', props.error !== undefined && 'wr-field--invalid')}>
      <FieldHints id={id} description={undefined} error={props.error} />
      <Choice
        kind="checkbox"
        id={id}
        name={props.name}
        value={props.value ?? 'on'}
        label={props.label}
        about={props.description}
        aboutId={`${id}-description`}
        checked={props.checked}
        aria={aria}
      />
    </div>
  );
};
