import { type WebLang, webTexts } from '../texts.ts';
import { Icon } from './icon.tsx';
import './custom-elements.ts';

export interface FieldError {
  /** The id of the input that must be put right; without it the message stands without a link. */
  fieldId?: string | undefined;
  message: string;
}

export interface ErrorSummaryProps {
  lang: WebLang;
  errors: readonly FieldError[];
  /** Another heading than "Er is een probleem". */
  title?: string;
}

const ErrorLine = ({ fieldId, message }: FieldError) =>
  fieldId === undefined ? (
    message
  ) : (
    <a className="utrecht-link utrecht-link--html-a" href={`#${fieldId}`}>
      {message}
    </a>
  );

/** What went wrong, above the form, each with a link to its input. Renders nothing when nothing is wrong. */
export const ErrorSummary = ({ lang, errors, title }: ErrorSummaryProps) => {
  if (errors.length === 0) return null;
  return (
    <wr-focus>
      <div className="wr-error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
        <h2 id="error-summary-title" className="utrecht-heading-3 wr-error-summary__title">
          <Icon name="error" />
          {title ?? webTexts(lang).errorSummaryTitle}
        </h2>
        <ul className="wr-list wr-list--plain">
          {errors.map((error) => (
            <li key={`${error.fieldId ?? ''} ${error.message}`}>
              <ErrorLine {...error} />
            </li>
          ))}
        </ul>
      </div>
    </wr-focus>
  );
};
