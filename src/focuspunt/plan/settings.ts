import { termSetting } from '#gemeente/index.ts';

/** The terms of plan, actions, quarters, commitments and yearly test (product.md C4); the plan itself is `focus_plan`. */
export const planTerms = {
  /** Trekker and wijkregisseur are reminded that the plan is due. */
  reminder: termSetting('plan_reminder', { amount: 6, unit: 'week' }),
  /** After its day an action that is not done is seen by the wijkregisseur too. */
  actionLate: termSetting('action_late', { amount: 3, unit: 'workday' }),
  /** After a quarter the trekker says how it goes; then the wijkregisseur sees it. */
  quarter: termSetting('quarter_status', { amount: 5, unit: 'workday' }),
  /** A co-payer who has not confirmed becomes a knot (S21). */
  commitment: termSetting('commitment_missing', { amount: 10, unit: 'workday' }),
  /** So long before a yearly test it is prepared, and its owners hear it. */
  testPrepare: termSetting('test_prepare', { amount: 10, unit: 'week' }),
} as const;
