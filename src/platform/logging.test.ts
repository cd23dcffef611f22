import { describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import { createLogger, type LogLevel } from './logging.ts';

const written = (level: LogLevel = 'debug') => {
  const lines: string[] = [];
  const clock = manualClock('2026-03-02T09:00:00+01:00');
  const log = createLogger({ level, clock, write: (line) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown> };
};

describe('the log', () => {
  it('writes one JSON line with the clock of the program', () => {
    const { log, lines } = written();
    log.info('started', { port: 3000, nested: { list: [1, 'two'], big: 3n } });
    expect(lines).toEqual([
      '{"time":"2026-03-02T08:00:00.000Z","level":"info","msg":"started","port":3000,"nested":{"list":[1,"two"],"big":"3"}}\n',
    ]);
  });

  it('keeps silent below its level', () => {
    const { log, lines } = written('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines).toHaveLength(2);
  });

  it('does not let a field replace the time, the level or the message', () => {
    const { log, last } = written();
    log.warn('real', { time: 'x', level: 'x', msg: 'x' });
    expect(last()).toEqual({ time: '2026-03-02T08:00:00.000Z', level: 'warn', msg: 'real' });
  });

  it('adds the fields of its own to each line', () => {
    const { log, last } = written();
    log.with({ request: 'r1' }).with({ route: '/volg/:code' }).info('answered', { status: 200 });
    expect(last()).toMatchObject({ request: 'r1', route: '/volg/:code', status: 200 });
  });
});

describe('personal data in the log', () => {
  it.each([
    'email',
    'reporterEmail',
    'phone',
    'phone_number',
    'name',
    'fullName',
    'text',
    'token',
    'csrfToken',
    'x-session-token',
    'code',
    'cookie',
    'Set-Cookie',
    'authorization',
    'naam',
    'ip',
    'url',
    'password',
  ])('drops the field %s, at any depth', (field) => {
    const { log, lines } = written();
    log.info('m', { [field]: 'geheim', deep: [{ deeper: { [field]: 'geheim' } }], kept: 1 });
    expect(lines[0]).not.toContain('geheim');
    expect(lines[0]).toContain('"kept":1');
  });

  it.each(['encode', 'hostname', 'status', 'gemeente', 'route', 'reason', 'queue'])(
    'keeps the field %s',
    (field) => {
      const { log, last } = written();
      log.info('m', { [field]: 'x' });
      expect(last()).toHaveProperty(field, 'x');
    },
  );

  it('masks e-mail addresses and Dutch phone numbers in any text, also in the message', () => {
    const { log, lines } = written();
    log.info('to jan.de-vries+wijk@voorbeeld.nl', {
      a: 'bel 06-12345678 of +31 6 1234 5678 of 079 346 8000 of <piet@voorbeeld.nl>',
    });
    expect(lines[0]).not.toMatch(/voorbeeld|1234|346/);
  });

  it('leaves ids, times and numbers readable', () => {
    const { log, last } = written();
    const fields = {
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      at: '2026-03-02T08:00:00.000Z',
      n: 612345678,
    };
    log.info('m', fields);
    expect(last()).toMatchObject(fields);
  });

  it('tells of an error its kind, message and place, not the row a database quotes', () => {
    const { log, lines, last } = written();
    const error = Object.assign(new Error('duplicate for jan@voorbeeld.nl'), {
      code: '23505',
      detail: 'Key (email)=(jan@voorbeeld.nl) already exists',
    });
    log.error('m', { error });
    expect(lines[0]).not.toContain('jan@');
    expect(last().error).toMatchObject({ kind: 'Error', message: 'duplicate for ***', reason: '23505' });
  });

  it('survives what cannot be written: a ring, a function, a broken date', () => {
    const { log, last } = written();
    const ring: Record<string, unknown> = { made: new Date(Number.NaN), act: () => 1 };
    ring.again = ring;
    log.info('m', { ring });
    expect(last()).toHaveProperty('ring.made', null);
  });
});
