import { RAAD } from '#council/index.ts';
import type { Topic } from './rules/topic.ts';

/** Where a councillor asks about a street, a wijk or a subject. */
export const PATTERN = `${RAAD}/patroon`;
/** The same on one sheet for the committee. */
export const SHEET = `${PATTERN}/a4`;
/** What somebody follows each quarter. */
export const FOLLOWED = `${RAAD}/gevolgd`;

/** A topic as it stands in an address. */
export const topicQuery = ({ street, area, category }: Topic): string => {
  const query = new URLSearchParams();
  if (street) {
    query.set('straat', street.name);
    query.set('buurt', street.buurtId);
  }
  if (area) query.set('gebied', area.id);
  if (category) query.set('onderwerp', category.id);
  return query.toString();
};

/** The page of a topic. */
export const topicHref = (topic: Topic, path = PATTERN): string => `${path}?${topicQuery(topic)}`;
