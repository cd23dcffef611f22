import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { type SmallTown, staffOf } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import type { TestWorld } from '#testing/world.ts';
import { type GoalInput, monitorRoutes, setGoal } from '../index.ts';
import { FOCUSPUNT, figure, goalTown } from '../monitor.fixture.ts';

let test: TestWorld;
let site: TestSite;
let town: SmallTown;
let regisseur: Principal & { id: string };
let isPublic = true;

beforeAll(async () => {
  ({ test, town, regisseur } = await goalTown(() => isPublic));
  site = testSite(test, monitorRoutes);
});
afterAll(() => test.close());
beforeEach(() => {
  isPublic = true;
});

const set = (input: GoalInput) => execute(test.world, town.gemeente, regisseur, setGoal, input);

describe('the pages', () => {
  it('take a goal and a measurement, keep what was typed, and stay within their budget', async () => {
    const client = await site.client().signInAs(regisseur.id);
    const choose = await client.get(`/doelen/nieuw?focuspunt=${FOCUSPUNT}`);
    expect(choose.text).toContain('mijlpaal');
    const form = await client.get(`/doelen/nieuw?soort=figure&focuspunt=${FOCUSPUNT}`);
    const wrong = await client.submit(form, { title: '', unit: '%', targetValue: 'veel', definition: '<b>' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Schrijf het doel in een zin.');
    expect(wrong.text).toContain('value="veel"');
    const saved = await client.submit(wrong, {
      title: 'Schoon',
      targetValue: '70,5',
      ownerFunction: 'trekker',
      direction: 'up',
    });
    expect(saved.status).toBe(303);
    const page = await client.follow(saved);
    expect(page.text).toContain('70,5%');
    expect(page.statements.length).toBeLessThanOrEqual(5);
    const path = (saved.location ?? '').replace(/\?.*/, '');
    const measureForm = await client.get(`${path}/meten`);
    const refused = await client.submit(measureForm, { value: '12,5', n: 'tien', source: 'schouw' });
    expect(refused.text).toContain('value="tien"');
    const done = await client.follow(await client.submit(refused, { n: '400' }));
    expect(done.text).toContain('12,5%');
    expect(done.text).toContain('n');
    client.cookies.set('taal', 'en');
    expect((await client.get(path)).text).toContain('Baseline');
  });

  it('say that somebody was first, and keep what was typed', async () => {
    const client = await site.client().signInAs(regisseur.id);
    const id = await set(figure());
    const form = await client.get(`/doelen/${id}/wijzigen`);
    await set({ ...figure({ title: 'Anders' }), goalId: id, version: 1 });
    const stale = await client.submit(form, { title: 'Mijn versie' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Iemand anders was eerder');
    expect(stale.text).toContain('value="Mijn versie"');
    expect((await client.submit(stale)).status).toBe(303);
  });

  it('let the college propose a goal of the municipality and the raad set it, and nobody else', async () => {
    const [college, raad, worker] = [
      await staffOf(test, town, 'college'),
      await staffOf(test, town, 'raad'),
      await staffOf(test, town, 'department_worker', { departmentId: town.green }),
    ];
    const visit = (who: { id: string }) => site.client().signInAs(who.id);
    const form = '/doelen/nieuw?soort=milestone';
    const proposer = await visit(college);
    const sent = await proposer.submit(await proposer.get(form), {
      title: 'Boomgaard',
      ownerFunction: 'wethouder',
    });
    expect(sent.location).toContain('gedaan=proposed');
    const setter = await visit(raad);
    const page = await setter.get((sent.location ?? '').replace(/\?.*/, ''));
    expect((await setter.submit(page)).location).toContain('gedaan=confirmed');
    expect((await setter.get('/doelen')).text).toContain('Boomgaard');
    const other = await visit(worker);
    expect((await other.get(form)).status).toBe(404);
    expect((await other.post(form, { title: 'x' })).status).toBe(404);
  });

  it('of what is not decided yet stay inside', async () => {
    const id = await set(figure());
    isPublic = false;
    expect((await site.client().get(`/doelen/${id}`)).status).toBe(404);
    const client = await site.client().signInAs(regisseur.id);
    expect((await client.get(`/doelen/${id}`)).status).toBe(200);
    expect((await client.get('/doelen/x')).status).toBe(404);
    const worker = await staffOf(test, town, 'department_worker', { departmentId: town.green });
    const other = await site.client().signInAs(worker.id);
    expect((await other.get(`/doelen/${id}/meten`)).status).toBe(404);
  });
});
