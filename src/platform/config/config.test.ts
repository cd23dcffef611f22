import { describe, expect, it } from 'vitest';
import { isLoopback, publicOrigin, readConfig, SettingError } from './config.ts';
import type { MachineFacts } from './machine.ts';
import { ALLOWED } from './sentences.ts';

const LINUX_USER: MachineFacts = { platform: 'linux', isRoot: false, home: '/home/eva', cwd: '/srv/app' };
const EXTERNAL = {
  DATABASE_URL: 'postgres://app:geheim@db:5432/wijkregie',
  DATABASE_OWNER_URL: 'postgres://owner:geheim@db:5432/wijkregie',
  KEY_FILE: '/etc/wijkregie/keys.json',
};

const read = (env: NodeJS.ProcessEnv, machine: Partial<MachineFacts> = {}) =>
  readConfig(env, { ...LINUX_USER, ...machine });

const refusal = (env: NodeJS.ProcessEnv): SettingError => {
  try {
    read(env);
  } catch (error) {
    if (error instanceof SettingError) return error;
    throw error;
  }
  throw new Error('The settings were accepted');
};

describe('settings', () => {
  it('needs none', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/home/eva/.local/share/wijkregie',
      database: { kind: 'embedded' },
      databasePool: 10,
      keyFile: { path: '/home/eva/.local/share/wijkregie/keys.json', mayCreate: true },
      demo: undefined,
      publicUrl: 'http://{gemeente}.localhost:3000',
      trustProxy: 0,
      mail: { kind: 'stored', from: 'Wijkregie <wijkregie@localhost>' },
      logLevel: 'info',
    });
  });

  it.each<[string, NodeJS.ProcessEnv, Partial<MachineFacts>, string]>([
    ['root', {}, { isRoot: true }, '/var/lib/wijkregie'],
    ['a user with XDG_DATA_HOME', { XDG_DATA_HOME: '/data' }, {}, '/data/wijkregie'],
    ['macOS', {}, { platform: 'darwin' }, '/home/eva/Library/Application Support/wijkregie'],
    ['Windows', { LOCALAPPDATA: 'C:\\L' }, { platform: 'win32' }, 'C:\\L\\wijkregie'],
    ['a relative DATA_DIR', { DATA_DIR: 'hier' }, { isRoot: true }, '/srv/app/hier'],
  ])('puts the data of %s in its place', (_who, env, machine, expected) => {
    expect(read(env, machine).dataDir).toBe(expected);
  });

  it('asks a user without a home where the data may be, unless the data is in another database', () => {
    const nobody = { home: '' };
    expect(() => read({}, nobody)).toThrow(/DATA_DIR ontbreekt/);
    expect(read({ XDG_DATA_HOME: '/data' }, nobody).dataDir).toBe('/data/wijkregie');
    expect(read(EXTERNAL, nobody).database.kind).toBe('external');
  });

  it('reads each of them', () => {
    const config = read({
      ...EXTERNAL,
      PORT: '8080',
      HOST: '::1',
      DATABASE_POOL: '25',
      DEMO: '1',
      PUBLIC_URL: 'https://{gemeente}.voorbeeld.nl/',
      TRUST_PROXY: '2',
      MAIL_URL: 'smtps://mail:geheim@mail.voorbeeld.nl:465',
      MAIL_FROM: 'Gemeente Voorbeeld <wijk@voorbeeld.nl>',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      port: 8080,
      host: '::1',
      database: { kind: 'external', appUrl: EXTERNAL.DATABASE_URL, ownerUrl: EXTERNAL.DATABASE_OWNER_URL },
      databasePool: 25,
      keyFile: { path: '/etc/wijkregie/keys.json', mayCreate: false },
      demo: true,
      publicUrl: 'https://{gemeente}.voorbeeld.nl',
      trustProxy: 2,
      mail: { kind: 'smtp', from: 'Gemeente Voorbeeld <wijk@voorbeeld.nl>' },
      logLevel: 'debug',
    });
    expect(publicOrigin(config, 'zoetermeer')).toBe('https://zoetermeer.voorbeeld.nl');
  });

  it('treats an empty value as not set', () => {
    expect(read({ PORT: '', DEMO: ' ', DATABASE_URL: '' })).toEqual(read({}));
  });

  it('accepts a database behind a unix socket', () => {
    const socket = (user: string) => `postgres://${user}:pw@/wijkregie?host=/run/postgresql`;
    const env = { ...EXTERNAL, DATABASE_URL: socket('app'), DATABASE_OWNER_URL: socket('owner') };
    expect(read(env).database.kind).toBe('external');
  });

  it('follows the port in the public address', () => {
    expect(read({ PORT: '4000' }).publicUrl).toBe('http://{gemeente}.localhost:4000');
  });

  it.each(['127.0.0.1', '127.0.1.1', 'localhost', '::1'])('knows %s as this machine only', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.168.1.2', '127.voorbeeld.nl'])('knows %s as open to others', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe('a wrong setting', () => {
  it.each<[keyof typeof ALLOWED, string]>([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '1e3'],
    ['HOST', 'http://localhost'],
    ['HOST', 'een naam'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', '101'],
    ['DEMO', 'ja'],
    ['PUBLIC_URL', 'zoetermeer.nl'],
    ['PUBLIC_URL', 'ftp://zoetermeer.nl'],
    ['PUBLIC_URL', 'https://zoetermeer.nl/wijk'],
    ['PUBLIC_URL', 'https://{wijk}.nl'],
    ['PUBLIC_URL', 'https://{gemeente}.{gemeente}.nl'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '11'],
    ['MAIL_FROM', 'geen adres'],
    ['MAIL_FROM', 'a@b.nl\r\nBcc: c@d.nl'],
    ['LOG_LEVEL', 'luid'],
  ])('%s=%s gives one sentence with the name, the value and what is allowed', (setting, value) => {
    const error = refusal({ [setting]: value });
    expect(error.setting).toBe(setting);
    expect(error.message).toContain(`De instelling ${setting} heeft de waarde "`);
    expect(error.message).toContain(ALLOWED[setting]);
    expect(error.message).not.toContain('\n');
  });

  it.each([
    ['DATABASE_URL', 'mysql://app:geheim@db/wijkregie'],
    ['DATABASE_URL', 'geheim'],
    ['DATABASE_URL', 'postgres://db/geheim'],
    ['DATABASE_OWNER_URL', 'http://owner:geheim@db'],
    ['MAIL_URL', 'mail:geheim@server'],
    ['MAIL_URL', 'smtp://'],
  ])('%s=%s is named without showing what may be a password', (setting, value) => {
    const error = refusal({ ...EXTERNAL, MAIL_FROM: 'a@b.nl', [setting]: value });
    expect(error.setting).toBe(setting);
    expect(error.message).toContain(`De instelling ${setting} `);
    expect(error.message).not.toContain('geheim');
  });

  it.each([
    ['DATABASE_URL', 'DATABASE_OWNER_URL'],
    ['DATABASE_OWNER_URL', 'DATABASE_URL'],
    ['KEY_FILE', 'DATABASE_URL'],
  ])('%s may not be absent when %s is there', (missing, present) => {
    const error = refusal({ ...EXTERNAL, [missing]: undefined });
    expect(error.message).toMatch(new RegExp(`^De instelling ${missing} ontbreekt.*${present}`));
  });

  it('a mail server needs a sender', () => {
    expect(refusal({ MAIL_URL: 'smtp://localhost:2525' }).setting).toBe('MAIL_FROM');
  });

  it('one database user for both addresses is refused', () => {
    const error = refusal({ ...EXTERNAL, DATABASE_URL: EXTERNAL.DATABASE_OWNER_URL });
    expect(error.message).toContain('"owner"');
  });
});
