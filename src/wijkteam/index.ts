import type { Route } from '#platform/web/route.ts';
import { memoryRoutes } from './pages/memory.tsx';
import { teamRoutes } from './pages/team.tsx';

export { addMember, endMember, type NewMember } from './commands/members.ts';
export { endMemory, type NewMemory, writeMemory } from './commands/memory.ts';
export { type Member, type Memory, type MemoryKind, membersOf, memoryKinds, memoryOf } from './read.ts';
export { wijkteamTexts } from './texts.ts';

/** All pages of this room. */
export const wijkteamRoutes: readonly Route[] = [...teamRoutes, ...memoryRoutes];
