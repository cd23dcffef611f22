import type { Route } from '#platform/web/route.ts';
import type { FindText } from '../find-text.ts';
import type { Navigation } from '../navigation.ts';
import { accessibilityRoute, privacyRoute, sourceRoute } from './about.tsx';
import { homeRoute } from './home.tsx';
import { languageRoute } from './language.ts';
import { startRoute } from './start.tsx';
import { tourRoutes } from './tour.tsx';

/** The pages that belong to no instrument. */
export const sitePages = (
  findText: FindText,
  placesFor: Navigation,
  { version, demo }: { readonly version: string; readonly demo: boolean },
): Route[] => [
  ...tourRoutes(demo),
  homeRoute,
  privacyRoute,
  accessibilityRoute,
  sourceRoute(version),
  languageRoute,
  startRoute(findText, placesFor),
];
