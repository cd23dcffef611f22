import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A form to print and to write on with a pen: one sheet of A4. */
export const PaperForm = ({ children }: { children: ReactNode }) => (
  <div className="wr-paper">{children}</div>
);

/** One numbered question of the sheet. */
export const PaperPart = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="wr-paper__part">
    <h2 className="wr-paper__title">{title}</h2>
    {children}
  </section>
);

/** Boxes side by side. */
export const PaperRow = ({ children }: { children: ReactNode }) => (
  <div className="wr-paper__row">{children}</div>
);

export interface PaperFieldProps {
  label: string;
  size?: 'line' | 'large';
  labelHidden?: boolean;
}

/** A box to write in. */
export const PaperField = ({ label, size = 'line', labelHidden }: PaperFieldProps) => (
  <div className={classNames('wr-paper__field', size === 'large' && 'wr-paper__field--large')}>
    <p className={classNames('wr-paper__label', labelHidden && 'wr-visually-hidden')}>{label}</p>
    <div className="wr-paper__box" />
  </div>
);

export interface PaperChoicesProps {
  label?: string;
  choices: readonly string[];
}

/** Squares to tick with a pen. */
export const PaperChoices = ({ label, choices }: PaperChoicesProps) => (
  <div className="wr-paper__choices">
    {label === undefined ? null : <p className="wr-paper__label">{label}</p>}
    <ul>
      {choices.map((choice) => (
        <li key={choice}>{choice}</li>
      ))}
    </ul>
  </div>
);
