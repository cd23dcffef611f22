export const nl = {
  'archive.technical_question': 'Technische vragen van raadsleden',
  'archive.technical_question.start': 'als de vraag is beantwoord',
  'archive.council_register': 'Register van de raad: stukken, moties en toezeggingen',
  'archive.council_register.start': 'blijft altijd',
  'setting.archive.years.technical_question': 'Jaren: technische vragen',
} as const;
