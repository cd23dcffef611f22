/** The fields of a form as a browser without script would send them, before anything is typed. */
export type FormFields = Record<string, string | string[]>;

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
const CONTROL =
  /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g;
const OPTION = /<option\b([^>]*)>/g;
const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

/** Reads the form of a page that posts to `action` (the only one when left out). Throws when there is none. */
export const readFormOn = (html: string, action?: string): { action: string; fields: FormFields } => {
  for (const [, attributes = '', inside = ''] of html.matchAll(FORM)) {
    const target = attribute(attributes, 'action') ?? '';
    const isPost = attribute(attributes, 'method')?.toLowerCase() === 'post';
    if (isPost && (action === undefined || target === action))
      return { action: target, fields: fieldsOf(inside) };
  }
  throw new Error(`No form on this page posts to ${action ?? 'anything'}`);
};

/** The text behind the entities that React writes. */
const decodeEntities = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity);

const fieldsOf = (html: string): FormFields => {
  const fields: FormFields = {};
  const add = (name: string, value: string): void => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  };
  for (const [, input, area, areaText, select, options] of html.matchAll(CONTROL)) {
    const name = attribute(input ?? area ?? select ?? '', 'name');
    if (name === undefined) continue;
    if (area !== undefined) add(name, decodeEntities(areaText ?? '').replace(/^\n/, ''));
    else if (select !== undefined) add(name, chosenOption(options ?? ''));
    else if (isSent(input ?? '')) add(name, attribute(input ?? '', 'value') ?? 'on');
  }
  return fields;
};

const isSent = (input: string): boolean => {
  const type = attribute(input, 'type') ?? 'text';
  if (type === 'file' || type === 'submit') return false;
  return (type !== 'checkbox' && type !== 'radio') || /\bchecked\b/.test(input);
};

const chosenOption = (options: string): string => {
  const all = [...options.matchAll(OPTION)].map(([, attributes = '']) => attributes);
  const chosen = all.find((attributes) => /\bselected\b/.test(attributes)) ?? all[0] ?? '';
  return attribute(chosen, 'value') ?? '';
};

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : decodeEntities(found);
};
