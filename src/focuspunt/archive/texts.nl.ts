export const nl = {
  'archive.focuspunt': 'Knelpunten, focuspunten, besluiten en plannen',
  'archive.focuspunt.start': 'blijft altijd',
  'archive.yearly_test': 'Jaartoetsen',
  'archive.yearly_test.start': 'blijft altijd',
} as const;
