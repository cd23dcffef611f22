import { createHash } from 'node:crypto';
import type pg from 'pg';
import { boundsOf, cellOf, contains, type Shape } from '#platform/geo/index.ts';
import { blindIndex, type Keyring, seal } from '#platform/secrets/index.ts';
import { tellingWords, wordsOf } from '#platform/words.ts';
import { PHRASES } from './phrases.ts';

const BATCH = 5_000;
const PLACES = 2_000;
const YEARS = 5;
const DAY = 86_400_000;

/** Numbers between 0 and 1 that are the same in every run. */
const dice = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** An id in the form of UUIDv7: the moment first, then the number. */
const idAt = (at: Date, number: number, what: number): string => {
  const time = at.getTime().toString(16).padStart(12, '0');
  const tail = number.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${what.toString(16).padStart(3, '0')}-8000-${tail}`;
};

/** Two thousand points that lie in the buurten of a municipality. */
const makePlaces = async (admin: pg.Client, gemeente: string): Promise<void> => {
  const { rows } = await admin.query<{ id: string; outline: Shape }>(
    'select id, outline from buurt where gemeente = $1 and outline is not null and valid_to is null order by code',
    [gemeente],
  );
  const next = dice(637);
  const places = Array.from({ length: PLACES }, (_, i) => {
    const buurt = rows[i % rows.length];
    if (!buurt) throw new Error('No buurten with an outline');
    return { i, buurt: buurt.id, ...pointIn(buurt.outline, next), street: `Benchstraat ${i % 300}` };
  });
  await admin.query(`create temporary table if not exists bench_place
    (i int primary key, buurt uuid, lat float8, lon float8, cell text, street text)`);
  await admin.query('truncate bench_place');
  await admin.query(
    `insert into bench_place select * from jsonb_to_recordset($1) as p (i int, buurt uuid, lat float8, lon float8, cell text, street text)`,
    [JSON.stringify(places)],
  );
};

const pointIn = (shape: Shape, next: () => number): { lat: number; lon: number; cell: string } => {
  const [west, south, east, north] = boundsOf(shape);
  for (;;) {
    const point = { lat: south + next() * (north - south), lon: west + next() * (east - west) };
    if (contains(shape, point)) return { ...point, cell: cellOf(point) };
  }
};

/** What is told, with its words as they are kept for searching, spread over categories and departments. */
const makePhrases = async (admin: pg.Client, gemeente: string): Promise<void> => {
  await admin.query(`create temporary table if not exists bench_phrase
    (i int primary key, text text, words text[], category uuid, department uuid)`);
  await admin.query('truncate bench_phrase');
  const phrases = PHRASES.map((text, i) => ({ i, text, words: tellingWords(wordsOf(text)) }));
  await admin.query(
    `insert into bench_phrase
     select p.i, p.text, array(select jsonb_array_elements_text(p.words)), c.ids[1 + p.i % cardinality(c.ids)], d.ids[1 + p.i % cardinality(d.ids)]
     from jsonb_to_recordset($2) as p (i int, text text, words jsonb),
       (select array_agg(id order by name) as ids from category where gemeente = $1 and parent_id is not null) c,
       (select array_agg(id order by name) as ids from department where gemeente = $1 and kind = 'vakafdeling') d`,
    [gemeente, JSON.stringify(phrases)],
  );
};

/** One in twelve is open still; of those some wait at the desk or with the wijkregisseur. */
const FACTS = `
  with given as materialized (
    select g.*, p.buurt, p.lat, p.lon, p.cell, p.street, f.category, f.department, f.words,
      f.text || ' Bij paal ' || (g.n * 7919) % 5000 || '.' as text, ((g.n * 7919) % 5000)::text as rare,
      case when (g.n * 31) % 12 <> 0 then 'closed' when (g.n * 17) % 10 < 7 then 'assigned' else 'received' end as state
    from unnest($2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[], $6::bytea[], $7::uuid[], $8::uuid[])
      as g (n, id, at, hash, sealed, part, other)
    join bench_place p on p.i = (g.n * 7907) % ${PLACES}
    join bench_phrase f on f.i = (g.n * 13) % ${PHRASES.length})`;

const INSERTS = `${FACTS},
  s as (insert into signaal (gemeente, id, number, kind, source, channel, state, queue, owner_department_id, text,
      category_id, route_reason, place_kind, buurt_id, street, street_search, lat, lon, cell, outcome, answer_channel,
      code_hash, code_sealed, received_at, state_since, closed_at)
    select $1, id, n, 'report', case when n % 9 = 0 then 'entrepreneur' else 'resident' end,
      case when n % 4 = 0 then 'phone' else 'web' end, state,
      case when state = 'received' then (array['desk', 'wijkregisseur'])[1 + n % 2] else 'department' end, department, text,
      category, 'category_department', 'point', buurt, street, lower(street), lat, lon, cell,
      case when state = 'closed' then 'solved' end, 'none', hash, sealed, at, at + interval '2 days',
      case when state = 'closed' then at + interval '2 days' end from given),
  a as (insert into assignment (gemeente, id, signaal_id, sequence, department_id, state, offered_at, offered_by,
      executed_on, outcome, answer, state_since)
    select $1, part, id, 1, department, case when state = 'closed' then 'done' else 'offered' end, at, 'rule',
      case when state = 'closed' then (at + interval '2 days')::date end, case when state = 'closed' then 'solved' end,
      case when state = 'closed' then 'Het is gedaan.' end, at
    from given where state <> 'received'),
  f as (insert into feedback (gemeente, id, signaal_id, direction, kind, text, channel, created_at)
    select $1, other, id, 'to_reporter', 'outcome', 'Het is gedaan.', 'none', at + interval '2 days'
    from given where state = 'closed'),
  t as (insert into term (gemeente, id, kind, object_kind, object_id, started_at, due_at, state)
    select $1, other, 'assignment', 'assignment', part, at, at + interval '3 days', 'passed'
    from given where state = 'assigned')
  insert into signaal_word (gemeente, word, signaal_id)
    select $1, word, id from given, unnest(words || array['paal', rare]) as word order by word, id`;

interface Ground {
  readonly admin: pg.Client;
  readonly keyring: Keyring;
}

/** Fills a municipality with so many signalen of the last five years; the same rows in every run of one day. */
export const fillTenant = async (
  { admin, keyring }: Ground,
  gemeente: string,
  count: number,
  now: Date,
): Promise<void> => {
  await makePlaces(admin, gemeente);
  await makePhrases(admin, gemeente);
  const step = (YEARS * 365 * DAY) / count;
  for (let first = 1; first <= count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first + 1) }, (_, i) => first + i);
    const rows = numbers.map((n) => {
      const at = new Date(now.getTime() - Math.round((count - n + 1) * step));
      const id = idAt(at, n, 0);
      const code = codeOf(gemeente, n);
      const hash = blindIndex(keyring, gemeente, 'code', code);
      const sealed = seal(keyring, code, { gemeente, row: `signaal/${id}/code` });
      return { id, at, hash, sealed, part: idAt(at, n, 1), other: idAt(at, n, 2) };
    });
    const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
    await admin.query({
      name: 'bench-fill',
      text: INSERTS,
      values: [
        gemeente,
        numbers,
        column('id'),
        column('at'),
        column('hash'),
        column('sealed'),
        column('part'),
        column('other'),
      ],
    });
  }
  await admin.query('insert into signaal_number (gemeente, next) values ($1, $2)', [gemeente, count + 1]);
};

/** A code that nobody has: its letters are not those of a real one. */
const codeOf = (gemeente: string, n: number): string =>
  createHash('sha256').update(`${gemeente} ${n}`).digest('hex').slice(0, 12).toUpperCase();
