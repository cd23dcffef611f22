export const nl = {
  'archive.knot': 'Knopen met hun besluiten',
  'archive.knot.start': 'als de knoop is doorgehakt, uitgevoerd of vervallen',
  'archive.alderman_agenda': 'Agenda van de wijkwethouder',
  'archive.alderman_agenda.start': 'als het punt is besproken',
  'archive.late_stack': 'Weekstapels van de afdelingen',
  'archive.late_stack.start': 'als de afdeling heeft geantwoord',
  'archive.mandate': 'Mandaten, en bewonersgroepen met hun thuisafdeling',
  'archive.mandate.start': 'blijft altijd',
  'setting.archive.years.knot': 'Jaren: knopen',
  'setting.archive.years.alderman_agenda': 'Jaren: agenda van de wijkwethouder',
  'setting.archive.years.late_stack': 'Jaren: weekstapels',
} as const;
