import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { open } from '#platform/secrets/index.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { focuspuntRoutes } from '../index.ts';
import { tokenPlace } from './advice-token.ts';
import { consultFocuspunt } from './commands/consult.ts';
import { proposeFocuspunt } from './commands/propose.ts';
import { aProposal, type FocusTown, focusTown } from './focus-town.fixture.ts';
import { hasPerson } from './guarded.ts';

let tw: TestWorld;
let town: FocusTown;
let site: TestSite;
let id: string;

beforeAll(async () => {
  tw = await testWorld();
  town = await focusTown(tw);
  site = testSite(tw, focuspuntRoutes);
  id = await execute(tw.world, town.gemeente, town.wijkregisseur, proposeFocuspunt, aProposal(town));
  await execute(tw.world, town.gemeente, town.wijkregisseur, consultFocuspunt, { focuspuntId: id });
});
afterAll(() => tw.close());

/** Words as people and machines type them: letters of all scripts, numbers of persons, pieces of markup. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '06 12345678',
    'jan@voorbeeld.nl',
    '<script>alert(1)</script>',
    "' or 1=1 --",
    '\u202e',
    '{{7*7}}',
  ),
  fc.tuple(fc.lorem(), fc.constantFrom(' bel 0612345678', '')).map(([one, other]) => one + other),
);
const stance = fc.constantFrom('agree', 'partly', 'against', '', '__proto__', 'constructor', 'AGREE');
const fields = fc.record({
  stance,
  text: words,
  zonder: fc.constantFrom('', 'ja'),
  _once: fc.string({ unit: 'grapheme', maxLength: 120 }),
});
const ALLOWED = ['agree', 'partly', 'against'];

it('a reaction is stored, or refused with what was typed, whatever is sent; never with a person in it', async () => {
  await tw.world.pool.query('select 1');
  await fc.assert(
    fc.asyncProperty(fields, async (typed) => {
      await town.sql('delete from rate_count');
      const before = await town.sql('select count(*)::int as n from focuspunt_reaction');
      const answer = await site.client().post(`/focuspunten/${id}/reageren`, typed);
      const after = await town.sql('select count(*)::int as n from focuspunt_reaction');
      const isStored = Number(after[0]?.n) > Number(before[0]?.n);
      expect([200, 303, 400, 422]).toContain(answer.status);
      if (!ALLOWED.includes(typed.stance) || hasPerson(typed.text)) expect(isStored).toBe(false);
      expect(answer.text).not.toContain('<script>alert');
    }),
    { numRuns: 60 },
  );
  const rows = await town.sql('select text, stance from focuspunt_reaction');
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(hasPerson(String(row.text))).toBe(false);
}, 60_000);

it('an advice is given once or not at all, whatever is sent by its link', async () => {
  const [row] = await town.sql('select id, token_sealed from focuspunt_advice order by id limit 1');
  const token = open(
    tw.world.keyring,
    row?.token_sealed as Buffer,
    tokenPlace(town.gemeente, String(row?.id)),
  );
  await fc.assert(
    fc.asyncProperty(fields, fc.boolean(), async (typed, isRight) => {
      await town.sql('delete from rate_count');
      await town.sql(
        'update focuspunt_advice set stance = null, text = null, answered_at = null where id = $1',
        [row?.id],
      );
      const link = isRight ? token : encodeURIComponent(typed.text.slice(0, 60) || 'x');
      const answer = await site.client().post(`/advies/${link}`, typed);
      const [stored] = await town.sql('select stance, text from focuspunt_advice where id = $1', [row?.id]);
      expect([200, 303, 400, 404, 422]).toContain(answer.status);
      const mayStore = isRight && ALLOWED.includes(typed.stance) && !hasPerson(typed.text);
      if (!mayStore) expect(stored?.stance).toBeNull();
    }),
    { numRuns: 60 },
  );
}, 60_000);
