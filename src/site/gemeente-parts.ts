import type { AdminLink, GemeenteParts } from '#gemeente/index.ts';
import { ACCESS, ACCOUNTS, coveredBuurten, nameOf } from '#people/index.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { ThemeTokens } from '#platform/web/styles/tenant-theme.ts';
import { catalogueLinks, importLink } from '#signaal/index.ts';
import { EXIT } from './exit/page.tsx';
import { exitTexts } from './exit/texts.ts';
import { siteTexts } from './texts.ts';

type Name = 'accounts' | 'access' | 'roles' | 'messages' | 'jobs' | 'history';

const link = (name: Name, href: string, action: string): AdminLink => ({
  href,
  action,
  title: (rq) => rq.texts(siteTexts)(`nav.${name}`),
  about: (rq) => rq.texts(siteTexts)(`about.${name}`),
});

/** What the overview of the administration shows beside the municipality's own pages. */
const adminLinks: readonly AdminLink[] = [
  link('accounts', ACCOUNTS, 'account.manage'),
  link('roles', '/rollen', 'role.read'),
  link('access', ACCESS, 'access_log.read'),
  link('history', '/beheer/geschiedenis', 'history.read'),
  link('messages', '/beheer/berichten', 'message.send'),
  link('jobs', '/beheer/taken', 'job.manage'),
  {
    href: EXIT,
    action: 'setting.manage',
    title: (rq) => rq.texts(exitTexts)('exit.nav'),
    about: (rq) => rq.texts(exitTexts)('exit.about'),
  },
];

/** What the room of the municipality needs from the rooms above it. */
export const gemeenteParts = (
  catalogues: () => readonly Catalogue<Texts>[],
  houseTokens: ThemeTokens,
): GemeenteParts => ({
  adminLinks: [...catalogueLinks, importLink, ...adminLinks],
  catalogues,
  houseTokens: () => houseTokens,
  accountNames: nameOf,
  coveredBuurten,
});
