import type { AdminLink } from '#gemeente/index.ts';
import type { Route } from '#platform/web/route.ts';
import { partnerRoutes } from './pages/partners.tsx';
import { standardTextRoutes } from './pages/standard-texts.tsx';
import { subjectRoutes } from './pages/subject.tsx';
import { subjectsRoute } from './pages/subjects.tsx';
import { termsRoute } from './pages/terms.tsx';
import { catalogueTexts } from './texts.ts';
import { policy } from './web/editor.tsx';

/** The pages on which the administrator keeps subjects, rules, standard texts, the referral card and terms. */
export const catalogueRoutes: readonly Route[] = [
  subjectsRoute,
  ...subjectRoutes,
  ...standardTextRoutes,
  ...partnerRoutes,
  termsRoute,
];

const link = (name: 'subjects' | 'standardTexts' | 'partners' | 'terms', href: string): AdminLink => ({
  href,
  action: policy,
  title: (rq) => rq.texts(catalogueTexts)(`link.${name}`),
  about: (rq) => rq.texts(catalogueTexts)(`link.${name}About`),
});

/** What these pages add to the overview of the administration. */
export const catalogueLinks: readonly AdminLink[] = [
  link('subjects', '/beheer/onderwerpen'),
  link('terms', '/beheer/termijnen'),
  link('standardTexts', '/beheer/standaardteksten'),
  link('partners', '/beheer/doorverwijzen'),
];
