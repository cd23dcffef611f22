import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departments } from '#gemeente/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { seedSecondTown } from '#testing/demo/town.ts';
import { makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { importCategories } from './import-categories.ts';
import { correctLookAlikes } from './letters.ts';
import { termIn } from './signalen-file.ts';

const GEMEENTE = 'GM0106';
const subject = (change: Record<string, unknown> = {}) => ({
  name: 'Boom',
  parent: 'Groen',
  parent_slug: 'groen',
  description: 'Meldingen die gaan over zieke bomen. NIET: struiken.',
  handling_message: 'Wij proberen dit binnen 5 werkdagen op te pakken.',
  departments: ['Klant Contact Centrum (KCC)', 'Groenbeheer (GB)', 'Buitendienst (BD)'],
  ...change,
});

describe('importing the categories of Signalen', () => {
  let test: TestWorld;
  beforeAll(async () => {
    test = await testWorld();
    await seedSecondTown(test.world, test.urls.ownerUrl);
    await makeTenant(test, 'GM9999', 'Leeg');
  });
  afterAll(() => test.close());

  const run = (rows: unknown, options = {}) =>
    importCategories(test.world, GEMEENTE, typeof rows === 'string' ? rows : JSON.stringify(rows), options);
  const known = () =>
    tenantTransaction(test.world.pool, GEMEENTE, (db) => departments(db, GEMEENTE, '2016-03-07'));
  const stored = () =>
    asOwner<{ slug: string; name: string; keywords: string; owner: string | null; handling_term: string }>(
      test.urls,
      GEMEENTE,
      `select c.slug, c.name, c.keywords, d.name as owner, c.handling_term from category c
       left join department d on d.gemeente = c.gemeente and d.id = c.department_id
       where c.gemeente = $1 order by c.id`,
      [GEMEENTE],
    );
  const historyLength = async () => {
    const rows = await asOwner(test.urls, GEMEENTE, 'select id from history where gemeente = $1', [GEMEENTE]);
    return rows.length;
  };

  it.each([
    ['{ broken', 'not_json'],
    ['[]', 'no_subjects'],
    ['{}', 'no_subjects'],
    ['{"boom": {"name": 7}}', 'no_subjects'],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`s-${n}`, subject()]))),
      'too_many_subjects',
    ],
  ])('refuses a file that it cannot use: %.20s', async (text, problem) => {
    expect((await run(text)).problem).toBe(problem);
    expect(await stored()).toEqual([]);
  });

  it('tells what it would do, and does nothing', async () => {
    const before = await historyLength();
    const report = await run({ boom: subject(), slecht: { name: '' } }, { dryRun: true });
    expect(report).toMatchObject({ added: 2, mains: 1, subjects: 1, departments: 3, unreadable: ['slecht'] });
    expect(report.departmentsMade).toEqual(['Groenbeheer (GB)', 'Buitendienst (BD)']);
    expect(await historyLength()).toBe(before);
  });

  it('gives a subject the first department that does the work, and knows the desk by another spelling', async () => {
    const report = await run({ boom: subject() });
    expect(report.rows[1]).toMatchObject({ department: 'Groenbeheer (GB)', named: 3, term: '5 workday' });
    const names = (await known()).map(({ name }) => name);
    expect(names).toContain('Klantcontactcentrum');
    expect(names).not.toContain('Klant Contact Centrum (KCC)');
    expect((await stored())[1]).toEqual({
      slug: 'boom',
      name: 'Boom',
      keywords: 'zieke bomen',
      owner: 'Groenbeheer (GB)',
      handling_term: '5 workday',
    });
  });

  it('changes nothing the second time', async () => {
    const [rows, length] = [await stored(), await historyLength()];
    const report = await run({ boom: subject() });
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 2, departmentsMade: [] });
    expect(await stored()).toEqual(rows);
    expect(await historyLength()).toBe(length);
  });

  it('takes over what the file changed, and leaves what the administrator chose from the same list', async () => {
    const chosen = (await known()).find(({ name }) => name === 'Buitendienst (BD)')?.id;
    await asOwner(
      test.urls,
      GEMEENTE,
      `update category set department_id = $2, keywords = 'eik' where gemeente = $1 and slug = 'boom'`,
      [GEMEENTE, chosen],
    );
    const report = await run({ boom: subject({ handling_message: 'binnen 2 weken', name: 'Bomen' }) });
    expect(report.rows[1]).toMatchObject({ act: 'change', changes: ['name', 'term'] });
    expect((await stored())[1]).toMatchObject({
      name: 'Bomen',
      owner: 'Buitendienst (BD)',
      keywords: 'eik',
      handling_term: '2 week',
    });
  });

  it('says where only contact roles are named, where no term is promised, and where a slug is taken', async () => {
    const report = await run({
      groen: subject({
        name: 'Groen',
        handling_message: 'Wij doen ons best.',
        departments: ['Klant Contact Centrum (KCC)', 'Wijkcontactpersoon (WCp)'],
      }),
    });
    expect(report.rows[1]).toMatchObject({
      slug: 'groen-groen',
      department: null,
      term: '5 workday',
      remarks: ['no_term', 'no_department', 'slug_changed'],
    });
    expect((await known()).find(({ name }) => name.startsWith('Wijkcontact'))?.kind).toBe('wijkregie');
  });

  describe.skipIf(!hasSharedData)('of Assen', () => {
    const tree = () => readSharedData('meldingen/assen-categorieen-signalen.json');
    const runAssen = () => importCategories(test.world, 'GM9999', tree());

    it('brings 58 subjects in 8 main categories and 19 departments', async () => {
      const report = await runAssen();
      expect(report).toMatchObject({ problem: null, mains: 8, subjects: 58, added: 66, departments: 19 });
      expect(report.departmentsMade).toHaveLength(19);
      expect(report.unreadable).toEqual([]);
      const subjects = report.rows.filter(({ main }) => !main);
      expect(subjects.filter(({ department }) => department === null)).toEqual([]);
      const terms = Object.entries(Object.groupBy(subjects, ({ term }) => term)).map(([term, rows]) => [
        term,
        rows?.length,
      ]);
      expect(Object.fromEntries(terms)).toEqual({ '1 workday': 9, '2 workday': 1, '5 workday': 48 });
      expect(subjects.find(({ slug }) => slug === 'boom')?.department).toBe('Buitendienst Groen (BGr)');
      expect(subjects.find(({ name }) => name === 'overig')?.slug).toBe('overig-overig');
    });

    it('warns about the Cyrillic letter in one department, and writes it in Latin', async () => {
      const report = await runAssen();
      expect(report.lookAlikes).toEqual([{ name: 'Wijkcoördinator (WCo)', letters: ['ӧ (U+04E7)'] }]);
      expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 66, departmentsMade: [] });
    });
  });
});

it('corrects words that mix scripts only', () => {
  expect(correctLookAlikes('Wijkcoӧrdinator')).toEqual({
    text: 'Wijkcoördinator',
    letters: ['ӧ (U+04E7)'],
  });
  expect(correctLookAlikes('Coördinator Groen').letters).toEqual([]);
  expect(correctLookAlikes('Привет')).toEqual({ text: 'Привет', letters: [] });
});

it.each([
  ['binnen 1 werkdag', '1 workday'],
  ['Wij komen BINNEN 10 dagen.', '10 day'],
  ['binnen 3 weken', '3 week'],
  ['binnen 24 uur', '24 hour'],
  ['binnen 0 dagen', null],
  ['zo snel mogelijk', null],
])('reads the term in "%s"', (message, term) => {
  expect(termIn(message)).toBe(term);
});
