import type { RoleId } from '#people/index.ts';

/** An invented person of the demo municipality; department, wijk and portfolio by the names of the demo town. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  readonly department?: string;
  readonly wijk?: string;
  readonly portfolio?: string;
  /** E-mail of the person for whom this one acts. */
  readonly onBehalfOf?: string;
}

const at = (name: string): string => `${name}@zoetermeer.voorbeeld`;
const ENFORCEMENT = 'Veiligheid, Vergunningen en Handhaving';

/** All of them invented; every role of the report that signs in has at least one. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Bea Balie', email: at('bea.balie'), role: 'desk_worker', department: 'Publieksplein' },
  { name: 'Bilal Balie', email: at('bilal.balie'), role: 'desk_worker', department: 'Publieksplein' },
  { name: 'Petra Plein', email: at('petra.plein'), role: 'desk_manager', department: 'Publieksplein' },
  {
    name: 'Wies Regie',
    email: at('wies.regie'),
    role: 'wijkregisseur',
    department: 'Samenleving',
    portfolio: 'A',
  },
  {
    name: 'Wout Regie',
    email: at('wout.regie'),
    role: 'wijkregisseur',
    department: 'Samenleving',
    portfolio: 'B',
  },
  {
    name: 'Wanda Regie',
    email: at('wanda.regie'),
    role: 'wijkregisseur',
    department: 'Samenleving',
    portfolio: 'C',
  },
  {
    name: 'Ad Steun',
    email: at('ad.steun'),
    role: 'support_officer',
    department: 'Samenleving',
    portfolio: 'C',
    onBehalfOf: at('wanda.regie'),
  },
  { name: 'Tina Team', email: at('tina.team'), role: 'team_manager', department: 'Samenleving' },
  { name: 'Nico Netwerk', email: at('nico.netwerk'), role: 'network_manager', department: 'Samenleving' },
  {
    name: 'Anouk Aanjager',
    email: at('anouk.aanjager'),
    role: 'participation_coach',
    department: 'Samenleving',
  },
  { name: 'Gerda Groen', email: at('gerda.groen'), role: 'department_worker', department: 'Groen' },
  { name: 'Henk Hoofd', email: at('henk.hoofd'), role: 'department_head', department: 'Groen' },
  {
    name: 'Willem Wegen',
    email: at('willem.wegen'),
    role: 'department_worker',
    department: 'Wegen en verkeer',
  },
  { name: 'Hanna Hoofd', email: at('hanna.hoofd'), role: 'department_head', department: 'Wegen en verkeer' },
  {
    name: 'Aicha Afval',
    email: at('aicha.afval'),
    role: 'department_worker',
    department: 'Afval en reiniging',
  },
  { name: 'Lars Licht', email: at('lars.licht'), role: 'department_worker', department: 'Verlichting' },
  { name: 'Wanja Water', email: at('wanja.water'), role: 'department_worker', department: 'Water' },
  { name: 'Vera Veilig', email: at('vera.veilig'), role: 'department_worker', department: ENFORCEMENT },
  {
    name: 'Bart Beheer',
    email: at('bart.beheer'),
    role: 'public_space_manager',
    department: 'Stadsbeheer',
    wijk: 'Palenstein',
  },
  {
    name: 'Sam Stad',
    email: at('sam.stad'),
    role: 'stadsmarshall',
    department: 'Samenleving',
    wijk: 'Buytenwegh',
  },
  {
    name: 'Hugo Handhaver',
    email: at('hugo.handhaver'),
    role: 'enforcement_officer',
    department: ENFORCEMENT,
    wijk: 'Meerzicht',
  },
  { name: 'Paula Proces', email: at('paula.proces'), role: 'process_guard' },
  {
    name: 'Karin Klacht',
    email: at('karin.klacht'),
    role: 'complaints_coordinator',
    department: 'Klachtencoördinatie',
  },
  { name: 'Dirk Directie', email: at('dirk.directie'), role: 'director', department: 'Stadsbeheer' },
  { name: 'Sacha Secretaris', email: at('sacha.secretaris'), role: 'municipal_secretary' },
  { name: 'Burcu Burgemeester', email: at('burcu.burgemeester'), role: 'mayor' },
  { name: 'Willy Wethouder', email: at('willy.wethouder'), role: 'wijk_wethouder', portfolio: 'C' },
  { name: 'Pim Portefeuille', email: at('pim.portefeuille'), role: 'portfolio_holder', department: 'Groen' },
  { name: 'Coby College', email: at('coby.college'), role: 'college' },
  { name: 'Rik Raadslid', email: at('rik.raadslid'), role: 'councillor' },
  { name: 'Ria Raad', email: at('ria.raad'), role: 'raad' },
  { name: 'Greet Griffie', email: at('greet.griffie'), role: 'council_clerk' },
  {
    name: 'Wim Wijkagent',
    email: at('wim.wijkagent'),
    role: 'police_partner',
    department: 'Politie, basisteam Zoetermeer',
  },
  {
    name: 'Joy Jongerenwerk',
    email: at('joy.jongerenwerk'),
    role: 'youth_partner',
    department: 'Jongerenwerk Het Honk',
  },
  {
    name: 'Wendy Welzijn',
    email: at('wendy.welzijn'),
    role: 'welfare_partner',
    department: 'Welzijn De Plataan',
  },
  {
    name: 'Cor Corporatie',
    email: at('cor.corporatie'),
    role: 'housing_partner',
    department: 'Woningcorporatie De Zoete Haard',
  },
  { name: 'Alie Aanvoerder', email: at('alie.aanvoerder'), role: 'care_network_lead' },
  { name: 'Zoë Zorg', email: at('zoe.zorg'), role: 'care_partner' },
  { name: 'Gijs Gast', email: at('gijs.gast'), role: 'guest_partner' },
  { name: 'Tara Trekker', email: at('tara.trekker'), role: 'trekker' },
  { name: 'Vicky Vrijwilliger', email: at('vicky.vrijwilliger'), role: 'volunteer' },
  { name: 'Ruud Rekenkamer', email: at('ruud.rekenkamer'), role: 'auditor' },
  { name: 'Femke Beheer', email: at('femke.beheer'), role: 'functional_admin' },
  { name: 'Fatima Privacy', email: at('fatima.privacy'), role: 'privacy_officer' },
];
