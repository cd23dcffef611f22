import type { CouncilItemTable, CouncilLinkTable, DocumentTable } from '#platform/database/schema.gen.ts';
import type { Dated } from '../rules/dated.ts';

export type DocumentKind = DocumentTable['kind'];
export type DocumentStatus = DocumentTable['status'];
export type ItemKind = CouncilItemTable['kind'];
export type LinkKind = CouncilLinkTable['object_kind'];

/** All kinds of document, in the order in which they are chosen. */
export const documentKinds = [
  'council_memo',
  'council_proposal',
  'college_decision',
  'vision',
  'ordinance',
  'memo',
  'report',
  'coalition_programme',
  'other',
] as const satisfies readonly DocumentKind[];

export const documentStatuses = [
  'concept',
  'in_force',
  'rejected',
  'replaced',
  'for_information',
] as const satisfies readonly DocumentStatus[];

export const itemKinds = ['motion', 'toezegging'] as const satisfies readonly ItemKind[];

/** What a motie, toezegging, document or question is about. */
export interface About {
  readonly kind: LinkKind;
  readonly id: string;
}

/** A document as the griffie registers it: metadata and a link, never a copy (product.md S39). */
export interface DocumentInput {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
  readonly dated: Dated;
  readonly status: DocumentStatus;
  readonly summary: string;
  readonly link: string;
  readonly source: string;
  readonly replacesId: string | null;
  /** The news release whose raadsmemo this is: until the raad was told, nobody else sees it (0.2 D15). */
  readonly releaseId?: string | null;
  readonly about: readonly About[];
}

/** A motie or toezegging as the griffie registers it (product.md S40). */
export interface ItemInput {
  readonly kind: ItemKind;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly given: Dated;
  readonly givenBy: string;
  readonly ownerAccountId: string | null;
  readonly ownerFunction: string;
  readonly dueOn: string | null;
  readonly source: string;
  readonly about: readonly About[];
}
