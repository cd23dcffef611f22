import fc from 'fast-check';
import type { Route } from '#platform/web/route.ts';
import type { Finding } from '../support/finding.ts';

/** A form as an attacker, a broken telephone or a hurried person may send it. */
export interface SentForm {
  /** Undefined leaves the header out. */
  readonly type: string | undefined;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Sends a form to a route; gives the status. */
export type Send = (route: Route, form: SentForm) => Promise<number>;

/** The same run each time: what it found yesterday it finds today. */
const SEED = 637;
const ODD = [
  '',
  'ja',
  'on',
  '-1',
  '1e999',
  'NaN',
  '9'.repeat(60),
  '2016-02-31',
  '0000-00-00',
  '0198c0de-0000-7000-8000-000000000001',
  'persoon',
  'plek',
  'nul\0letter',
  'halve \ud83d letter',
  '\u202eomgekeerd',
  '<script>alert(1)</script>',
  "' or 1 = 1 --",
  '$' + '{jndi:ldap}',
  '{{7*7}}',
  '😀'.repeat(2_000),
  'woord '.repeat(10_000),
  'é'.repeat(120_000),
  'melder@voorbeeld.test',
  '06 12345678',
  '2711 AA',
  '52,05',
];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** The names of a route's fields, as its schema has them. */
export const fieldsOf = (route: Route): string[] => {
  const form: unknown = route.form;
  const shape = typeof form === 'object' && form !== null && 'shape' in form ? form.shape : {};
  return Object.keys(typeof shape === 'object' && shape !== null ? shape : {});
};

const encoded = (fields: readonly string[]): fc.Arbitrary<SentForm> => {
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(fields.length > 0 ? fields : ['veld'])) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'a[b]', '', '_csrf', 'tekst') },
  );
  return fc.array(fc.tuple(name, value), { maxLength: 8 }).map((pairs) => ({
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(pairs).toString(),
  }));
};

const broken = fc.record({
  type: fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'text/plain; charset=utf-16',
    'x'.repeat(300),
    undefined,
  ),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
    fc.constantFrom(
      'tekst=%ff%fe&buurt=%c3%28',
      'tekst=%00',
      '%%%=%%%&=&&;',
      '{"tekst":[1,2,{}]}',
      '--x\r\ncontent-disposition: form-data; name="tekst"\r\n\r\nhalf',
      '--x\r\ncontent-disposition: form-data; name="foto"; filename="../../x.jpg"\r\n\r\n\xff\xd8\r\n--x--\r\n',
    ),
  ),
});

/** Whatever is sent, no route breaks: each answers something that is no fault of ours. `seen` counts what was sent. */
export const checkInputs = async (routes: readonly Route[], send: Send, runs: number): Promise<Finding> => {
  const breaches: string[] = [];
  let seen = 0;
  for (const route of routes) {
    const form = fc.oneof(
      { weight: 3, arbitrary: encoded(fieldsOf(route)) },
      { weight: 2, arbitrary: broken },
    );
    const property = fc.asyncProperty(form, async (sent) => {
      seen += 1;
      const status = await send(route, sent);
      if (status >= 500) throw new Error(`answers ${status}`);
    });
    const found = await fc.check(property, { numRuns: runs, seed: SEED, endOnFailure: true });
    const [example] = found.counterexample ?? [];
    if (found.failed) breaches.push(`${route.method} ${route.path}: ${inWords(example)}`);
  }
  return { seen, breaches };
};

const inWords = (form: SentForm | undefined): string =>
  form === undefined ? 'fails' : `${form.type}: ${JSON.stringify(String(form.body).slice(0, 120))}`;
