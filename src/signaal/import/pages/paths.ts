/** Where an administrator takes signalen over from another system. */
export const IMPORTS = '/beheer/overnemen';

/** The page of one import. */
export const importHref = (id: string): string => `${IMPORTS}/${id}`;
