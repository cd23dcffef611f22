import { publicPhone } from '#gemeente/index.ts';
import { logAccess } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { open } from '#platform/secrets/index.ts';
import { codePlace } from '../../store/insert.ts';
import { lockSignaal, type Signaal } from '../../store/load.ts';
import { settingsOf } from '../../store/terms.ts';
import { refuse } from '../errors.ts';
import { desksOf } from './read.ts';

/** The slip that a visitor takes home. */
export interface Slip {
  readonly signaalId: string;
  readonly number: number;
  readonly kind: Signaal['kind'];
  readonly code: string;
  readonly owner: string;
  readonly queue: Signaal['queue'];
  readonly routeReason: string;
  readonly answerChannel: Signaal['answer_channel'];
  readonly receivedAt: Date;
  /** The day before which the visitor hears something. */
  readonly nextWord: Date | null;
  readonly phone: string;
  /** The day of what it joined ("ook namens mevrouw"); null when it stands on its own. */
  readonly joinedOf: Date | null;
}

/** The access log's name for opening a code. */
export const CODE_READ = 'code_read';
const DAY = 86_400_000;

interface Facts {
  readonly owner: string;
  readonly queue: Signaal['queue'];
  readonly joinedOf: Date | null;
  readonly nextWord: Date | null;
  readonly phone: string | null;
}

const FACTS = `
  select d.name as owner, w.queue, case when s.joined then w.received_at end as "joinedOf",
    (select min(n.due_at) from term n where n.gemeente = $1 and n.state = 'open'
      and n.kind = any (array['status', 'question', 'hear_by', 'planned_on'])
      and n.object_id = any (array(select a.id from assignment a
        where a.gemeente = $1 and a.signaal_id = w.id) || w.id)) as "nextWord",
    (select d2.public_contact from department d2 where d2.gemeente = $1 and d2.kind = 'desk'
      and d2.public_contact is not null order by d2.id limit 1) as phone
  from signaal s
  join signaal w on w.gemeente = $1 and w.id = case when s.duplicate_of is null then s.id else s.duplicate_of end
  join department d on d.gemeente = $1 and d.id = w.owner_department_id
  where s.gemeente = $1 and s.id = $2`;

/**
 * Opens the code of a signaal for printing: only for who registered it or a colleague of the same desk, within 24 hours,
 * and each time it is logged. Throws `slip_too_late` after that: by then the resident keeps the slip, not we.
 */
export const showSlip = defineCommand<{ signaalId: string }, Slip>({
  name: 'signaal.show_code',
  action: 'signaal.register',
  run: async (context, { signaalId }) => {
    context.allow();
    const { db, gemeente, now, principal, world } = context;
    const signaal = await lockSignaal(context, signaalId);
    if (!(await isOfThisDesk(context, signaal))) throw notFound();
    if (now.getTime() - signaal.received_at.getTime() > DAY) throw refuse('slip_too_late', { status: 409 });
    await logAccess(db, gemeente, now, { kind: CODE_READ, accountId: principal.id, objectId: signaal.id });
    const [facts] = await runSql<Facts>(db, FACTS, [gemeente, signaal.id]);
    const settings = await settingsOf(context);
    return {
      signaalId: signaal.id,
      number: signaal.number,
      kind: signaal.kind,
      code: open(world.keyring, signaal.code_sealed, codePlace(gemeente, signaal.id)),
      owner: facts?.owner ?? '',
      queue: facts?.queue ?? signaal.queue,
      joinedOf: facts?.joinedOf ?? null,
      routeReason: signaal.route_reason,
      answerChannel: signaal.answer_channel,
      receivedAt: signaal.received_at,
      nextWord: facts?.nextWord ?? null,
      phone: settings.get(publicPhone) || facts?.phone || '',
    };
  },
});

/**
 * Who registered it, or somebody of a department that the registrar works for today. The code opens the words, so that of
 * a complaint about conduct, which may be about that very colleague, is the registrar's alone (0.2 D17).
 */
const isOfThisDesk = async (context: Context, { registered_by, kind }: Signaal): Promise<boolean> => {
  const { db, gemeente, principal, today } = context;
  if (registered_by === null) return false;
  if (registered_by === principal.id) return true;
  if (kind === 'complaint') return false;
  const [row] = await runSql<{ shares: boolean }>(
    db,
    `select exists (select 1 from role_holding h where h.gemeente = $1 and h.account_id = $2
       and h.department_id = any ($3::uuid[]) and h.valid_from <= $4
       and (h.valid_to is null or h.valid_to > $4)) as shares`,
    [gemeente, registered_by, desksOf({ principal }), today],
  );
  return row?.shares ?? false;
};
