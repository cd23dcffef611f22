import { refusing } from '#platform/errors.ts';

/** Why a whole file, mapping or run is refused; why one row is, stands in `rules/row.ts`. */
export type ImportError =
  | 'import_file_missing'
  | 'import_file_empty'
  | 'import_file_unknown'
  | 'import_file_broken'
  | 'import_file_too_large'
  | 'import_row_too_long'
  | 'import_too_many_columns'
  | 'import_too_many_rows'
  | 'import_sheet_old'
  | 'import_sheet_broken'
  | 'import_sheet_too_large'
  | 'import_system_missing'
  | 'import_date_unmapped'
  | 'import_column_unknown'
  | 'import_zone_unknown'
  | 'import_mapping_broken'
  | 'import_mapping_unchosen'
  | 'import_mapping_elsewhere'
  | 'import_name_missing'
  | 'import_already_started'
  | 'import_ended';

/** Makes a refusal of an import. */
export const refuse = refusing<ImportError>();
