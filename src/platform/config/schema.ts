import { z } from 'zod';
import { LOG_LEVELS } from '#platform/logging.ts';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

/** The login role in a database address; also for a unix socket, whose address has no host (`user:pw@/db?host=/run`). */
export const databaseUser = (value: string): string | undefined => {
  const url = URL.parse(value.replace('@/', '@socket/'));
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) return undefined;
  return url.username === '' ? undefined : url.username;
};

const databaseUrl = z.string().refine((value) => databaseUser(value) !== undefined);

const isMailServer = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
};

const HOST_NAME = /^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d])?\.)*[a-z\d_](?:[a-z\d_-]*[a-z\d])?$/i;
const isHost = (value: string): boolean => HOST_NAME.test(value) || z.ipv6().safeParse(value).success;

/** The place in `PUBLIC_URL` where the gemeente's own word comes. */
export const GEMEENTE_PLACE = '{gemeente}';

const isPublicUrl = (value: string): boolean => {
  const url = URL.parse(value.replace(GEMEENTE_PLACE, 'gemeente'));
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && !/[{}]/.test(value.replace(GEMEENTE_PLACE, ''));
};

const MAIL_ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
const isSender = (value: string): boolean => {
  const named = /^[^<>\r\n]*<([^<>]+)>$/.exec(value);
  return MAIL_ADDRESS.test(named?.[1] ?? value);
};

/** The settings as they may stand in the environment, one by one; what they mean together is in `config.ts`. */
export const settingsSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().refine(isHost).default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_POOL: wholeNumber(1, 100).default(10),
  KEY_FILE: z.string().optional(),
  DEMO: z
    .enum(['0', '1'])
    .transform((value) => value === '1')
    .optional(),
  PUBLIC_URL: z.string().refine(isPublicUrl).optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  MAIL_URL: z.string().refine(isMailServer).optional(),
  MAIL_FROM: z.string().refine(isSender).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;
export const SETTING_NAMES: readonly SettingName[] = settingsSchema.keyof().options;
