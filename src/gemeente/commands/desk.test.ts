import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { seedSecondTown } from '#testing/demo/town.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { type DepartmentInput, saveDepartment } from './departments.ts';

let tw: TestWorld;
let gemeente: string;
let desk: DepartmentInput;

beforeAll(async () => {
  tw = await testWorld();
  gemeente = await seedSecondTown(tw.world, tw.urls.ownerUrl);
  const [row] = await asOwner<{ id: string; name: string }>(
    tw.urls,
    gemeente,
    `select id, name from department where kind = 'desk'`,
  );
  desk = {
    id: row?.id ?? '',
    name: row?.name ?? '',
    kind: 'desk',
    publicContact: null,
    validFrom: '2014-01-01',
    validTo: null,
  };
});
afterAll(() => tw.close());

const save = (change: Partial<DepartmentInput>) =>
  execute(tw.world, gemeente, operatorPrincipal, saveDepartment, { ...desk, ...change });

it('keeps the last desk: without it a signaal could lack an owner', async () => {
  await expect(save({ kind: 'vakafdeling' })).rejects.toMatchObject({ code: 'desk_needed' });
  await expect(save({ validTo: '2017-01-01' })).rejects.toMatchObject({ code: 'desk_needed' });
  await save({ name: 'Klantcontact' });
});

it('lets a desk go when another has taken its place', async () => {
  await save({ id: null, name: 'Nieuwe balie', validFrom: '2016-01-01' });
  await save({ kind: 'vakafdeling' });
  const rows = await asOwner(tw.urls, gemeente, `select name from department where kind = 'desk'`);
  expect(rows).toEqual([{ name: 'Nieuwe balie' }]);
});
