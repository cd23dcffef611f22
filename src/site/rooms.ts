import { councilCatalogues, councilRecurring, councilRoutes } from '#council/index.ts';
import {
  focuspuntCatalogues,
  focuspuntMessages,
  focuspuntRecurring,
  focuspuntRoutesWith,
  focuspuntSubscriptions,
} from '#focuspunt/index.ts';
import { gemeenteTexts, importTexts } from '#gemeente/index.ts';
import { monitorCatalogues, monitorRecurring, monitorRoutes } from '#monitor/index.ts';
import {
  demoRoutes,
  peopleCatalogues,
  peopleRecurring,
  peopleRoutes,
  roleTexts,
  signInMessage,
} from '#people/index.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import type { MessageTemplate } from '#platform/mail/template.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import './post-access.ts';
import { regieCatalogues, regieRecurring, regieRoutes, regieSubscriptions } from '#regie/index.ts';
import {
  signaalCatalogues,
  signaalRecurring,
  signaalRoutesWith,
  signaalSubscriptions,
  signaalTemplates,
} from '#signaal/index.ts';
import {
  followOnFocuspunt,
  type PageOf,
  threadCatalogues,
  threadMessages,
  threadRecurring,
  threadRoutes,
} from '#thread/index.ts';
import { wijkteamCatalogues, wijkteamRoutes } from '#wijkteam/index.ts';
import { deskParts, workplaceCatalogues, workplaceRecurring, workplaceRoutes } from '#workplace/index.ts';

/** What a room brings through its door. */
export interface RoomDoor {
  readonly routes: readonly Route[];
  readonly texts: readonly Catalogue<Texts>[];
  readonly templates: readonly MessageTemplate[];
  readonly subscriptions: readonly Subscription[];
  readonly recurring: readonly RecurringJob[];
}

/** A door with only what it brings. */
export const door = (parts: Partial<RoomDoor>): RoomDoor => ({
  routes: [],
  texts: [],
  templates: [],
  subscriptions: [],
  recurring: [],
  ...parts,
});

/**
 * All rooms of the house, from the ground up; the way in for everybody only where a demonstration is. `pageOf` tells the
 * thread which pages the whole house has.
 */
export const openRooms = (demo: boolean, pageOf: PageOf = () => undefined): readonly RoomDoor[] => [
  door({ texts: [gemeenteTexts, importTexts] }),
  door({
    routes: [...peopleRoutes, ...demoRoutes(demo)],
    texts: [...peopleCatalogues, roleTexts],
    templates: [signInMessage],
    recurring: peopleRecurring,
  }),
  door({
    routes: signaalRoutesWith(deskParts),
    texts: signaalCatalogues,
    templates: signaalTemplates,
    subscriptions: signaalSubscriptions,
    recurring: signaalRecurring,
  }),
  door({
    routes: regieRoutes,
    texts: regieCatalogues,
    subscriptions: regieSubscriptions,
    recurring: regieRecurring,
  }),
  door({ routes: monitorRoutes, texts: monitorCatalogues, recurring: monitorRecurring }),
  door({ routes: wijkteamRoutes, texts: wijkteamCatalogues }),
  door({
    routes: focuspuntRoutesWith({ follow: followOnFocuspunt }),
    texts: focuspuntCatalogues,
    templates: focuspuntMessages,
    subscriptions: focuspuntSubscriptions,
    recurring: focuspuntRecurring,
  }),
  door({
    routes: threadRoutes(pageOf),
    texts: threadCatalogues,
    templates: threadMessages,
    recurring: threadRecurring,
  }),
  door({ routes: councilRoutes, texts: councilCatalogues, recurring: councilRecurring }),
  door({ routes: workplaceRoutes, texts: workplaceCatalogues, recurring: workplaceRecurring }),
];
