import type { ReactNode } from 'react';
import type { TenantDb } from '../database/tenant-transaction.ts';
import type { Refusal } from '../errors.ts';
import type { PageContent, Rq, SignedIn, TenantFacts, ThreadObject } from './request.ts';
import type { RawForm } from './route.ts';

/** What the router needs from the rooms above the ground; given by the composition in `src/site/`. */
export interface WebServices {
  /** The municipality of a host name; null when there is none. */
  readonly tenantOf: (host: string) => Promise<TenantFacts | null>;
  /** Who holds this session token, with the roles of today; null when the session ended. */
  readonly signedInBy: (gemeente: string, sessionToken: string) => Promise<SignedIn | null>;
  /** A whole page: shell, navigation and content. */
  readonly renderPage: (rq: Rq, content: PageContent) => Promise<Response>;
  /** De rode draad of an object, drawn by the room that knows all instruments; null when there is none. */
  readonly drawThread: (rq: Rq, object: ThreadObject, db?: TenantDb) => Promise<ReactNode>;
  /** The page for a refusal that no form caught; `sent` is offered to be sent again as it is. Asks nothing of the database. */
  readonly renderRefusal: (rq: Rq, refusal: Refusal, sent?: RawForm | null) => Promise<Response>;
  /** Counts one use of a bucket in the current window and tells whether it is still within the limit. */
  readonly withinLimit: (rq: Rq, bucket: string, uses: number, seconds: number) => Promise<boolean>;
}
