import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { mondayRoutes } from './monday/routes.ts';
import { mondayTexts } from './monday/texts.ts';

/** All pages of this room. */
export const workplaceRoutes: readonly Route[] = [...mondayRoutes];

/** All texts of this room. */
export const workplaceCatalogues: readonly Catalogue<Texts>[] = [mondayTexts];
