import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Rq } from '#platform/web/request.ts';
import type { ThemeTokens } from '#platform/web/styles/tenant-theme.ts';

/** A page of another room on the overview of the administration; shown to whoever may do its action. */
export interface AdminLink {
  readonly href: string;
  readonly action: string;
  readonly title: (rq: Rq) => string;
  readonly about: (rq: Rq) => string;
}

/** What the pages of this room need from the rooms above it; given by the composition in `src/site/`. */
export interface GemeenteParts {
  readonly adminLinks: readonly AdminLink[];
  /** The texts of all rooms: what a municipality may reword, and the names of the settings. */
  readonly catalogues: () => readonly Catalogue<Texts>[];
  /** The colours and sizes of the house theme, against which a municipality's own are checked. */
  readonly houseTokens: () => ThemeTokens;
  readonly accountNames: (
    db: TenantDb,
    gemeente: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** The buurten that have a wijkregisseur on a day; `all` when one works for the whole municipality. */
  readonly coveredBuurten: (
    db: TenantDb,
    gemeente: string,
    day: string,
  ) => Promise<'all' | readonly string[]>;
}
