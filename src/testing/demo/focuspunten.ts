/** A focuspunt as the table of March 2016 prints it (rapport L530-554), with the short name people use. */
export interface PrintedFocuspunt {
  readonly area: string;
  readonly name: string;
  /** As printed. */
  readonly title: string;
  readonly origin: 'problem' | 'chance' | 'initiative';
  /** Group of the demo's subjects it belongs to. */
  readonly theme: string;
  readonly lines: string;
}

/** The twelve, in the order of the table. As printed none shows an indicator, a baseline or an end date (product.md A5). */
export const printedFocuspunten: readonly PrintedFocuspunt[] = [
  {
    area: 'Oosterheem',
    name: 'Jeugd in Oosterheem',
    title:
      'Stimuleren van en bijdragen aan een integrale aanpak van problematiek en zorgen rondom jeugd en jongeren in Oosterheem',
    origin: 'problem',
    theme: 'Samenleven',
    lines: 'L532-533',
  },
  {
    area: 'Oosterheem',
    name: 'Schoon, heel en veilig Oosterheem',
    title: 'Een schoon, heel, veilig en aantrekkelijk centrumgebied van Oosterheem',
    origin: 'problem',
    theme: 'Afval',
    lines: 'L534',
  },
  {
    area: 'Rokkeveen',
    name: 'Ouderen in Rokkeveen',
    title: 'Aanpak vereenzaming en de rol en positie van ouderen in Rokkeveen',
    origin: 'problem',
    theme: 'Samenleven',
    lines: 'L536',
  },
  {
    area: 'Meerzicht',
    name: 'Winkelcentrum Meerzicht',
    title: 'Innovatie, verbinding en maatschappelijk ondernemen in en rondom het winkelcentrum Meerzicht',
    origin: 'chance',
    theme: 'Afval',
    lines: 'L538',
  },
  {
    area: 'Centrum',
    name: 'Scholencluster Van Doornenplantsoen',
    title:
      'Integrale aanpak zorg-, onderwijs- en veiligheidspartners rondom het scholencluster aan het Van Doornenplantsoen',
    origin: 'problem',
    theme: 'Samenleven',
    lines: 'L540-541',
  },
  {
    area: 'Centrum',
    name: 'Hoogbouw Palenstein',
    title: 'Samenwerken aan het verder verbeteren van de leefbaarheid rondom de hoogbouw in Palenstein',
    origin: 'problem',
    theme: 'Verlichting',
    lines: 'L542',
  },
  {
    area: 'Centrum',
    name: 'Dorpsstraat',
    title:
      'Samenwerking rondom het verbeteren van de beeldkwaliteit en het authentieke karakter van de Dorpsstraat',
    origin: 'problem',
    theme: 'Wegen en stoepen',
    lines: 'L543-544',
  },
  {
    area: 'Buytenwegh De Leyens',
    name: 'Cesar Franckrode',
    title: 'Verstevigen van integrale aanpak wijkpartners, gemeente en bewoners rondom de Cesar Franckrode',
    origin: 'problem',
    theme: 'Wegen en stoepen',
    lines: 'L546-547',
  },
  {
    area: 'Buytenwegh De Leyens',
    name: 'De kracht van Groen',
    title: 'Ondersteuning bewonersinitiatief ‘De kracht van Groen Zoetermeer’ in de Leyens',
    origin: 'initiative',
    theme: 'Groen en water',
    lines: 'L548',
  },
  {
    area: 'Buytenwegh De Leyens',
    name: 'Cohesie en imago Buytenwegh',
    title: 'Stimuleren van sociale cohesie in en een positief imago van Buytenwegh',
    origin: 'chance',
    theme: 'Samenleven',
    lines: 'L549',
  },
  {
    area: 'Noordhove Seghwaert',
    name: 'De Uitdaging en De Perenboomgaard',
    title:
      'Verstevigen bewonersparticipatie in Seghwaert: faciliteren en verbinden bij project ‘De Uitdaging’ (fonds 1818) en bewonersinitiatief ‘De Perenboomgaard’',
    origin: 'initiative',
    theme: 'Groen en water',
    lines: 'L551-552',
  },
  {
    area: 'Noordhove Seghwaert',
    name: 'Sociale problematiek Noordhove en Seghwaert',
    title:
      'Aanpak sociale problematiek in Noordhove en Seghwaert: verbeteren samenwerking en versterken integrale aanpak van zorg- en veiligheidspartners in de wijk',
    origin: 'problem',
    theme: 'Samenleven',
    lines: 'L553-554',
  },
];

/** The traceable budgets of wijkgericht werken in whole euros (rapport L386-403); the year is not stated there. */
export const printedBudget = {
  lines: [
    { label: 'Personeel: wijkposten', euro: 349_190 },
    { label: 'Personeel: wijkzorgnetwerken', euro: 548_603 },
    { label: 'Personeel: wijkmanagers', euro: 203_000 },
    { label: 'Personeel: stadsmarshall', euro: 98_587 },
    { label: 'Personeel: wijkhandhavers', euro: 494_072 },
    { label: 'Activiteiten: wijkposten', euro: 345_855 },
    { label: 'Activiteiten: wijkzorgnetwerken', euro: 100_000 },
    { label: 'Activiteiten: inwonerbudgetten', euro: 106_581 },
    { label: 'Activiteiten: wijkactivering overig', euro: 665_401 },
    { label: 'Activiteiten: wijkactivering Palenstein Leeft', euro: 47_179 },
    { label: 'Activiteiten: wijkaanpak jongerengroepen', euro: 41_232 },
  ],
  /** What the text says of the sum (rapport L380); the two tables add up to 2,999,700 (product.md T1). */
  printedTotal: 'ruim 3 miljoen euro',
  printedEuro: 3_000_000,
} as const;
