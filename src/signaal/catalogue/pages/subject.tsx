import { z } from 'zod';
import {
  areasOf,
  dayIn,
  departments,
  endAfter,
  lastDayOf,
  type Mistakes,
  noMistakes,
  optionalDayIn,
  storedFields,
  type Typed,
  typedFields,
} from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { saveCategory } from '../categories.ts';
import { type CategoryInput, categoryInput, type RuleInput, ruleInput } from '../inputs.ts';
import { allCategories, type CategoryRow, changesOf, rulesOf } from '../read.ts';
import { endRoutingRule, saveRoutingRule } from '../routing-rules.ts';
import { slugFor } from '../slug.ts';
import { formSchema, save } from '../web/attempt.ts';
import { type Editor, editorPage, editorRoutes, idParam, type Loaded, policy } from '../web/editor.tsx';
import { termFields, termIn } from '../web/term-fields.tsx';
import { RULE_FIELDS, Rules, ruleValues, SUBJECTS } from './rules.tsx';
import { type SubjectExtra, SubjectFields } from './subject-fields.tsx';

const STANDARD_TERM = '5 workday';
/** Without a name there is nothing to propose; only the missing name is then a mistake. */
const proposedSlug = (name: string): string => (name.trim() === '' ? 'naamloos' : slugFor(name));

const load = async (rq: Rq, db: TenantDb, id: string | null): Promise<Loaded<SubjectExtra>> => {
  const today = isoDate(rq.now);
  const all = await allCategories(db, rq.gemeente);
  const subject = id === null ? null : (all.find((row) => row.id === id) ?? null);
  if (id !== null && !subject) throw notFound();
  const isMain = subject ? subject.parentId === null : rq.url.searchParams.get('soort') === 'hoofd';
  const known = isMain ? [] : await departments(db, rq.gemeente, today);
  const rules = id === null || isMain ? [] : await rulesOf(db, rq.gemeente, id);
  const areas = id === null || isMain ? [] : await areasOf(db, rq.gemeente, today);
  const changes = id === null ? [] : await changesOf(db, rq.gemeente, ['category', 'routing_rule'], id);
  const mains = all.filter((row) => row.parentId === null);
  return {
    typed: storedFields(subject ? subjectFields(subject) : newFields(rq, today)),
    extra: {
      isMain,
      subject,
      mains,
      departments: keepingGone(known, subject),
      areas: areas.map(({ id: areaId, name, divisionName }) => ({
        id: areaId,
        name,
        division: divisionName,
      })),
      rules,
    },
    changes,
    names: new Map([...known, ...areas, ...mains].map((row) => [row.id, row.name])),
  };
};

/** The department that a subject has stays a choice after its end, so that saving the form does not take it away. */
const keepingGone = (known: SubjectExtra['departments'], subject: CategoryRow | null) => {
  if (!subject?.departmentId || known.some(({ id }) => id === subject.departmentId)) return known;
  const gone = { id: subject.departmentId, name: subject.departmentName ?? '', publicContact: null };
  return [...known, { ...gone, kind: 'vakafdeling' as const, validFrom: subject.validFrom, validTo: null }];
};

const newFields = (rq: Rq, today: string) => ({
  parentId: rq.url.searchParams.get('onder') ?? '',
  validFrom: today,
  ...termFields(STANDARD_TERM),
});

const subjectFields = (row: CategoryRow) => ({
  name: row.name,
  nameEn: row.nameEn,
  parentId: row.parentId,
  slug: row.slug,
  description: row.description,
  keywords: row.keywords,
  departmentId: row.departmentId,
  ...termFields(row.handlingTerm),
  complex: row.complex ? 'on' : '',
  sensitive: row.sensitive ? 'on' : '',
  crowd: row.crowd ? 'on' : '',
  validFrom: row.validFrom,
  validTo: lastDayOf(row.validTo),
});

const editor: Editor<CategoryInput, SubjectExtra> = {
  base: SUBJECTS,
  noun: 'subject',
  title: 'name',
  schema: categoryInput,
  command: saveCategory,
  load,
  fields: (rq, typed, mistakes, extra) => (
    <SubjectFields rq={rq} typed={typed} mistakes={mistakes} extra={extra} />
  ),
  values: (typed) => {
    const isMain = typed.text('soort') === 'hoofd';
    return {
      parentId: isMain ? null : typed.text('parentId'),
      slug: typed.text('slug').trim() || proposedSlug(typed.text('name')),
      name: typed.text('name'),
      nameEn: typed.text('nameEn'),
      description: typed.text('description'),
      keywords: typed.text('keywords'),
      departmentId: typed.text('departmentId') || null,
      handlingTerm: isMain ? STANDARD_TERM : termIn(typed),
      complex: typed.text('complex') === 'on',
      sensitive: typed.text('sensitive') === 'on',
      crowd: typed.text('crowd') === 'on',
      validFrom: dayIn(typed, 'validFrom'),
      validTo: endAfter(optionalDayIn(typed, 'validTo')),
    };
  },
  more: (rq, extra) => {
    const typed = storedFields({ ruleFrom: isoDate(rq.now) });
    return <SubjectRules rq={rq} extra={extra} typed={typed} mistakes={noMistakes} />;
  },
};

interface SubjectRulesProps {
  rq: Rq;
  extra: SubjectExtra;
  typed: Typed;
  mistakes: Mistakes;
}

const SubjectRules = (props: SubjectRulesProps) =>
  props.extra.subject && !props.extra.isMain ? <Rules {...props} subjectId={props.extra.subject.id} /> : null;

const addRule = defineRoute({
  method: 'POST',
  path: `${SUBJECTS}/:id/regels`,
  policy,
  params: idParam,
  form: formSchema(ruleValues, ruleInput.omit({ categoryId: true })),
  handle: async (rq, { params: { id }, form }) => {
    const run = (rule: Omit<RuleInput, 'categoryId'>) => rq.run(saveRoutingRule, { ...rule, categoryId: id });
    const saved = await save(rq, form, run, RULE_FIELDS);
    if (saved.ok) return rq.redirect(`${SUBJECTS}/${id}?opgeslagen=ja`);
    const loaded = await rq.read((db) => load(rq, db, id));
    const { mistakes } = saved;
    const typed = typedFields(form.raw);
    const withRule: typeof editor = {
      ...editor,
      more: (_rq, extra) => <SubjectRules rq={rq} extra={extra} typed={typed} mistakes={mistakes} />,
    };
    return rq.page(editorPage(withRule, rq, id, loaded, mistakes));
  },
});

const ending = z.object({ area: z.uuid(), from: z.iso.date() });

const endRule = defineRoute({
  method: 'POST',
  path: `${SUBJECTS}/:id/regels/einde`,
  policy,
  params: idParam,
  form: ending,
  handle: async (rq, { params: { id }, form }) => {
    // Both values stand in hidden fields: whoever changes them by hand finds nothing here.
    if (!form.ok) throw notFound();
    await rq.run(endRoutingRule, { categoryId: id, areaId: form.value.area, from: form.value.from });
    return rq.redirect(`${SUBJECTS}/${id}?opgeslagen=ja`);
  },
});

/** Adding and changing main categories and subjects, with their rules. */
export const subjectRoutes: readonly Route[] = [...editorRoutes(editor), addRule, endRule];
