import { z } from 'zod';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { parseCode } from '#platform/speakable-code/index.ts';
import { afterStep } from '#platform/state-machine.ts';
import { attempt, noErrors, renamed } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { confirmSolved, objectToClosing } from '../../commands/reporter-voice.ts';
import { optionalTextField } from '../../public/parts/fields.ts';
import { signaalMachine } from '../../rules/signaal-states.ts';
import { codeHashOf } from '../../store/insert.ts';
import { actionsFor } from '../actions.ts';
import { loadCore, readCore, type SignaalCore } from '../detail/core.ts';
import { atVersion } from '../version.ts';
import { type AloudPage, aloudHref, aloudPage } from './aloud.tsx';
import { type Followed, followedBy } from './follows.ts';

const policy = 'signaal.register';
const params = z.object({ id: z.string() });

const LAST_SAID = `
  select text from feedback
  where gemeente = $1 and signaal_id = any ($2::uuid[]) and direction = 'to_reporter' and text_wiped_at is null
    and kind = any (array['outcome', 'plan', 'question'])
  order by created_at desc, id desc limit 1`;

/** Whether this is the code of this signaal: then its reporter stands here, wherever he sent it from. */
const opens = async (db: TenantDb, rq: Rq, id: string, typed: string): Promise<boolean> => {
  const code = parseCode(typed);
  if (!('code' in code)) return false;
  const hash = codeHashOf({ world: rq.world, gemeente: rq.gemeente }, code.code);
  const [row] = await runSql<{ id: string }>(
    db,
    'select id from signaal where gemeente = $1 and code_hash = $2',
    [rq.gemeente, hash],
  );
  return row?.id === id;
};

interface Loaded {
  readonly core: SignaalCore;
  readonly said: string | null;
  readonly followed: Followed | null;
  readonly hasCode: boolean;
}

const load = (rq: Rq, id: string, code: string): Promise<Loaded> =>
  rq.read(async (db) => {
    const hasCode = code !== '' && (await opens(db, rq, id, code));
    const core = hasCode ? await loadCore(db, rq, id) : await readCore(db, rq, id);
    const { duplicateOf } = core.signaal;
    const followed = duplicateOf ? ((await followedBy(db, rq.gemeente, [id])).get(id) ?? null) : null;
    const about = followed ? [id, followed.rootId] : [id];
    const [last] = await runSql<{ text: string }>(db, LAST_SAID, [rq.gemeente, about]);
    return { core, said: last?.text ?? null, followed, hasCode };
  });

const pageOf = (
  rq: Rq,
  { core, said, followed, hasCode }: Loaded,
  code: string,
  more: { typed?: string; errors?: FieldErrors; stale?: boolean; done?: AloudPage['done'] } = {},
): AloudPage => {
  const acts = actionsFor(rq.principal, core.facts, core.signaal, core.parts);
  const stands = followed ?? core.signaal;
  const mayReopen = afterStep(signaalMachine, stands.state, 'reopen') !== null;
  return {
    signaal: core.signaal,
    said,
    followed,
    code: hasCode ? code : '',
    mayObject: mayReopen && (acts.signaal.has('object') || hasCode),
    mayOpen: !hasCode || acts.signaal.size > 0,
    typed: more.typed ?? '',
    errors: more.errors ?? noErrors,
    stale: more.stale ?? false,
    done: more.done,
  };
};

const show = defineRoute({
  method: 'GET',
  path: '/balie/voorlezen/:id',
  policy,
  params,
  query: z.object({
    code: z.string().max(40).catch(''),
    gedaan: z.enum(['reopened', 'confirmed']).optional().catch(undefined),
  }),
  handle: async (rq, { params: { id }, query }) => {
    const loaded = await load(rq, id, query.code);
    return rq.page(aloudPage(rq, pageOf(rq, loaded, query.code, { done: query.gedaan })));
  },
});

const verdict = defineRoute({
  method: 'POST',
  path: '/balie/voorlezen/:id',
  policy,
  params,
  form: z.object({
    code: z.string().max(40).catch(''),
    versie: z.string().max(300).catch(''),
    tekst: optionalTextField,
    doe: z.enum(['solved', 'not_solved']).catch('not_solved'),
  }),
  handle: async (rq, { params: { id }, form }) => {
    const code = form.raw.text('code');
    const typed = form.raw.text('tekst');
    const loaded = await load(rq, id, code);
    if (!form.ok) return rq.page(aloudPage(rq, pageOf(rq, loaded, code, { typed, errors: form.errors })));
    const { doe, tekst, versie } = form.value;
    const command = atVersion(doe === 'solved' ? confirmSolved : objectToClosing, versie);
    const input = { signaalId: id, text: tekst, channel: 'desk' as const, hasCode: loaded.hasCode };
    const said = await attempt(() => rq.run(command, input));
    const back = loaded.hasCode ? `&code=${encodeURIComponent(code)}` : '';
    if (said.ok)
      return rq.redirect(`${aloudHref(id)}?gedaan=${doe === 'solved' ? 'confirmed' : 'reopened'}${back}`);
    const errors = renamed(said.errors, { text: 'tekst' });
    const now = said.status === 409 ? await load(rq, id, code) : loaded;
    return rq.page(aloudPage(rq, pageOf(rq, now, code, { typed, errors, stale: said.status === 409 })));
  },
});

/** "Lees voor" and "niet opgelost". */
export const aloudRoutes: readonly Route[] = [show, verdict];
