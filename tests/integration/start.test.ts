import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { discardEmbedded } from '#platform/database/launcher/launcher.ts';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';
import {
  killWhileStarting,
  type Program,
  prepareProgram,
  runCli,
  runServer,
  startProgram,
} from './program.ts';

const folders: string[] = [];
const running = new Set<Program>();

const newFolder = (): string => {
  const folder = makeTemporaryFolder('start');
  folders.push(folder);
  return folder;
};

const start = async (settings: Parameters<typeof startProgram>[0]): Promise<Program> => {
  const program = await startProgram(settings);
  running.add(program);
  return program;
};

const end = async (program: Program, signal: NodeJS.Signals) => {
  running.delete(program);
  return program.end(signal);
};

beforeAll(prepareProgram, 120_000);
afterEach(async () => {
  for (const program of running) await end(program, 'SIGTERM');
}, 60_000);
afterAll(() => {
  for (const folder of folders) discardEmbedded(folder);
});

describe('a start on a fresh folder', () => {
  it('shows the demonstration, ends cleanly, and starts again within three seconds', {
    timeout: 120_000,
  }, async () => {
    const DATA_DIR = newFolder();
    const first = await start({ DATA_DIR });
    expect(first.output()).toContain(`http://zoetermeer.localhost:${first.port}`);
    expect((await first.get('/')).text).toContain('Wat wilt u melden?');
    expect((await first.get('/readyz')).status).toBe(200);
    expect(await end(first, 'SIGTERM')).toMatchObject({ code: 0, err: '' });

    const times: number[] = [];
    // A machine that is busy with other things makes one start slow; the best of a few tells what the program takes.
    while (times.length < 4 && Math.min(...times) > 3_000) {
      const next = await start({ DATA_DIR });
      times.push(next.startedIn);
      expect((await next.get('/readyz')).status).toBe(200);
      expect(await end(next, 'SIGINT')).toMatchObject({ code: 0, err: '' });
    }
    expect(Math.min(...times)).toBeLessThan(3_000);
  });

  it('loses nothing that was committed when it is killed, and comes back alone', {
    timeout: 120_000,
  }, async () => {
    const DATA_DIR = newFolder();
    const first = await start({ DATA_DIR, DEMO: '0' });
    const create = ['gemeente', 'create', '--code', 'GM0106', '--name', 'Assen', '--host', 'assen.localhost'];
    const made = await runCli([...create, '--admin', 'wim@voorbeeld.test'], {
      DATA_DIR,
      PORT: String(first.port),
    });
    expect(made).toMatchObject({ code: 0, err: '' });
    await end(first, 'SIGKILL');

    const second = await start({ DATA_DIR, DEMO: '0' });
    expect(second.output()).toContain('Assen: http://assen.localhost');
    expect((await second.get('/', 'assen.localhost')).text).toContain('Assen');
    expect((await second.get('/', 'elders.localhost')).status).toBe(404);
    expect(await end(second, 'SIGTERM')).toMatchObject({ code: 0 });
  });

  it('loads the demonstration anew when the first start was killed on the way, and never over real data', {
    timeout: 120_000,
  }, async () => {
    const DATA_DIR = newFolder();
    const note = join(DATA_DIR, 'demo.json');
    await killWhileStarting({ DATA_DIR }, () => existsSync(note), 700);
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ demo: true, loading: true });

    const second = await start({ DATA_DIR });
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ demo: true });
    const away = ['--to', join(DATA_DIR, 'all.tar'), '--key', join(DATA_DIR, 'all.key')];
    const { out } = await runCli(['export', '--gemeente', 'GM0637', ...away, '--json'], { DATA_DIR });
    expect((JSON.parse(out) as { rows: number }).rows, 'rows of the whole').toBeGreaterThan(2_000);
    const create = ['gemeente', 'create', '--code', 'GM0106', '--name', 'Assen', '--host', 'assen.localhost'];
    await runCli([...create, '--admin', 'wim@voorbeeld.test'], { DATA_DIR, PORT: String(second.port) });
    await end(second, 'SIGTERM');

    writeFileSync(note, JSON.stringify({ demo: true, loading: true }));
    const third = await start({ DATA_DIR });
    expect(third.output()).toContain('Assen: http://assen.localhost');
    await end(third, 'SIGTERM');
  });

  it('lets a request end that was under way when it was told to stop', { timeout: 120_000 }, async () => {
    const program = await start({ DATA_DIR: newFolder() });
    const body = 'email=wim%40voorbeeld.test';
    const socket = connect(program.port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST /aanmelden HTTP/1.1\r\nhost: localhost:${program.port}\r\ncontent-type: application/x-www-form-urlencoded\r\n` +
        `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body.slice(0, 5)}`,
    );
    await wait(300);
    const ending = end(program, 'SIGTERM');
    await wait(300);
    await expect(program.get('/healthz')).rejects.toThrow();
    socket.write(body.slice(5));
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    expect(await ending).toMatchObject({ code: 0 });
  });
});

describe('a start that cannot be', () => {
  const refusal = async (settings: Record<string, string>): Promise<string> => {
    const { code, err } = await runServer(settings);
    expect(code).toBe(2);
    expect(err.trim().split('\n'), 'one sentence').toHaveLength(1);
    return err;
  };

  it('says which setting is wrong', { timeout: 60_000 }, async () => {
    expect(await refusal({ DATA_DIR: newFolder(), PORT: 'http' })).toContain('De instelling PORT');
    expect(await refusal({ DATA_DIR: newFolder(), DATABASE_URL: 'postgres://x@localhost/y' })).toContain(
      'DATABASE_OWNER_URL',
    );
  });

  it('is refused on a folder that is in use, and on a port that is', { timeout: 120_000 }, async () => {
    const DATA_DIR = newFolder();
    const program = await start({ DATA_DIR, DEMO: '0' });
    expect(await refusal({ DATA_DIR, PORT: '0' })).toContain('al in gebruik');
    const other = newFolder();
    expect(await refusal({ DATA_DIR: other, PORT: String(program.port) })).toContain(`Poort ${program.port}`);
    expect(existsSync(join(other, 'postgres')), 'nothing was made for it').toBe(false);
    expect((await program.get('/readyz')).status, 'the first goes on').toBe(200);
  });

  it('never makes real data a demonstration, and never a demonstration real', {
    timeout: 120_000,
  }, async () => {
    const real = newFolder();
    await end(await start({ DATA_DIR: real, DEMO: '0' }), 'SIGTERM');
    const again = await start({ DATA_DIR: real });
    expect(again.output()).toContain('Er is nog geen gemeente');
    await end(again, 'SIGTERM');

    const demo = newFolder();
    await end(await start({ DATA_DIR: demo }), 'SIGTERM');
    expect(await refusal({ DATA_DIR: demo, PORT: '0', DEMO: '0' })).toContain('demonstratiegemeente');
    expect(await refusal({ DATA_DIR: demo, PORT: '0', HOST: '0.0.0.0' })).toContain('HOST=0.0.0.0');
  });
});
