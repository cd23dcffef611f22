import type { DemoDocument } from './council.ts';

/** Whole euros as the report prints them. */
const LINES = 'Personeel € 1.693.452 en activiteiten € 1.306.248';

/**
 * The figures of product.md A5 that belong to no focuspunt, as papers of the register: each with its lines in the report, and
 * what we reckoned ourselves said to be so. The report itself carries no day and no year of its money.
 */
export const figurePapers: readonly DemoDocument[] = [
  {
    kind: 'other',
    title: 'Omnibusenquête 2015: samenspraak',
    dated: { on: '2015-01-01', precision: 'year' },
    status: 'for_information',
    summary:
      'Van de bewoners kent 87% een vorm van wijk- of buurtsamenspraak en 57% meerdere vormen; 29% deed mee; 16% kent het wijk-aan-zetbudget. Hoeveel mensen antwoordden en met welke marge, staat er niet bij.',
    source: 'rapport L596-602',
  },
  {
    kind: 'other',
    title: 'Overzicht van de traceerbare budgetten voor wijkgericht werken',
    dated: { on: '2016-01-01', precision: 'year' },
    status: 'for_information',
    summary: `Peiljaar onbekend. ${LINES}: samen € 2.999.700, in de tekst “ruim 3 miljoen euro”. Wijkposten € 695.045 (tekst: € 700.000) en wijkzorgnetwerken € 648.603 (tekst: ongeveer € 650.000). Het wijk-aan-zetbudget ging van drie ton naar één ton; de jaren staan er niet bij. Zelf berekend: € 24,33 per inwoner, voor wijk-aan-zet € 0,86 per inwoner, en bij € 1.000 per keer hoogstens 106 toekenningen per jaar.`,
    source: 'rapport L375-403; het jaar van dit stuk is verzonnen',
  },
  {
    kind: 'other',
    title: 'Wijkgericht werken in cijfers',
    dated: { on: '2016-01-01', precision: 'year' },
    status: 'for_information',
    summary:
      '3 wijkregisseurs (eerder 6) met 44.600, 42.700 en 36.000 inwoners, ongeveer 40.000 per wijkregisseur. 6 wijkposten, 4 tot 5 dagen per week open. Het wijkteam overlegt 5 tot 6 keer per jaar, met hoogstens ongeveer 30 mensen. Elke twee maanden een rondgang. 80 tot 100 partners in het wijkzorgnetwerk. Plaatsing aan de balie: 3 maanden. Een wijkontwikkelingsplan geldt 4 jaar. Zelf berekend, per wijkregisseur: 2 wijkteamgebieden, 10 tot 12 overleggen, 12 rondgangen, en 5, 3 en 4 focuspunten.',
    source:
      'rapport L219-222, L283, L314, L338, L530-554, L739, L779, L875-878, L990, L1175; het jaar van dit stuk is verzonnen',
  },
];
