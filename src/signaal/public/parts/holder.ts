import type { Rq } from '#platform/web/request.ts';
import { publicTexts } from '../texts.ts';

/** Where a signaal lies: a queue and the department that owns it. */
export interface HolderFacts {
  readonly queue: 'desk' | 'wijkregisseur' | 'department';
  readonly departmentName: string;
}

/** Who has it, by function and department; never a person. */
export const holderInWords = (rq: Rq, { queue, departmentName }: HolderFacts): string =>
  rq.texts(publicTexts).dynamic(`holder.${queue}`, { department: departmentName });
