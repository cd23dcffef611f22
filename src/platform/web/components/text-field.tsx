import { classNames } from './class-names.ts';
import { FieldFrame, type FieldProps, fieldIds } from './field.tsx';

interface StartsHere {
  /** The cursor stands here when the page opens: only on a page that exists to fill this one field. */
  startHere?: boolean;
}

const focusAttribute = ({ startHere }: StartsHere) => (startHere ? { autoFocus: true } : {});

export interface TextFieldProps extends FieldProps, StartsHere {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  /** What the browser may fill in, such as `postal-code`; needed wherever a person gives their own data (WCAG 1.3.5). */
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search';
  /** Expected number of characters: sets the width only, refuses nothing. */
  width?: 2 | 4 | 6 | 10 | 20;
  maxLength?: number;
  spellCheck?: boolean;
}

export const TextField = (props: TextFieldProps) => {
  const { id, aria } = fieldIds(props);
  return (
    <FieldFrame {...props}>
      <input
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        className={classNames(
          'utrecht-textbox utrecht-textbox--html-input',
          props.error !== undefined && 'utrecht-textbox--invalid',
          props.width !== undefined && `wr-width-${props.width}`,
        )}
        defaultValue={props.value ?? ''}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck}
        {...focusAttribute(props)}
        {...aria}
      />
    </FieldFrame>
  );
};

export interface TextAreaProps extends FieldProps, StartsHere {
  value?: string | undefined;
  rows?: number;
  maxLength?: number;
}

export const TextArea = (props: TextAreaProps) => {
  const { id, aria } = fieldIds(props);
  return (
    <FieldFrame {...props}>
      <textarea
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        className={classNames(
          'utrecht-textarea utrecht-textarea--html-textarea',
          props.error !== undefined && 'utrecht-textarea--invalid',
        )}
        defaultValue={props.value ?? ''}
        maxLength={props.maxLength}
        {...focusAttribute(props)}
        {...aria}
      />
    </FieldFrame>
  );
};

export interface SearchFieldProps extends Omit<FieldProps, 'error'>, StartsHere {
  value?: string | undefined;
  submitLabel: string;
}

/** One line and its button; stands inside a SearchForm. */
export const SearchField = (props: SearchFieldProps) => {
  const { id, aria } = fieldIds(props);
  return (
    <FieldFrame {...props}>
      <div className="wr-search">
        <input
          id={id}
          name={props.name}
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          defaultValue={props.value ?? ''}
          autoComplete="off"
          {...focusAttribute(props)}
          {...aria}
        />
        <button type="submit" className="utrecht-button utrecht-button--primary-action">
          {props.submitLabel}
        </button>
      </div>
    </FieldFrame>
  );
};
