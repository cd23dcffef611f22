import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAction, reachOf } from '#people/index.ts';
import { newId } from '#platform/database/ids.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { checkInputs, fieldsOf, type Send, type SentForm } from './checks/inputs.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

const RUNS = 50;
/** A form of somebody of staff has passed a second factor; fewer strange ones are tried. */
const RUNS_OF_STAFF = 8;

const mayAnybody = ({ policy }: Route): boolean =>
  isAction(policy) && reachOf(policy, 'resident') !== undefined;

const pathOf = ({ path }: Route): string =>
  path.replaceAll(/:code/g, '0000-0000-0000').replaceAll(/:\w+/g, newId());

describe('every form', () => {
  it('that anybody may send answers whatever is in it', async () => {
    const routes = house.site.routes.filter((route) => route.method === 'POST' && mayAnybody(route));
    const send: Send = async (route, form) => (await house.send(pathOf(route), form)).status;
    const { seen, breaches } = await checkInputs(routes, send, RUNS);
    expect(breaches).toEqual([]);
    expect(routes.length).toBeGreaterThanOrEqual(10);
    expect(seen).toBe(routes.length * RUNS);
  }, 120_000);

  it('of staff answers whatever is in its fields', async () => {
    const people = new Map(
      await Promise.all(
        ['femke.beheer', 'bea.balie', 'wanda.regie', 'gerda.groen', 'fatima.privacy'].map(
          async (name) => [name, await house.visit(`${name}@zoetermeer.voorbeeld`)] as const,
        ),
      ),
    );
    const routes = house.site.routes.filter((route) => route.method === 'POST' && !mayAnybody(route));
    let answered = 0;
    const send: Send = async (route, { body }) => {
      const pairs = [...new URLSearchParams(typeof body === 'string' ? body : '')];
      const statuses = await Promise.all(
        [...people.values()].map(
          async (client) => (await client.post(pathOf(route), Object.fromEntries(pairs))).status,
        ),
      );
      answered += statuses.filter((status) => status !== 401 && status !== 403).length;
      return Math.max(...statuses);
    };
    const { seen, breaches } = await checkInputs(routes, send, RUNS_OF_STAFF);
    expect(breaches).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
    expect(seen).toBe(routes.length * RUNS_OF_STAFF);
    expect(answered).toBeGreaterThan(seen / 2);
  }, 120_000);
});

describe('seen red', () => {
  const route = defineRoute({
    method: 'POST',
    path: '/lamp',
    policy: 'public.read',
    form: z.object({ tekst: z.string(), dag: z.string() }),
    handle: () => new Response(''),
  });

  it('knows the fields of a form', () => {
    expect(fieldsOf(route)).toEqual(['tekst', 'dag']);
  });

  it.each([
    ['a letter that is no letter', ({ body }: SentForm) => String(body).includes('%00')],
    ['bytes that are no text', ({ body }: SentForm) => typeof body !== 'string'],
    ['a form without a kind', ({ type }: SentForm) => type === undefined],
    ['a form of another kind', ({ type }: SentForm) => type === 'application/json'],
    ['a long text', ({ body }: SentForm) => body.length > 100_000],
    ['a day that is none', ({ body }: SentForm) => String(body).includes('dag=2016-02-31')],
  ])('finds what breaks on %s', async (_what, breaks) => {
    const { seen, breaches } = await checkInputs(
      [route],
      async (_route, form) => (breaks(form) ? 500 : 422),
      RUNS,
    );
    expect(breaches).toHaveLength(1);
    expect(seen).toBeLessThanOrEqual(RUNS);
  });
});
