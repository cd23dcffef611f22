import type { Route } from '#platform/web/route.ts';
import { importRoutes } from './imports/pages/routes.tsx';
import { areaFiguresRoute } from './pages/area-figures.tsx';
import { areaListRoutes } from './pages/area-list.tsx';
import { areaRoutes } from './pages/areas.tsx';
import { buurtRoutes } from './pages/buurten.tsx';
import { departmentRoutes } from './pages/departments.tsx';
import { divisionRoutes } from './pages/divisions.tsx';
import { adminHome } from './pages/home.tsx';
import { locationRoutes } from './pages/locations.tsx';
import { outlinesRoute, themeFileRoute } from './pages/public-files.ts';
import { settingRoutes } from './pages/setting.tsx';
import { settingsRoute } from './pages/settings.tsx';
import { textRoutes } from './pages/text.tsx';
import { textsRoute } from './pages/texts.tsx';
import { themeRoutes } from './pages/theme.tsx';
import type { GemeenteParts } from './web/parts.ts';

/** All pages of this room. Fixed paths come before those with an id. */
export const gemeenteRoutes = (parts: GemeenteParts): Route[] => [
  adminHome(parts.adminLinks),
  ...areaListRoutes(parts),
  ...importRoutes,
  areaFiguresRoute,
  ...areaRoutes(parts),
  ...buurtRoutes(parts),
  ...divisionRoutes(parts),
  ...departmentRoutes(parts),
  ...locationRoutes(parts),
  settingsRoute(parts),
  ...settingRoutes(parts),
  textsRoute(parts),
  ...textRoutes(parts),
  ...themeRoutes(parts),
  themeFileRoute,
  outlinesRoute,
];
