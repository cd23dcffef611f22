import type { ReactNode } from 'react';
import { type Command, execute } from '../command/command.ts';
import { type QueryObserver, type TenantDb, tenantTransaction } from '../database/tenant-transaction.ts';
import type { Principal } from '../policy/principal.ts';
import {
  type Catalogue,
  type Lang,
  type Overrides,
  type Texts,
  type Translate,
  translator,
} from '../texts/catalogue.ts';
import type { World } from '../world.ts';

/** What every page needs to know of the municipality it is shown for. */
export interface TenantFacts {
  readonly gemeente: string;
  readonly name: string;
  readonly demo: boolean;
  readonly languages: readonly Lang[];
  readonly overrides: Readonly<Record<Lang, Overrides>>;
  readonly themeHref: string | null;
  /** Hosts of map tiles that may enter the page's `img-src`. */
  readonly tileHosts: readonly string[];
  /** The background of the maps; without one they show outlines only. */
  readonly tiles?: { readonly template: string; readonly attribution: string };
}

/** Who sent the request, when a session says so. */
export interface SignedIn {
  readonly principal: Principal;
  readonly accountId: string;
  readonly name: string;
  readonly lang: Lang;
  /** Whether the second factor was given; without it only the second-factor pages answer. */
  readonly secondFactor: boolean;
  readonly demo: boolean;
}

/** What a page hands to the shell. */
export interface PageContent {
  readonly title: string;
  readonly body: ReactNode;
  readonly width?: 'resident' | 'staff';
  /** Logical names of enhancement scripts, such as `photo-field`. */
  readonly scripts?: readonly string[];
  readonly status?: number;
  /** There are mistakes in the form: the title then starts with "Fout:". */
  readonly hasErrors?: boolean;
  /** News of this page that a reader program can follow. */
  readonly feeds?: readonly { readonly href: string; readonly title: string }[];
  /** Where the reader stands in the navigation, as a path. */
  readonly current?: string;
}

/** The object whose red thread a page shows: the noun of its table and its id. */
export interface ThreadObject {
  readonly kind: string;
  readonly id: string;
}

/** One request of one visitor to one municipality. */
export interface Rq {
  readonly world: World;
  readonly tenant: TenantFacts;
  readonly gemeente: string;
  readonly principal: Principal;
  readonly signedIn: SignedIn | null;
  readonly lang: Lang;
  readonly now: Date;
  readonly url: URL;
  readonly request: Request;
  /** Keyed hash of the visitor's address for today; the address itself is never kept. */
  readonly visitor: string;
  /** The token that staff forms carry; empty for visitors without a session. */
  readonly csrf: string;
  readonly cookie: (name: string) => string | undefined;
  /** Texts of one room in the language of this visitor. */
  readonly texts: <Source extends Texts>(catalogue: Catalogue<Source>) => Translate<Source>;
  /** Whether this visitor may do an action at all; for buttons and navigation. */
  readonly may: (action: string) => boolean;
  /** One read transaction of the tenant. */
  readonly read: <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;
  /** Runs a command as this visitor. */
  readonly run: <Input, Output>(command: Command<Input, Output>, input: Input) => Promise<Output>;
  /**
   * De rode draad of an object as this visitor may see it, for its page; null when there is none. One query, two for a
   * signaal that hangs on a knelpunt; in the read transaction `db` where one is open.
   */
  readonly redThread: (object: ThreadObject, db?: TenantDb) => Promise<ReactNode>;
  readonly page: (content: PageContent) => Promise<Response>;
  readonly redirect: (path: string, cookies?: readonly string[]) => Response;
}

interface RqParts {
  world: World;
  tenant: TenantFacts;
  signedIn: SignedIn | null;
  principal: Principal;
  lang: Lang;
  url: URL;
  request: Request;
  visitor: string;
  csrf: string;
  cookies: ReadonlyMap<string, string>;
  observe?: QueryObserver | undefined;
  renderPage: (rq: Rq, content: PageContent) => Promise<Response>;
  drawThread: (rq: Rq, object: ThreadObject, db?: TenantDb) => Promise<ReactNode>;
}

/** Each catalogue's translator is made once for a request: a list asks for it in every cell. */
const textsOnce = (lang: Lang, overrides: Overrides): Rq['texts'] => {
  const made = new Map<Catalogue<Texts>, unknown>();
  return <Source extends Texts>(catalogue: Catalogue<Source>) => {
    const translate = (made.get(catalogue) as Translate<Source>) ?? translator(catalogue, lang, overrides);
    made.set(catalogue, translate);
    return translate;
  };
};

/** Joins the parts that the router found out into the one object that handlers work with. */
export const makeRequest = (parts: RqParts): Rq => {
  const { world, tenant, principal, lang } = parts;
  const rq: Rq = {
    ...parts,
    gemeente: tenant.gemeente,
    now: world.clock.now(),
    cookie: (name) => parts.cookies.get(name),
    texts: textsOnce(lang, tenant.overrides[lang]),
    may: (action) => world.gate(principal, action).ok,
    read: (work) => tenantTransaction(world.pool, tenant.gemeente, work, parts.observe),
    run: (command, input) => execute(world, tenant.gemeente, principal, command, input),
    redThread: (object, db) => parts.drawThread(rq, object, db),
    page: (content) => parts.renderPage(rq, content),
    redirect,
  };
  return rq;
};

const redirect = (path: string, cookies: readonly string[] = []): Response => {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
};
