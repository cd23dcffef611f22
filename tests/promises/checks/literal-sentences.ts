import { parseSync, Visitor } from 'oxc-parser';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** Properties whose text a person reads or hears. */
const READ = new Set([
  'alt',
  'aria-label',
  'caption',
  'description',
  'header',
  'help',
  'hint',
  'label',
  'legend',
  'message',
  'placeholder',
  'resetLabel',
  'submitLabel',
  'text',
  'title',
]);
/** Holds what is printed on a key of the keyboard: the same in every language. */
const KEY_ON_KEYBOARD = 'KeyHint';
const HAS_WORD = /\p{L}{2}/u;

/** No page says a word that does not come from a catalogue; `seen` counts the elements that were looked at. */
export const checkLiteralSentences = (files: ProgramFiles): Finding => {
  const breaches: string[] = [];
  let seen = 0;
  for (const [path, text] of files) {
    const say = (start: number, words: string): void => {
      if (HAS_WORD.test(words))
        breaches.push(`${path}:${text.slice(0, start + 1).split('\n').length}: ${words.trim()}`);
    };
    const around: string[] = [];
    new Visitor({
      JSXOpeningElement: () => {
        seen += 1;
      },
      JSXElement: ({ openingElement: { name } }) => {
        around.push(name.type === 'JSXIdentifier' ? name.name : '');
      },
      'JSXElement:exit': () => {
        around.pop();
      },
      JSXText: ({ start, value }) => {
        if (around.at(-1) !== KEY_ON_KEYBOARD) say(start, value);
      },
      JSXExpressionContainer: ({ expression }) => {
        if (
          expression.type === 'Literal' &&
          typeof expression.value === 'string' &&
          / /.test(expression.value.trim())
        )
          say(expression.start, expression.value);
      },
      JSXAttribute: ({ start, name, value }) => {
        if (
          name.type === 'JSXIdentifier' &&
          READ.has(name.name) &&
          value?.type === 'Literal' &&
          typeof value.value === 'string'
        ) {
          say(start, value.value);
        }
      },
    }).visit(parseSync(path, text).program);
  }
  return { seen, breaches };
};
