import type { Rq } from '../web/request.ts';

/** Finds a text of any room by its key: templates bring the name of their kind as `message.<template>`. */
export type FindWords = (rq: Rq, key: string) => string | undefined;

/** What kind of message this is, in words. */
export const kindInWords = (find: FindWords, rq: Rq, template: string): string =>
  find(rq, `message.${template}`) ?? template.replaceAll(/[._-]+/g, ' ');
