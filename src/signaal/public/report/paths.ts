/** The addresses of the form. */
export const REPORT = '/melden';
export const PLACE = '/melden/plek';
/** What others told already. */
export const NEIGHBOURS = '/melden/ook';
export const CONTACT = '/melden/bereiken';
export const RECEIPT = '/melden/klaar';
export const CARE = '/melden/hulp';
export const PAPER = '/melden/papier';
export const MAP_AREAS = '/melden/buurten.json';

/** A page of the form of one draft. */
export const ofDraft = (path: string, draftId: string): string => `${path}?formulier=${draftId}`;

/** A photo of a draft, small. */
export const draftPhoto = (draftId: string, photoId: string): string =>
  ofDraft(`/melden/foto/${photoId}`, draftId);
