import type { RecurringJob, Subscription } from '../jobs/jobs.ts';
import type { Catalogue, Texts } from '../texts/catalogue.ts';
import type { Route } from '../web/route.ts';
import { callRoutes } from './call-pages.tsx';
import { demoPostRoutes } from './demo-post.tsx';
import { mailRecurring, mailSubscriptions } from './jobs.ts';
import { letterRoutes } from './letter-pages.tsx';
import { messageRoutes } from './message-pages.tsx';
import type { PostOffice } from './office.ts';
import { mailTexts } from './texts.ts';
import type { FindWords } from './words.ts';

/** The post as the site joins it. */
export interface MailRoom {
  readonly routes: readonly Route[];
  readonly subscriptions: readonly Subscription[];
  readonly recurring: readonly RecurringJob[];
}

/** The texts of the post. */
export const mailCatalogues: readonly Catalogue<Texts>[] = [mailTexts];

/** Everything of the post: sending, letters, calls, what failed, and the demonstration's post page. */
export const mailRoom = (office: PostOffice, find: FindWords): MailRoom => ({
  routes: [
    ...letterRoutes(office, find),
    ...callRoutes(office, find),
    ...messageRoutes(find),
    ...demoPostRoutes(office, find),
  ],
  subscriptions: mailSubscriptions(office),
  recurring: mailRecurring(office),
});
