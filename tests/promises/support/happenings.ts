import { DEAD_LETTERS } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { asOwner } from '#testing/world.ts';
import type { House } from './house.ts';

/** What goes wrong or lies ahead in a real municipality, and has pages of its own; the demo's town has none of it. */
const HAPPENINGS: readonly string[] = [
  `update message set state = 'failed', error_code = 'server_unreachable', attempts = 8
     where id = (select id from message where channel = 'mail' order by id limit 1)`,
  `update account set active = false where email like 'bilal.balie@%'`,
  `update account set totp_sealed = '\\x00', totp_confirmed_at = created_at where email like 'ria.raad@%'`,
  `insert into routing_rule (gemeente, id, category_id, area_id, department_id, valid_from)
     select c.gemeente, '0198c0de-0000-7000-8000-00000000000a', c.id, a.id, d.id, '2014-01-01'
     from category c, area a, department d where c.parent_id is not null order by c.id, a.id, d.id limit 1`,
  `insert into setting (gemeente, key, valid_from, value, set_at)
     select gemeente, 'theme.tokens', '2014-01-01', '{"--utrecht-heading-1-color": "#123456"}', created_at
     from account limit 1`,
  `insert into setting (gemeente, key, valid_from, value, set_at)
     select gemeente, 'signaal.reopening_limit', '2027-01-01', '3', created_at from account limit 1`,
];

/** Makes each of them happen once. */
export const letThingsHappen = async (house: House): Promise<void> => {
  const { test, town, site } = house;
  for (const sql of HAPPENINGS) await asOwner(test.urls, town.gemeente, sql);
  const event = {
    id: '0198c0de-0000-7000-8000-00000000000d',
    gemeente: town.gemeente,
    name: 'signaal.given',
    objectId: systemPrincipal.kind,
  };
  await site.jobs.boss.send(DEAD_LETTERS, event);
};
