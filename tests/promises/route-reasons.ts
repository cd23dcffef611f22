import type { Reasons } from './checks/routes.ts';

const BUTTON = 'a button: it sends no field but its token';
const BY_HAND = 'many fields for one command, which checks them all and names the field that is wrong';

const all = (reason: string, names: readonly string[]): Reasons =>
  Object.fromEntries(names.map((name) => [`POST ${name}`, reason]));

/** POST routes without a schema of their own. */
export const WITHOUT_SCHEMA: Reasons = {
  ...all(BUTTON, [
    '/aanmelden/link/:token',
    '/afmelden',
    '/beheer/accounts/:id/aan',
    '/beheer/accounts/:id/tweede-stap-wissen',
    '/beheer/accounts/:id/uit',
    '/beheer/berichten/:id/opnieuw',
    '/beheer/taken/:id/opnieuw',
    '/beheer/vernietiging',
    '/berichten/:id/gezien',
    '/partnerlinks/:id/intrekken',
    '/post/brieven',
    '/raad/gevolgd/:id/stop',
    '/raadsmemo/:id/burgemeester',
    '/raadsmemo/:id/secretaris',
    '/raadsmemo/:id/vrijgeven',
    '/signalen/:id/contact-wissen',
    '/signalen/:id/openbaar/terug',
    '/volg/:code/duurt-te-lang',
  ]),
  ...all(BY_HAND, [
    '/beheer/afdelingen/:id',
    '/beheer/afdelingen/nieuw',
    '/beheer/buurten/:id',
    '/beheer/buurten/nieuw',
    '/beheer/gebieden/:id',
    '/beheer/gebieden/inlezen',
    '/beheer/gebieden/inlezen/:id',
    '/beheer/gebieden/nieuw',
    '/beheer/gebieden/vangnet',
    '/beheer/indelingen/:id',
    '/beheer/indelingen/nieuw',
    '/beheer/instellingen/:key',
    '/beheer/instellingen/:key/intrekken',
    '/beheer/locaties/:id',
    '/beheer/locaties/nieuw',
    '/beheer/teksten/:key',
    '/beheer/thema',
  ]),
};

/** Routes behind no link and no form: "a feature only reachable by URL is a defect", unless a reason stands here. */
export const UNLINKED: Reasons = {
  'GET /gebieden.json': 'the outlines for other programs; the map of the form asks /melden/buurten.json',
};
