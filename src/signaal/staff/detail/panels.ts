import type { ReactNode } from 'react';
import type { Rq } from '#platform/web/request.ts';

/** What another room can show beside a signaal: forms or links of its own, nothing when this visitor may not use them. */
export type SignaalPanel = (rq: Rq, signaal: { readonly id: string; readonly ended: boolean }) => ReactNode;

const panels: SignaalPanel[] = [];

/** Lets a room above this one stand on the page of a signaal. It asks no query: the page has its budget. */
export const addSignaalPanel = (panel: SignaalPanel): void => {
  panels.push(panel);
};

/** All panels, in the order in which their rooms were opened. */
export const signaalPanels = (): readonly SignaalPanel[] => panels;
