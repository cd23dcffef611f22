import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { discardEmbedded } from '#platform/database/launcher/launcher.ts';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';
import { figuresOfRun, percentile } from '../measure.ts';
import { memoryOf } from '../programs.ts';
import { fillIn, giveThroughTheForm, signInAs, spotOf } from '../visitor.ts';
import { adminOf } from './database.ts';
import { settleDown } from './examine.ts';
import { admit, type Patient } from './patient.ts';
import { openPost } from './post.ts';

/** An hour of a storm: so many signalen, and so many other requests a second. */
const SIGNALEN_AN_HOUR = 300;
const REQUESTS_A_SECOND = 60;
const HOUR = 3_600_000;
/** A program that no longer answers would otherwise fill this one. */
const MOST_UNDER_WAY = 600;

/** One kind of page; asked again and again, in turn with the others. */
interface Kind {
  readonly name: string;
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

interface Seen {
  readonly times: Map<string, number[]>;
  readonly wrong: Map<string, number>;
  underWay: number;
}

const figures = figuresOfRun();

const kindsOf = async ({ origin, dataDir }: Patient): Promise<Kind[]> => {
  const worker = { cookie: await signInAs(origin, 'Gerda Groen') };
  const codes = [await giveThroughTheForm(origin, 'storm-a'), await giveThroughTheForm(origin, 'storm-b')];
  const listed = await (await fetch(`${origin}/wijken`)).text();
  const wijken = [
    ...new Set([...listed.matchAll(/href="(\/wijken\/[^"/]+)"/g)].map(([, path]) => path ?? '')),
  ];
  const client = new pg.Client(adminOf(dataDir));
  await client.connect();
  const { rows } = await client.query<{ id: string }>(`select s.id from signaal s join department d
     on d.gemeente = s.gemeente and d.id = s.owner_department_id where d.name = 'Groen' limit 40`);
  await client.end();
  return [
    { name: 'home', paths: ['/'] },
    { name: 'wijk', paths: wijken },
    { name: 'follow', paths: codes.map((code) => `/volg/${code}`) },
    { name: 'staff list', paths: ['/werk'], headers: worker },
    { name: 'detail', paths: rows.map(({ id }) => `/signalen/${id}`), headers: worker },
    { name: 'map', paths: wijken.map((path) => `${path}/kaart.json`) },
  ];
};

const note = (seen: Seen, name: string, milliseconds: number, ok: boolean): void => {
  const list = seen.times.get(name) ?? [];
  list.push(milliseconds);
  seen.times.set(name, list);
  if (!ok) seen.wrong.set(name, (seen.wrong.get(name) ?? 0) + 1);
};

const timed = async (seen: Seen, name: string, work: () => Promise<boolean>): Promise<void> => {
  const began = performance.now();
  seen.underWay += 1;
  const ok = await work().catch((error: unknown) => {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  });
  seen.underWay -= 1;
  note(seen, name, performance.now() - began, ok);
};

/** Starts something at a steady pace, whether or not what went before was answered: as visitors do. */
const steadily = async (
  seen: Seen,
  every: number,
  until: number,
  start: (n: number) => void,
): Promise<void> => {
  const began = performance.now();
  for (let n = 0; ; n += 1) {
    const due = began + n * every;
    if (due >= until) return;
    if (due > performance.now()) await pause(due - performance.now());
    if (seen.underWay < MOST_UNDER_WAY) start(n);
    else note(seen, 'not even asked', 0, false);
  }
};

/** Seconds of processor that a program used until now. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const storm = async (patient: Patient, minutes: number): Promise<Seen> => {
  const { origin } = patient;
  const kinds = await kindsOf(patient);
  const seen: Seen = { times: new Map(), wrong: new Map(), underWay: 0 };
  const until = performance.now() + minutes * 60_000;
  const ask = (n: number): void => {
    const kind = kinds[n % kinds.length];
    if (!kind) return;
    const path = kind.paths[Math.floor(n / kinds.length) % kind.paths.length] ?? '/';
    void timed(seen, kind.name, async () => {
      const response = await fetch(new URL(path, origin), { headers: { ...kind.headers } });
      await response.arrayBuffer();
      return response.ok;
    });
  };
  const give = (n: number): void => {
    void timed(seen, 'form of five requests', async () => {
      const answer = { antwoord: 'mail', mail: `storm-${n}@voorbeeld.test` };
      const form = await fillIn([origin], `storm ${n}`, answer, spotOf(n));
      await timed(seen, 'last button', async () => (await form.send()) !== '');
      return true;
    });
  };
  await Promise.all([
    steadily(seen, 1_000 / REQUESTS_A_SECOND, until, ask),
    steadily(seen, HOUR / SIGNALEN_AN_HOUR, until, give),
  ]);
  while (seen.underWay > 0) await pause(50);
  return seen;
};

const tell = ({ times, wrong }: Seen): boolean => {
  for (const [name, list] of times) {
    figures.report(`storm: ${name}, asked`, list.length, 'times');
    for (const part of [0.5, 0.95, 0.99])
      figures.report(`storm: ${name}, p${part * 100}`, percentile(list, part), 'ms');
    figures.report(`storm: ${name}, longest`, Math.max(...list), 'ms');
    figures.report(`storm: ${name}, not answered well`, wrong.get(name) ?? 0, 'wrong');
  }
  return wrong.size === 0;
};

/** Lets a storm rage for some minutes at the pace of its busiest hour. True when every request was answered well and every mail left. */
export const stormRun = async (minutes: number): Promise<boolean> => {
  const post = await openPost();
  const dataDir = makeTemporaryFolder('faults-storm');
  try {
    const patient = await admit(dataDir, post.settings);
    try {
      const begin = { memory: memoryOf(patient.pid()), cpu: cpuOf(patient.pid()), load: loadavg()[0] ?? 0 };
      const ok = tell(await storm(patient, minutes));
      const end = { memory: memoryOf(patient.pid()), cpu: cpuOf(patient.pid()), load: loadavg()[0] ?? 0 };
      const client = new pg.Client(adminOf(dataDir));
      await client.connect();
      const settled = await settleDown(client);
      await client.end();
      figures.report('storm: minutes', minutes, 'minutes');
      figures.report('storm: memory at the begin', begin.memory.now, 'MB');
      figures.report('storm: memory at the end', end.memory.now, 'MB');
      figures.report('storm: memory at most', end.memory.most, 'MB');
      figures.report('storm: processor of the program', (end.cpu - begin.cpu) / (minutes * 60), 'cores');
      figures.report('storm: load of the machine at the begin', begin.load, 'processes');
      figures.report('storm: load of the machine at the end', end.load, 'processes');
      figures.report('storm: mails that arrived', post.arrived().size, 'mails');
      figures.report('storm: jobs done after the last request', settled, 'ms');
      return ok;
    } finally {
      await patient.stop();
    }
  } finally {
    discardEmbedded(dataDir);
    await post.close();
  }
};
