import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { accessRoutes } from './access/routes.ts';
import { holdingRoutes } from './accounts/holding-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { archiveRoutes } from './archive/routes.ts';
import { archiveTexts } from './archive/texts.ts';
import { noticeRoutes } from './notices/routes.ts';
import { rolePageRoutes } from './role-page/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { secondFactorRoutes } from './sign-in/second-factor-routes.ts';

import { peopleTexts } from './texts.ts';

export { registerAccessKind } from './access/kinds.ts';
export { ACCESS } from './access/page.tsx';
export { logAccess } from './access-log.ts';
export { createAccount, resetSecondFactor, switchAccount } from './accounts/commands.ts';
export { addHolding } from './accounts/holdings.ts';
export { ACCOUNTS } from './accounts/list-page.tsx';
export { deletedRows } from './archive/deleted-rows.ts';
export { isPassing, type PastRecord, recordClasses, registerRecordClass } from './archive/record-class.ts';
export { keepYears } from './archive/settings.ts';
export {
  confirmCorrespondent,
  holderOfToken,
  type TokenHolder,
  wipeUnconfirmed,
} from './correspondents/by-token.ts';
export {
  addCorrespondent,
  type Correspondent,
  type CorrespondentPurpose,
  findCorrespondent,
  readCorrespondent,
  wipeCorrespondent,
} from './correspondents/correspondents.ts';
export { correspondentFingerprints } from './correspondents/fingerprints.ts';
export { followerHref, NEWS } from './correspondents/paths.ts';
export { coveredBuurten } from './covered-buurten.ts';
export { NOBODY, STEP_IN } from './demo/page.tsx';
export { demoCast } from './demo/read.ts';
export { demoRoutes } from './demo/routes.ts';
export { allActions, type Grant, gate, grantsFor } from './gate.ts';
export { type Finding, gateNeeded, inspectText, maskText, mustRemove } from './guard/guard.ts';
export { namedInText } from './guard/strict.ts';
export { peopleRecurring } from './jobs.ts';
export { type Action, isAction, matrix, type Reach, reachOf } from './matrix.ts';
export { registerNoticeKind } from './notices/kinds.ts';
export { notify } from './notices/notify.ts';
export { NOTICES } from './notices/page.tsx';
export { countOpenNotices } from './notices/read.ts';
export { type ObjectFacts, reachesObject } from './reach.ts';
export { machineReadable } from './role-page/rolebook.ts';
export { roleTexts } from './role-page/texts.ts';
export { isRole, type MachineRole, type RoleId, roles } from './roles.ts';
export { signedInBy } from './session.ts';
export { createSignInLink } from './sign-in/commands.ts';
export { signInMessage } from './sign-in/message.ts';
export { accountsHolding, choosablePeople, nameOf } from './who.ts';
export { peopleTexts };

/** All pages of this room, except the demo's. */
export const peopleRoutes: readonly Route[] = [
  ...signInRoutes,
  ...secondFactorRoutes,
  ...accountRoutes,
  ...holdingRoutes,
  ...accessRoutes,
  ...archiveRoutes,
  ...rolePageRoutes,
  ...noticeRoutes,
];

/** All texts of this room but those of the roles. */
export const peopleCatalogues: readonly Catalogue<Texts>[] = [peopleTexts, archiveTexts];
