import { z } from 'zod';

const draftPlace = z.object({
  street: z.string(),
  note: z.string(),
  buurtId: z.string().nullable(),
  /** "De hele buurt": the place is the buurt itself, whatever else was filled in. */
  wholeBuurt: z.boolean(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});

const draftContent = z.object({
  kind: z.enum(['report', 'question']),
  text: z.string(),
  /** What the resident answered when the guard had to ask (0.2 D8). */
  gate: z.enum(['place', 'group']).nullable(),
  place: draftPlace.nullable(),
  /** "Ik ook": the signaal of somebody else that this one joins. */
  joins: z.string().nullable().default(null),
});

/** Where it is, as filled in on the second page. */
export type DraftPlace = z.infer<typeof draftPlace>;
/** A report that is being made: what the first two pages asked. The last page is sent at once and never kept. */
export type DraftContent = z.infer<typeof draftContent>;

/** The content as it is sealed. */
export const writeContent = (content: DraftContent): string => JSON.stringify(content);

/** Reads what {@link writeContent} wrote. Throws on anything else: a sealed value was written by us. */
export const readContent = (text: string): DraftContent => draftContent.parse(JSON.parse(text));
