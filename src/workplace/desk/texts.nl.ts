/** What a desk worker reads beside the form: the wijk today, and what came of the desk's own work. */
export const nl = {
  'memory.title': 'Vandaag in de wijk',
  'memory.none': 'Voor vandaag staat er niets bijzonders.',
  'memory.rondgang': 'Rondgang',
  'memory.closed_street': 'Straat dicht',
  'memory.whom_to_call': 'Wie te bellen',
  'memory.calls': 'Wie te bellen, per gebied',
  'memory.sensitive': 'Ligt gevoelig',
  'memory.who_does_what': 'Wie doet wat',
  'memory.note': 'Goed om te weten',
  'brought.title': 'Wat uw meldingen opleverden',
  'brought.none': 'In de afgelopen 30 dagen is nog niets afgerond.',
  'brought.knelpunt': '{count} meldingen van uw balie staan nu in het knelpunt “{title}”.',
  'brought.knelpunt.one': 'Eén melding van uw balie staat nu in het knelpunt “{title}”.',
  'brought.focuspunt': 'Het werd een focuspunt: {title}',
  'brought.no_subject': 'Onderwerp nog niet bekend',
} as const;
