import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldFrame, type FieldProps, fieldIds } from './field.tsx';

/** One answer of a choice; the description shows at radios and checkboxes only. */
export interface Option {
  value: string;
  label: string;
  description?: ReactNode;
}

export interface OptionGroup {
  group: string;
  options: readonly Option[];
}

export interface SelectProps extends FieldProps {
  options: readonly (Option | OptionGroup)[];
  value?: string | undefined;
  /** The words of the first, empty choice; without them the first option is chosen. */
  emptyLabel?: string;
}

const renderOption = (option: Option | OptionGroup): ReactNode =>
  'group' in option ? (
    <optgroup key={option.group} label={option.group}>
      {option.options.map(renderOption)}
    </optgroup>
  ) : (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );

export const Select = (props: SelectProps) => {
  const { id, aria } = fieldIds(props);
  return (
    <FieldFrame {...props}>
      <div className="wr-select">
        <select
          id={id}
          name={props.name}
          className={classNames(
            'utrecht-select utrecht-select--html-select',
            props.error !== undefined && 'utrecht-select--invalid',
          )}
          defaultValue={props.value}
          {...aria}
        >
          {props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
          {props.options.map(renderOption)}
        </select>
      </div>
    </FieldFrame>
  );
};
