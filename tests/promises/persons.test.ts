import { describe, expect, it } from 'vitest';
import { defineRoute } from '#platform/web/route.ts';
import { checkPersons } from './checks/persons.ts';
import type { Visit } from './support/crawl.ts';

const page = (who: string, path: string, text: string): Visit => ({
  who,
  path,
  route: defineRoute({ method: 'GET', path, policy: 'public.read', handle: () => new Response('') }),
  status: 200,
  type: 'text/html',
  text,
  links: [],
  sends: [],
  statements: [],
});

describe('seen red', () => {
  const marks = ['Nel Nergens', '079 000 00 99', '0790000099'];
  it.each([
    ['a name on the page of a councillor', page('councillor', '/werk', '<p>Nel Nergens belde.</p>')],
    ['a number with spaces that do not break', page('auditor', '/werk', '<p>079\u00a0000&nbsp;00 99</p>')],
    ['a number in an address', page('raad', '/werk', '<a href="tel:0790000099">')],
    ['a name in an attribute', page('college', '/werk', '<input value="Nel Nergens">')],
    ['a name where this role may not look', page('auditor', '/post/bellen/:id', '<p>Nel Nergens</p>')],
    ['a name for who is not signed in', page('visitor', '/post/bellen/:id', '<p>Nel Nergens</p>')],
  ])('finds %s', (_what, visit) => {
    const { breaches } = checkPersons([visit], marks, { '/post/bellen/:id': 'post.print' });
    expect(breaches).toHaveLength(1);
  });

  it('lets the desk read the number it must call', () => {
    const visit = page('desk_worker', '/post/bellen/:id', '<p>Nel Nergens</p>');
    expect(checkPersons([visit], marks, { '/post/bellen/:id': 'post.print' }).breaches).toEqual([]);
  });
});
