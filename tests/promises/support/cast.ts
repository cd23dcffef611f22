import { type MachineRole, type RoleId, roles, signedInBy } from '#people/index.ts';
import { anonymous, operatorPrincipal, type Principal, systemPrincipal } from '#platform/policy/principal.ts';
import { SESSION_COOKIE } from '#platform/web/mount.ts';
import { demoPeople } from '#testing/demo/people.ts';
import { asOwner } from '#testing/world.ts';
import type { House } from './house.ts';

/** Somebody who tries everything, in one role. */
export interface Actor {
  readonly role: RoleId | MachineRole;
  readonly principal: Principal;
  /** Of an invented account; undefined for who has none. */
  readonly email?: string;
}

const holding = (role: RoleId): Principal => ({
  kind: 'staff',
  id: null,
  holdings: [{ role, departmentId: null, areaId: null, buurtIds: null, onBehalfOf: null }],
});

/** One person for each role of the matrix, with the holdings of the demo municipality; the city's roles need no account. */
export const castOf = async (house: House): Promise<Actor[]> => {
  const cast: Actor[] = [
    { role: 'resident', principal: anonymous },
    { role: 'system', principal: systemPrincipal },
    { role: 'operator', principal: operatorPrincipal },
  ];
  for (const { id, signsIn } of roles) {
    const person = demoPeople.find(({ role }) => role === id);
    if (id === 'resident') continue;
    if (!signsIn || !person) {
      cast.push({ role: id, principal: holding(id) });
      continue;
    }
    const client = await house.visit(person.email);
    const token = client.cookies.get(SESSION_COOKIE) ?? '';
    const signedIn = await signedInBy(house.test.world, house.town.gemeente, token);
    if (!signedIn) throw new Error(`${person.email} could not come in`);
    cast.push({ role: id, principal: signedIn.principal, email: person.email });
  }
  return cast;
};

/** What decides whether a signaal lies within somebody's reach, read past the policies. */
export interface Subject {
  readonly id: string;
  readonly kind: string;
  readonly queue: string;
  readonly complex: boolean;
  readonly buurt_id: string | null;
  readonly registered_by: string | null;
  readonly channel: string;
  readonly part_id: string | null;
  readonly part_department_id: string | null;
  readonly part_account_id: string | null;
  readonly department_ids: readonly string[];
  /** The area whose wijkregisseur takes its buurt because no other does. */
  readonly fallback_area_id: string | null;
}

/** Makes some of the demo's signalen such as nobody invented: of a partner, complaints, questions, complex ones. */
const VARIETY: readonly string[] = [
  `update signaal set registered_by = (select id from account where email like 'wim.wijkagent@%')
     where id = (select id from signaal where state = 'assigned' order by id limit 1)`,
  `update signaal set kind = 'complaint' where id = (select id from signaal where state = 'assigned' order by id offset 1 limit 1)`,
  `update signaal set kind = 'question', queue = 'desk', complex = false
     where id = (select id from signaal where state = 'assigned' order by id offset 2 limit 1)`,
  `update signaal set kind = 'question', queue = 'desk', complex = true
     where id = (select id from signaal where state = 'assigned' order by id offset 3 limit 1)`,
  `update assignment set account_id = (select id from account where email like 'wies.regie@%')
     where signaal_id = (select id from signaal where state = 'assigned' order by id offset 4 limit 1)`,
  `update assignment set account_id = (select id from account where email like 'bart.beheer@%')
     where signaal_id = (select id from signaal where state = 'assigned' order by id offset 5 limit 1)`,
];

const SUBJECTS = `
  select distinct on (s.kind, s.queue, s.complex, s.registered_by, a.account_id)
    s.id, s.kind, s.queue, s.complex, s.buurt_id, s.registered_by, s.channel, a.id as part_id,
    a.department_id as part_department_id, a.account_id as part_account_id,
    array(select o.department_id::text from assignment o where o.signaal_id = s.id) as department_ids,
    case when not exists (select 1 from role_holding h left join area_buurt b on b.area_id = h.area_id
        where h.role = 'wijkregisseur' and (h.area_id is null or b.buurt_id = s.buurt_id))
      then (select value #>> '{}' from setting where key = 'area.fallback' order by valid_from desc limit 1)
    end as fallback_area_id
  from signaal s left join lateral (
    select * from assignment l where l.signaal_id = s.id order by l.sequence desc limit 1) a on true
  order by s.kind, s.queue, s.complex, s.registered_by, a.account_id, s.id`;

/** Signalen of every sort, one of each. */
export const subjectsOf = async ({ test, town }: House): Promise<Subject[]> => {
  for (const sql of VARIETY) await asOwner(test.urls, town.gemeente, sql);
  return asOwner<Subject & Record<string, unknown>>(test.urls, town.gemeente, SUBJECTS);
};
