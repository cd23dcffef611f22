import { refusing } from '#platform/errors.ts';

/** Why a change of subjects, rules, standard texts or partners is refused; each has its text in both languages. */
export type CatalogueError =
  | 'area_unknown'
  | 'body_missing'
  | 'day_impossible'
  | 'department_unknown'
  | 'ends_before_start'
  | 'explanation_missing'
  | 'main_has_subjects'
  | 'name_missing'
  | 'outcome_unknown'
  | 'parent_unknown'
  | 'phone_missing'
  | 'position_unreadable'
  | 'slug_taken'
  | 'slug_unreadable'
  | 'subject_unknown'
  | 'term_unreadable'
  | 'title_missing'
  | 'words_too_long';

/** Refuses with a code of the catalogue, at one field. */
export const refuseField = (field: string, code: CatalogueError) =>
  refusing<CatalogueError>()(code, { fields: { [field]: code } });
