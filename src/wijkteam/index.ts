import './archive/classes.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { archiveTexts } from './archive/texts.ts';
import { memoryRoutes } from './pages/memory.tsx';
import { teamRoutes } from './pages/team.tsx';
import { wijkteamTexts } from './texts.ts';

export { addMember, endMember, type NewMember } from './commands/members.ts';
export { endMemory, type NewMemory, writeMemory } from './commands/memory.ts';
export { type Member, type Memory, type MemoryKind, membersOf, memoryKinds, memoryOf } from './read.ts';
export { wijkteamTexts } from './texts.ts';

/** All pages of this room. */
export const wijkteamRoutes: readonly Route[] = [...teamRoutes, ...memoryRoutes];

/** All texts of this room. */
export const wijkteamCatalogues: readonly Catalogue<Texts>[] = [wijkteamTexts, archiveTexts];
