import { refusing } from '#platform/errors.ts';

/** Why following by mail is refused; each has its text in both languages. */
export type FollowError = 'mail_missing' | 'mail_unreadable' | 'asked_too_often' | 'too_many_follows';

/** Makes a refusal of following by mail. */
export const refuse = refusing<FollowError>();
