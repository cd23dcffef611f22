/** Joins the class names that apply; `undefined` and `false` leave nothing behind. */
export const classNames = (...names: (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');
