import type { Action } from '#people/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { nl } from './texts.nl.ts';

type Keys<Prefix extends string> = Extract<keyof typeof nl, `${Prefix}.${string}`>;

/** A place in the menu: shown to whoever may do its action. */
interface Place {
  readonly href: string;
  readonly text: Keys<'nav'>;
  readonly about: Keys<'about'>;
  readonly action: Action;
  /** Stands in the bar at the top; the rest only on the start page. */
  readonly inBar?: boolean;
}

/** What residents find in the bar. */
export const residentPlaces: readonly Place[] = [
  { href: '/melden', text: 'nav.report', about: 'about.report', action: 'signaal.give' },
  { href: '/volg', text: 'nav.follow', about: 'about.follow', action: 'signaal.follow' },
  { href: '/wijken', text: 'nav.wijken', about: 'about.wijken', action: 'public.read' },
  { href: '/focuspunten', text: 'nav.focuspunten', about: 'about.focuspunten', action: 'public.read' },
  { href: '/raad', text: 'nav.council', about: 'about.council', action: 'public.read' },
  { href: '/zoek', text: 'nav.search', about: 'about.search', action: 'public.read' },
];

/** What staff find, in the order of a working day. */
export const staffPlaces: readonly Place[] = [
  { href: '/start', text: 'nav.start', about: 'about.start', action: 'session.use', inBar: true },
  { href: '/zoek', text: 'nav.search', about: 'about.search', action: 'public.read', inBar: true },
  { href: '/balie', text: 'nav.desk', about: 'about.desk', action: 'signaal.register', inBar: true },
  {
    href: '/werk',
    text: 'nav.department',
    about: 'about.department',
    action: 'signaal.read',
    inBar: true,
  },
  { href: '/maandag', text: 'nav.monday', about: 'about.monday', action: 'signaal.decide', inBar: true },
  { href: '/wijk-werk', text: 'nav.wijk', about: 'about.wijk', action: 'signaal.decide' },
  { href: '/noteer', text: 'nav.note', about: 'about.note', action: 'signaal.quick_note', inBar: true },
  { href: '/doorgeven', text: 'nav.passOn', about: 'about.passOn', action: 'signaal.pass_on', inBar: true },
  {
    href: '/partner',
    text: 'nav.partner',
    about: 'about.partner',
    action: 'signaal.give_as_partner',
    inBar: true,
  },
  {
    href: '/zorgpatroon',
    text: 'nav.pattern',
    about: 'about.pattern',
    action: 'care_pattern.give',
    inBar: true,
  },
  { href: '/zorgpatronen', text: 'nav.patterns', about: 'about.patterns', action: 'care_pattern.decide' },
  { href: '/partnerlinks', text: 'nav.links', about: 'about.links', action: 'partner_link.manage' },
  { href: '/post/brieven', text: 'nav.letters', about: 'about.letters', action: 'post.print', inBar: true },
  { href: '/post/bellen', text: 'nav.calls', about: 'about.calls', action: 'post.print', inBar: true },
  { href: '/balie/nieuws', text: 'nav.stopNews', about: 'about.stopNews', action: 'follow.stop_for' },
  { href: '/rondes', text: 'nav.rounds', about: 'about.rounds', action: 'focuspunt.read' },
  { href: '/advies', text: 'nav.advice', about: 'about.advice', action: 'focuspunt.advise' },
  { href: '/focuspunten', text: 'nav.focuspunten', about: 'about.focuspunten', action: 'public.read' },
  { href: '/knelpunten', text: 'nav.knelpunten', about: 'about.knelpunten', action: 'knelpunt.read' },
  { href: '/patronen', text: 'nav.patronen', about: 'about.patronen', action: 'pattern.settle' },
  { href: '/wijkteam', text: 'nav.team', about: 'about.team', action: 'wijkteam.manage' },
  { href: '/wijkgeheugen', text: 'nav.memory', about: 'about.memory', action: 'memory.write' },
  { href: '/knopen', text: 'nav.knots', about: 'about.knots', action: 'knot.read', inBar: true },
  { href: '/agenda-wethouder', text: 'nav.agenda', about: 'about.agenda', action: 'agenda.read' },
  { href: '/stapel', text: 'nav.stack', about: 'about.stack', action: 'stack.read' },
  { href: '/groepen', text: 'nav.groups', about: 'about.groups', action: 'group.read' },
  { href: '/ruimte', text: 'nav.hours', about: 'about.hours', action: 'bandwidth.read' },
  { href: '/mandaten', text: 'nav.mandates', about: 'about.mandates', action: 'mandate.read' },
  {
    href: '/raad/patroon',
    text: 'nav.incident',
    about: 'about.incident',
    action: 'signaal.count',
    inBar: true,
  },
  { href: '/raad/stemmen', text: 'nav.voices', about: 'about.voices', action: 'voices.count' },
  { href: '/raad/vragen', text: 'nav.questions', about: 'about.questions', action: 'question.read' },
  { href: '/raad/gevolgd', text: 'nav.followed', about: 'about.followed', action: 'pattern.follow' },
  { href: '/raad', text: 'nav.council', about: 'about.council', action: 'public.read' },
  { href: '/raad/register', text: 'nav.register', about: 'about.register', action: 'public.read' },
  { href: '/beheer', text: 'nav.manage', about: 'about.manage', action: 'setting.manage', inBar: true },
  { href: '/plannen', text: 'nav.plans', about: 'about.plans', action: 'plan.read' },
  { href: '/doelen', text: 'nav.goals', about: 'about.goals', action: 'public.read' },
  { href: '/berichten', text: 'nav.notices', about: 'about.notices', action: 'session.use' },
  { href: '/beheer/berichten', text: 'nav.messages', about: 'about.messages', action: 'message.send' },
  { href: '/beheer/taken', text: 'nav.jobs', about: 'about.jobs', action: 'job.manage' },
  { href: '/beheer/geschiedenis', text: 'nav.history', about: 'about.history', action: 'history.read' },
  {
    href: '/beheer/vernietiging',
    text: 'nav.archive',
    about: 'about.archive',
    action: 'destruction.read',
  },
  {
    href: '/beheer/toch-bewaard',
    text: 'nav.overrides',
    about: 'about.overrides',
    action: 'override.read',
  },
  { href: '/beheer/toegang', text: 'nav.access', about: 'about.access', action: 'access_log.read' },
  { href: '/wijken', text: 'nav.wijken', about: 'about.wijken', action: 'public.read' },
  { href: '/rollen', text: 'nav.roles', about: 'about.roles', action: 'role.read' },
];

/** The menu of one house: only what has a page in it. */
export type Navigation = (rq: Pick<Rq, 'may' | 'signedIn'>) => readonly Place[];

/** What this person may open, asked of the same gate that the pages ask. `hasPage` is asked late, when all rooms are open. */
export const navigation =
  (hasPage: (path: string) => boolean): Navigation =>
  (rq) =>
    (rq.signedIn ? staffPlaces : residentPlaces).filter(
      ({ href, action }) => hasPage(href) && rq.may(action),
    );

/** The place of the menu under which a path lies: the longest that begins it. */
export const currentPlace = (places: readonly Place[], path: string): string | undefined =>
  places
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
