import { z } from 'zod';
import { aboutsIn, datedIn, dateFields, dayIn, optionalId, version, words } from '../web/fields.ts';
import { type DocumentInput, documentKinds, documentStatuses, type ItemInput, itemKinds } from './types.ts';

const about = {
  about: z.array(z.string()).max(60).catch([]),
  more1: words,
  more2: words,
};

/** Fields that come as lists. */
export const lists = ['about'];

/** The form of a document. */
export const documentForm = z
  .object({
    ...about,
    ...dateFields('dated'),
    version,
    kind: z.enum(documentKinds, 'kind_missing'),
    status: z.enum(documentStatuses, 'status_missing'),
    number: words,
    title: words,
    summary: words,
    link: words,
    source: words,
    replaces: optionalId,
  })
  .transform((body, problems): DocumentInput & { version: number } => ({
    version: body.version,
    kind: body.kind,
    status: body.status,
    number: body.number,
    title: body.title,
    summary: body.summary,
    link: body.link.trim(),
    source: body.source,
    replacesId: body.replaces,
    dated: datedIn(body, 'dated', problems),
    about: aboutsIn([...body.about, body.more1, body.more2]),
  }));

/** The form of a motie or toezegging. */
export const itemForm = z
  .object({
    ...about,
    ...dateFields('given'),
    ...dateFields('due'),
    version,
    kind: z.enum(itemKinds, 'kind_missing'),
    number: words,
    title: words,
    text: words,
    given_by: words,
    owner: optionalId,
    owner_function: words,
    source: words,
  })
  .transform((body, problems): ItemInput & { version: number } => ({
    version: body.version,
    kind: body.kind,
    number: body.number,
    title: body.title,
    text: body.text,
    givenBy: body.given_by,
    ownerAccountId: body.owner,
    ownerFunction: body.owner_function,
    source: body.source,
    given: datedIn(body, 'given', problems),
    dueOn: dayIn(body, 'due', problems),
    about: aboutsIn([...body.about, body.more1, body.more2]),
  }));
