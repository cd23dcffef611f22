import { z } from 'zod';
import type { Lang } from '#platform/texts/catalogue.ts';
import { faultyTokens, type ThemeTokens } from '#platform/web/styles/tenant-theme.ts';
import { defineSetting, type Setting, THEME_KEY } from './settings.ts';

/** The languages a municipality offers, the first being its own. */
export const languages: Setting<Lang[]> = defineSetting({
  key: 'languages',
  schema: z
    .array(z.enum(['nl', 'en']))
    .min(1)
    .max(2),
  standard: ['nl', 'en'],
  kind: 'list',
});

const HOST = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/;

/** More hosts of map images than that of their address, such as where it leads on to; they enter the page's `img-src`. */
export const tileHosts = defineSetting({
  key: 'map.tile_hosts',
  schema: z.array(z.string().regex(HOST, 'not_a_host')).max(5),
  standard: [],
  kind: 'list',
});

/** The host of a template of map images; null when it cannot be one: its host enters a header of each page. */
export const tileHostOf = (template: string): string | null => {
  const plain = template.replaceAll(/\{[zxyr]\}/g, '0');
  if (!/\{z\}/.test(template) || !/\{x\}/.test(template) || !/\{y\}/.test(template)) return null;
  if (!URL.canParse(plain)) return null;
  const { protocol, host, username, password } = new URL(plain);
  const isOwn = username === '' && password === '' && template.startsWith(`https://${host}/`);
  return protocol === 'https:' && isOwn && HOST.test(host) ? host : null;
};

/** Address of map images, such as `https://tegels.voorbeeld.nl/{z}/{x}/{y}.png`; without one the map shows outlines only. */
export const tileTemplate = defineSetting({
  key: 'map.tile_template',
  schema: z
    .string()
    .trim()
    .max(300)
    .refine((text) => text === '' || tileHostOf(text) !== null, 'not_a_template'),
  standard: '',
  kind: 'text',
});

/** Who made the map images, as their makers ask it to stand on the map. */
export const tileAttribution = defineSetting({
  key: 'map.tile_attribution',
  schema: z.string().trim().max(120),
  standard: '',
  kind: 'text',
});

/** The municipality's own design tokens: name to value. Empty keeps the theme of the house. */
export const themeTokens: Setting<ThemeTokens> = defineSetting({
  key: THEME_KEY,
  schema: z.record(z.string(), z.string()).refine((tokens) => faultyTokens(tokens).length === 0, 'bad_token'),
  standard: {},
  kind: 'text',
});

/**
 * Who takes the signalen of buurten without a wijkregisseur: an area of the division "wijk" or "portfolio", so that its
 * wijkregisseur does; empty falls to the department of the wijkregie.
 */
export const fallbackArea = defineSetting({
  key: 'area.fallback',
  schema: z.union([z.literal(''), z.uuid()]),
  standard: '',
  kind: 'choice',
});

/** The number that residents call about a melding; stands on the home page, on receipts, on letters and in messages. */
export const publicPhone = defineSetting({
  key: 'site.phone',
  schema: z.string().trim().max(40),
  standard: '',
  kind: 'text',
});

/** Free days of the town hall beside the national ones, as `YYYY-MM-DD`. */
export const freeDays: Setting<string[]> = defineSetting({
  key: 'calendar.free_days',
  schema: z.array(z.iso.date()),
  standard: [],
  kind: 'list',
});
