import { z } from 'zod';
import { defineSetting, type Setting } from '#gemeente/index.ts';

const wholeNumber = (key: string, standard: number, least: number, most: number): Setting<number> =>
  defineSetting({ key, schema: z.int().min(least).max(most), standard, kind: 'number' });

/** How often one visitor may ask in an hour for news by mail. */
export const asksPerHour = wholeNumber('follow.asks_per_hour', 10, 1, 1_000);
/** So many first mails a day go to one address, whoever types it. */
export const mailsPerAddress = wholeNumber('follow.mails_per_address', 3, 1, 100);
/** Days after which an address is wiped whose first mail was never answered. */
export const unconfirmedDays = wholeNumber('follow.unconfirmed_days', 7, 1, 30);
/** The hour of the day from which the news of the day leaves: one mail a day at most. */
export const newsHour = wholeNumber('follow.news_hour', 9, 0, 23);
