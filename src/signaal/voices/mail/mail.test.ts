import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { staffSignaalRoutes } from '../../staff/index.ts';
import { voiceRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let site: TestSite;
let desk: TestClient;
const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: RoleId): Promise<TestClient> =>
  site.client().signInAs((await staffOf(tw, town, role)).id);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  site = testSite(tw, [...voiceRoutes, ...staffSignaalRoutes]);
  desk = await enter('desk_worker');
});
afterAll(() => tw.close());

const MAIL = `Van: Ans Verzonnen <ans@voorbeeld.test>
Verzonden: maandag 7 maart 2016 09:12
Aan: Gemeente
Onderwerp: Scheve tegels

Voor de school liggen tegels scheef.

Groetjes, Ans
06 12345678`;

const storedText = async (): Promise<string> =>
  JSON.stringify(await sql('select * from signaal')) +
  JSON.stringify(await sql('select content from draft')) +
  JSON.stringify(await sql('select before, after from history'));

describe('a forwarded mail at the desk', () => {
  it('lands filled in in the form, and nothing is stored before the desk sends that', async () => {
    const check = await desk.submit(await desk.get('/balie/mail'), { bericht: MAIL, doe: 'lees' });
    expect(check.status).toBe(200);
    expect(check.text).toContain('value="ans@voorbeeld.test"');
    const form = await desk.submit(check, { doe: 'formulier' });
    expect(form.status).toBe(200);
    expect(form.statements.length).toBeLessThanOrEqual(6);
    expect(await sql('select 1 from signaal')).toEqual([]);
    expect(await sql('select 1 from draft')).toEqual([]);
    const sent = await desk.submit(form, { plek_straat: 'Dorpsstraat', doe: 'send' }, '/balie');
    expect(sent.location).toMatch(/^\/balie\/bewijs\//);
    const [row] = await sql('select * from signaal');
    expect(row).toMatchObject({
      channel: 'mail',
      source: 'resident',
      answer_channel: 'mail',
      street: 'Dorpsstraat',
    });
    expect(row?.text).toBe('Scheve tegels\n\nVoor de school liggen tegels scheef.');
    const [reporter] = await sql('select channel, mail_index from reporter');
    expect(reporter).toEqual({ channel: 'mail', mail_index: expect.any(String) });
    expect(await storedText()).not.toContain('ans@voorbeeld');
    expect((await desk.get('/balie')).text).toMatch(/value="desk"[^>]*checked|checked[^>]*value="desk"/);
  });

  it('from a file does the same', async () => {
    const eml = `From: Ans <ans@voorbeeld.test>\r\nSubject: Lamp\r\nMIME-Version: 1.0\r\n\r\nDe lamp is stuk.\r\n`;
    const file = new File([eml], 'mail.eml', { type: 'message/rfc822' });
    const check = await desk.submit(await desk.get('/balie/mail'), { bestand: file, doe: 'lees' });
    expect(check.text).toContain('De lamp is stuk.');
    const bad = new File([new Uint8Array([1, 2, 3])], 'mail.eml');
    const answer = await desk.submit(await desk.get('/balie/mail'), { bestand: bad, doe: 'lees' });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('geen e-mail')]);
    expect((await desk.submit(await desk.get('/balie/mail'), { doe: 'lees' })).status).toBe(422);
  });

  it('brings back what was left out; then the guard stands in the form', async () => {
    const check = await desk.submit(await desk.get('/balie/mail'), { bericht: MAIL, doe: 'lees' });
    expect(check.text).not.toMatch(/<textarea[^>]*>[^<]*06 12345678/);
    const whole = await desk.submit(check, { doe: 'alles' });
    expect(whole.text).toMatch(/<textarea[^>]*>[^<]*06 12345678/);
    const form = await desk.submit(whole, { doe: 'formulier' });
    expect(form.status).toBe(422);
    const before = await sql('select 1 from signaal');
    expect((await desk.submit(form, { doe: 'send' }, '/balie')).status).toBe(422);
    expect(await sql('select 1 from signaal')).toHaveLength(before.length);
    expect(await storedText()).not.toContain('06 12345678');
  });

  it.each(['department_worker', 'councillor', 'police_partner', 'stadsmarshall'] as const)(
    'is not for a %s',
    async (role) => {
      const client = await enter(role);
      expect((await client.get('/balie/mail')).status).toBe(403);
      expect((await client.post('/balie/mail', { bericht: MAIL })).status).toBe(403);
    },
  );

  it('survives whatever is pasted', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('lees', 'alles', 'formulier', 'x'),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constantFrom(MAIL, '\u0000', '<'.repeat(900)),
        ),
        async (doe, text) => {
          const answer = await desk.post('/balie/mail', {
            doe,
            bericht: text,
            tekst: text,
            mail: text,
            rest: text,
          });
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 40 },
    ));
});
