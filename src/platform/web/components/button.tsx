import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** `primary` is the one next best act of a page; `danger` undoes or ends something; `subtle` looks like a link. */
export type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'danger';

export interface ButtonProps {
  children: ReactNode;
  look?: ButtonLook;
  /** Sent with the form, so that one form can hold several acts. */
  name?: string;
  value?: string;
  id?: string;
  /** The `id` of a form elsewhere on the page. */
  form?: string;
  /** Another address for this act than the form's own. */
  formAction?: string;
  /** One key for Hotkeys, such as `g`; show it with KeyHint in the button's text. */
  hotkey?: string | undefined;
}

const lookClass: Record<ButtonLook, string> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  subtle: 'utrecht-button--subtle',
  danger: 'utrecht-button--secondary-action wr-button--danger',
};

/** A submit button. What must not change anything is a {@link LinkButton}. */
export const Button = ({ children, look = 'primary', hotkey, ...rest }: ButtonProps) => (
  <button type="submit" className={classNames('utrecht-button', lookClass[look])} data-key={hotkey} {...rest}>
    {children}
  </button>
);

export interface LinkButtonProps {
  children: ReactNode;
  href: string;
  look?: ButtonLook;
  hotkey?: string | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const LinkButton = ({ children, href, look = 'primary', hotkey }: LinkButtonProps) => (
  <a
    className={classNames('utrecht-button', 'wr-link-button', lookClass[look])}
    href={href}
    data-key={hotkey}
  >
    {children}
  </a>
);

/** Buttons side by side, the main one first; under each other on a phone. */
export const ButtonRow = ({ children }: { children: ReactNode }) => (
  <div className="wr-button-row">{children}</div>
);

/** The key that does the same as the button it stands in. */
export const KeyHint = ({ children }: { children: ReactNode }) => <kbd className="wr-key">{children}</kbd>;
