/** Who is heard, and by which way: the words, in Dutch. */
export const nl = {
  title: 'Wie laat van zich horen',
  lead: 'Horen we veel mensen, of steeds dezelfde groep? Hier staat wie er sprak, hoe het binnenkwam en in welke wijk.',
  filter: 'Kies waarover',
  area: 'Wijk',
  'area.all': 'hele gemeente',
  period: 'Periode',
  'period.year': 'de laatste twaalf maanden',
  'period.quarter': 'de laatste drie maanden',
  'period.before': 'de twaalf maanden daarvoor',
  show: 'Toon',
  reset: 'Hele gemeente, twaalf maanden',
  total: '{count} stemmen in {area}, van {from} tot en met {until}.',
  'total.few': 'Te weinig stemmen om te tonen in {area}, van {from} tot en met {until}.',
  'total.none': 'Nog geen stemmen in {area}, van {from} tot en met {until}.',
  joined: 'Daarvan sloten {count} zich aan bij een melding die er al was.',
  'joined.few': 'Een enkele stem sloot zich aan bij een melding die er al was.',
  patterns:
    'Het zorgnetwerk gaf {count} patronen door die zijn aangenomen. Die gaan over groepen en tellen apart.',
  'patterns.one':
    'Het zorgnetwerk gaf één patroon door dat is aangenomen. Dat gaat over een groep en telt apart.',
  who: 'Wie sprak',
  how: 'Hoe het binnenkwam',
  where: 'Per wijk',
  count: 'Stemmen',
  share: 'Deel',
  wijk: 'Wijk',
  hidden: 'te weinig om te tonen',
  counted: 'Hoe geteld',
  'counted.text':
    'Wij tellen stemmen, geen mensen: wie drie keer iets vertelt, telt drie keer. Klachten over hoe iemand is behandeld tellen niet mee, en ook meldingen zonder plek in een buurt niet. Aantallen onder {least} laten wij niet zien, en zo nodig nog een aantal, zodat niemand ze kan uitrekenen. Meer stemmen uit een wijk kan ook betekenen dat mensen daar meer vertrouwen hebben dat het helpt.',
  source: 'Bron: alle meldingen in dit systeem, geteld op {date}.',
} as const;
