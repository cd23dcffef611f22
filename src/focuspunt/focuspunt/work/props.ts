import type { FormProps } from './act-form.tsx';
import type { Work } from './read.ts';

/** A focuspunt as whoever works on it sees it, with a form that was not right. */
export interface WorkProps extends FormProps {
  readonly work: Work;
}
