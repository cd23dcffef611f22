/** Where one follows a report: the form for the code, and the pages behind it. */
export const FOLLOW = '/volg';

/** The page of one code. */
export const followPath = (code: string): string => `${FOLLOW}/${code}`;
export const addPath = (code: string): string => `${FOLLOW}/${code}/aanvullen`;
export const withdrawPath = (code: string): string => `${FOLLOW}/${code}/intrekken`;
export const solvedPath = (code: string): string => `${FOLLOW}/${code}/opgelost`;
export const pressPath = (code: string): string => `${FOLLOW}/${code}/duurt-te-lang`;
export const objectPath = (code: string): string => `${FOLLOW}/${code}/niet-opgelost`;
export const photoPath = (code: string, id: string): string => `${FOLLOW}/${code}/foto/${id}`;
