import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** A main category (without parent) or a subject, with the name of its department. */
export interface CategoryRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly description: string | null;
  readonly keywords: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly handlingTerm: string;
  readonly complex: boolean;
  readonly sensitive: boolean;
  readonly crowd: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const CATEGORIES = `
  select c.id, c.parent_id as "parentId", c.slug, c.name, c.name_en as "nameEn", c.description, c.keywords,
    c.department_id as "departmentId", d.name as "departmentName", c.handling_term as "handlingTerm",
    c.complex, c.sensitive, c.crowd, c.valid_from as "validFrom", c.valid_to as "validTo"
  from category c
  left join department d on d.gemeente = c.gemeente and d.id = c.department_id
  where c.gemeente = $1
  order by c.name collate "nl-x-icu", c.valid_from, c.id limit 1000`;

/** All categories of all times by name; at most 1,000. */
export const allCategories = (db: TenantDb, gemeente: string): Promise<CategoryRow[]> =>
  runSql<CategoryRow>(db, CATEGORIES, [gemeente]);

/** A rule of one subject, with names. */
export interface RuleRow {
  readonly id: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly divisionName: string;
  readonly departmentName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const RULES = `
  select r.id, r.area_id as "areaId", a.name as "areaName", v.name as "divisionName", d.name as "departmentName",
    r.valid_from as "validFrom", r.valid_to as "validTo"
  from routing_rule r
  join area a on a.gemeente = r.gemeente and a.id = r.area_id
  join division v on v.gemeente = a.gemeente and v.id = a.division_id
  join department d on d.gemeente = r.gemeente and d.id = r.department_id
  where r.gemeente = $1 and r.category_id = $2
  order by v.name, a.name collate "nl-x-icu", r.valid_from desc, r.id limit 500`;

/** The rules of a subject, also those that ended; at most 500, by area, newest first. */
export const rulesOf = (db: TenantDb, gemeente: string, categoryId: string): Promise<RuleRow[]> =>
  runSql<RuleRow>(db, RULES, [gemeente, categoryId]);

/** A standard text with the name of its subject; without one it is offered for all. */
export interface StandardTextRow {
  readonly id: string;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly outcome: string;
  readonly title: string;
  readonly body: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const STANDARD_TEXTS = `
  select s.id, s.category_id as "categoryId", c.name as "categoryName", s.outcome, s.title, s.body,
    s.valid_from as "validFrom", s.valid_to as "validTo"
  from standard_text s
  left join category c on c.gemeente = s.gemeente and c.id = s.category_id
  where s.gemeente = $1
  order by s.outcome, s.title collate "nl-x-icu", s.id limit 500`;

/** All standard texts of all times, by outcome and title; at most 500. */
export const standardTexts = (db: TenantDb, gemeente: string): Promise<StandardTextRow[]> =>
  runSql<StandardTextRow>(db, STANDARD_TEXTS, [gemeente]);

/** A partner of the referral card. */
export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly explanation: string;
  readonly position: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const PARTNERS = `
  select id, name, phone, explanation, position, valid_from as "validFrom", valid_to as "validTo"
  from referral_partner where gemeente = $1 order by position, name, id limit 200`;

/** All partners of all times in the order of the card; at most 200. */
export const referralPartners = (db: TenantDb, gemeente: string): Promise<PartnerRow[]> =>
  runSql<PartnerRow>(db, PARTNERS, [gemeente]);

/** One change of an object, with the name of who made it. */
export interface ChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: 'resident' | 'staff' | 'system' | 'operator';
  readonly actorName: string | null;
  readonly noun: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const CHANGES = `
  select h.id, h.at, h.actor_kind as "actorKind", a.name as "actorName", h.noun, h.action, h.before, h.after
  from history h
  left join account a on a.gemeente = h.gemeente and a.id = h.actor_id
  where h.gemeente = $1 and h.noun = any ($2::text[]) and h.object_id = $3
  order by h.at desc, h.id desc limit 30`;

/** The latest changes of one object, newest first; at most 30. */
export const changesOf = (
  db: TenantDb,
  gemeente: string,
  nouns: readonly string[],
  objectId: string,
): Promise<ChangeRow[]> => runSql<ChangeRow>(db, CHANGES, [gemeente, [...nouns], objectId]);
