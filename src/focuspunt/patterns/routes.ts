import { z } from 'zod';
import { outlinesOfBuurten, readSettings } from '#gemeente/index.ts';
import { grantsFor } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { attempt } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { line } from '../knelpunt/pages/fields.ts';
import { dismissPattern } from './dismiss.ts';
import type { MapOutline } from './map.tsx';
import { type FailedDismissal, PATTERNS, patternPage } from './page.tsx';
import { openPatterns, type PatternQuestion } from './read.ts';
import { patternDays, patternMetres } from './settings.ts';

const policy = 'pattern.settle';
const SIZE = 12;

/** The buurten of which somebody sees the patterns. */
const buurtenOf = (principal: Principal): PatternQuestion['buurtIds'] => {
  const held = grantsFor(principal, policy).flatMap(({ holding }) => (holding ? [holding] : []));
  if (held.some(({ buurtIds }) => buurtIds === null)) return 'all';
  return [...new Set(held.flatMap(({ buurtIds }) => buurtIds ?? []))];
};

const outlinesOf = async (
  { gemeente, now }: Rq,
  db: TenantDb,
  buurtIds: readonly string[],
): Promise<ReadonlyMap<string, MapOutline>> => {
  const drawn = await outlinesOfBuurten(db, gemeente, isoDate(now), buurtIds);
  return new Map(drawn.map(({ id, name, outline }) => [id, { name, outline }]));
};

const pageOf = async (rq: Rq, failed: FailedDismissal | null, dismissed = false): Promise<Response> => {
  const model = await rq.read(async (db) => {
    const question = { buurtIds: buurtenOf(rq.principal), limit: SIZE + 1 };
    const found = await openPatterns(db, rq.gemeente, question);
    const patterns = found.slice(0, SIZE);
    const settings = await readSettings(db, rq.gemeente, isoDate(rq.now));
    return {
      patterns,
      more: found.length > SIZE,
      outlines: await outlinesOf(
        rq,
        db,
        patterns.flatMap(({ buurtId }) => buurtId ?? []),
      ),
      days: settings.get(patternDays),
      metres: settings.get(patternMetres),
    };
  });
  return rq.page(patternPage(rq, { ...model, failed, dismissed }));
};

const show = defineRoute({
  method: 'GET',
  path: PATTERNS,
  policy,
  query: z.object({ gedaan: z.string().max(20).optional().catch(undefined) }),
  handle: (rq, { query }) => pageOf(rq, null, query.gedaan === 'weggelegd'),
});

const dismiss = defineRoute({
  method: 'POST',
  path: `${PATTERNS}/:id/wegleggen`,
  policy,
  params: z.object({ id: z.string().max(100) }),
  form: z.object({ reden: line }),
  handle: async (rq, { params: { id }, form }) => {
    const reason = form.raw.text('reden');
    const again = (code: string, status: 409 | 422) => pageOf(rq, { suggestionId: id, reason, code, status });
    if (!form.ok) return again(form.errors.reden ?? 'line_too_long', 422);
    const { reden } = form.value;
    const done = await attempt(() => rq.run(dismissPattern, { suggestionId: id, reason: reden }));
    if (!done.ok) return again(Object.values(done.errors)[0] ?? 'knelpunt_reason_missing', done.status);
    return rq.redirect(`${PATTERNS}?gedaan=weggelegd`);
  },
});

/** The list of patterns, and putting one away. */
export const patternRoutes: readonly Route[] = [show, dismiss];
