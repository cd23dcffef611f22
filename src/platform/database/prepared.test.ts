import { describe, expect, it } from 'vitest';
import { preparedNames } from './prepared.ts';

const SQL = 'select a.id from account a where a.gemeente = $1';

const asked = (names: ReturnType<typeof preparedNames>, sql: string, times: number): string | undefined => {
  let name: string | undefined;
  for (let n = 0; n < times; n += 1) name = names.of(sql);
  return name;
};

describe('the name of a statement', () => {
  it('is given from the third time on, one for each text, short enough for PostgreSQL', () => {
    const names = preparedNames();
    expect(asked(names, SQL, 2)).toBeUndefined();
    const name = names.of(SQL);
    expect(name).toMatch(/^[\w-]{43}$/);
    expect(names.of(SQL)).toBe(name);
    expect(asked(names, `${SQL} limit 1`, 3)).not.toBe(name);
  });

  it('is not given to a statement that reads all columns, for a migration would break its plan', () => {
    const names = preparedNames();
    expect(asked(names, 'select * from "signaal" where "gemeente" = $1', 5)).toBeUndefined();
    expect(asked(names, 'update "knot" set "state" = $1 returning *', 5)).toBeUndefined();
    expect(asked(names, 'select count(*) from knot', 5)).toBeDefined();
  });

  it('is given to a bounded number of statements, and texts that never come back push nothing out', () => {
    const names = preparedNames();
    const name = asked(names, SQL, 3);
    let given = 0;
    for (let n = 0; n < 2_000; n += 1) if (asked(names, `${SQL} limit ${n}`, 3)) given += 1;
    expect(given).toBe(599);
    expect(names.of(SQL)).toBe(name);
  });
});
