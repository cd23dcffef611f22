import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import type { MessageTemplate } from '#platform/mail/template.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';

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

/** All rooms of the house, from the ground up. */
export const rooms: readonly RoomDoor[] = [];
