export const nl = {
  'archive.wijk_memory': 'Wijkgeheugen met een einddatum',
  'archive.wijk_memory.start': 'op de laatste dag ervan',
  'archive.wijkteam_member': 'Wijkteams: organisatie en functie',
  'archive.wijkteam_member.start': 'blijft altijd',
  'setting.archive.years.wijk_memory': 'Jaren: wijkgeheugen',
} as const;
