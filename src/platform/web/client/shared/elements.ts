/** Makes an element with a class and text; attributes are set as given. Never from markup, so nothing can be injected. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

/** A button that sends no form. */
export const makeButton = (className: string, text: string, onClick: () => void): HTMLButtonElement => {
  const button = make('button', className, text, { type: 'button' });
  button.addEventListener('click', onClick);
  return button;
};

/** The place where a script says what just happened, read aloud when it changes. */
export const makeStatus = (): HTMLParagraphElement => make('p', 'wr-status', '', { role: 'status' });
