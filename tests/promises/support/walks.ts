import sharp from 'sharp';
import { open } from '#platform/secrets/index.ts';
import { codePlace } from '#signaal/store/insert.ts';
import type { Answer } from '#testing/web-client.ts';
import { asOwner } from '#testing/world.ts';
import { type Visit, walkAs } from './crawl.ts';
import { letThingsHappen } from './happenings.ts';
import { type House, onePerRights } from './house.ts';
import { laterInTheLife } from './later-walks.ts';
import { behindTheStates } from './room-walks.ts';
import { otherVoices } from './voice-walks.ts';

const photo = async (): Promise<File> => {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#808080' } });
  return new File([new Uint8Array(await picture.jpeg().toBuffer())], 'lamp.jpg', { type: 'image/jpeg' });
};

/** Where a form led to; a form that was not taken is a fault of this walk. */
const onward = ({ status, location, text }: Answer): string => {
  if (location === null)
    throw new Error(`The form answered ${status}: ${/<h1[^>]*>.*?<\/h1>/s.exec(text)?.[0]}`);
  return location;
};

/** A resident tells what is broken, in three pages, and follows it with the code. */
const report = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look, crawl } = await walkAs(house, 'visitor');
  const first = await look('/melden');
  const told = { tekst: 'Het is donker op het pad, de lantaarn is al een week kapot.', foto: await photo() };
  const place = await look(onward(await client.submit(first, told)));
  const next = await look(
    onward(await client.submit(place, { straat: 'Van Doornenplantsoen', toelichting: 'achter de flats' })),
  );
  // Others may have told the same near here: this one is another.
  const isOffered = next.text.includes('name="aansluiten"');
  const contact = isOffered ? await look(onward(await client.submit(next, { aansluiten: '' }))) : next;
  const reach = { antwoord: 'mail', naam: 'Walter Wandelaar', mail: 'walter@voorbeeld.test' };
  const receipt = onward(await client.submit(contact, reach));
  await crawl(receipt);
  return visits;
};

/** The code of a signaal that ended a few days ago: its reporter may still say that it was not solved. */
const codeOfEnded = async ({ test, town }: House): Promise<string> => {
  const { gemeente } = town;
  const [row] = await asOwner<{ id: string; code_sealed: Buffer }>(
    test.urls,
    gemeente,
    `select id, code_sealed from signaal where state = 'done' order by id limit 1`,
  );
  if (!row) throw new Error('No signaal of the demo has ended');
  return open(test.world.keyring, row.code_sealed, codePlace(gemeente, row.id));
};

/** A resident types the code, and reads what was done. */
const followTheEnd = async (house: House): Promise<readonly Visit[]> => {
  const { visits, crawl } = await walkAs(house, 'visitor');
  await crawl(`/volg?code=${await codeOfEnded(house)}`);
  return visits;
};

/** Somebody worries about a person: that is no signaal. */
const worry = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look } = await walkAs(house, 'visitor');
  const answer = await client.submit(await look('/melden'), { tekst: 'Ik maak me zorgen.', gate: 'persoon' });
  await look(onward(answer));
  return visits;
};

/** A member of staff comes in by a link in the mail, and enrols an app or gives its code. */
const signIn = async (house: House, email: string): Promise<readonly Visit[]> => {
  const { client, visits, look } = await walkAs(house, 'visitor');
  await look(onward(await client.submit(await look('/aanmelden'), { email })));
  await house.site.jobs.drain(house.site.world);
  const post = await look('/demo/post');
  const letters = [...post.text.matchAll(/\/demo\/post\/[\w-]+/g)].map(([path]) => path);
  for (const path of new Set(letters)) {
    const link = /\/aanmelden\/link\/[\w-]+/.exec((await look(path)).text)?.[0];
    if (link === undefined) continue;
    await look(onward(await client.submit(await look(link))));
    return visits;
  }
  throw new Error('No letter with a link to sign in');
};

const DESK = 'bea.balie@zoetermeer.voorbeeld';

/** The desk takes down what somebody tells, gives the slip, finds it again, and calls the reporter. */
const atTheDesk = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look, keep, crawl } = await walkAs(house, 'desk_worker', DESK);
  const told = {
    tekst: 'Er ligt glas op de stoep.',
    plek_straat: 'Dorpsstraat',
    naam: 'Walter Wandelaar',
    doe: 'send',
  };
  await crawl(
    onward(await client.submit(await look('/balie'), { ...told, mail: 'walter@voorbeeld.test' }, '/balie')),
  );
  const sought = await client.submit(
    await look('/balie/zoeken'),
    { zoek: 'walter@voorbeeld.test' },
    '/balie/zoeken',
  );
  const found = onward(sought);
  const byCode = await client.submit(
    await look('/balie/zoeken'),
    { zoek: await codeOfEnded(house) },
    '/balie/zoeken',
  );
  await look(onward(byCode));
  await crawl(found);
  const result = visits.find(({ path }) => path === found);
  const page = result?.links.find((link) => /^\/signalen\/[\w-]+$/.test(link));
  if (page === undefined) throw new Error('The desk did not find what it wrote down');
  keep(`${page}/contact`, await client.submit(await look(page), { reden: 'terugbellen' }, `${page}/contact`));
  return visits;
};

/** Somebody of the house looks at the photos that a resident sent. */
const lookAtPhotos = async (house: House): Promise<readonly Visit[]> => {
  const { visits, crawl } = await walkAs(house, 'process_guard', 'paula.proces@zoetermeer.voorbeeld');
  const rows = await asOwner<{ id: string }>(
    house.test.urls,
    house.town.gemeente,
    `select object_id as id from file where object_kind = 'signaal' order by id limit 1`,
  );
  await crawl(...rows.map(({ id }) => `/signalen/${id}`));
  return visits;
};

/** The desk prints the letters of the day. */
const printLetters = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look } = await walkAs(house, 'desk_worker', DESK);
  const letters = await look('/post/brieven');
  await look(onward(await client.submit(letters, {}, '/post/brieven')));
  return visits;
};

/** What people do: forms are filled in and sent, and the pages behind them looked at. */
export const daysWork = async (house: House): Promise<Visit[]> => [
  ...(await report(house)),
  ...(await followTheEnd(house)),
  ...(await worry(house)),
  ...(await signIn(house, 'rik.raadslid@zoetermeer.voorbeeld')),
  ...(await signIn(house, 'ria.raad@zoetermeer.voorbeeld')),
  ...(await printLetters(house)),
  ...(await atTheDesk(house)),
  ...(await lookAtPhotos(house)),
  ...(await otherVoices(house)),
];

/** Every link of the house as everybody may follow it: each set of rights once, and who is not signed in. */
export const wholeHouse = async (house: House): Promise<Visit[]> => {
  await letThingsHappen(house);
  const visits = await daysWork(house);
  const visitor = await walkAs(house, 'visitor');
  await visitor.crawl('/');
  visits.push(...visitor.visits);
  for (const { role, email } of onePerRights) {
    const walk = await walkAs(house, role, email);
    await walk.crawl('/', '/start');
    visits.push(...walk.visits);
  }
  visits.push(...(await behindTheStates(house)), ...(await laterInTheLife(house)));
  return visits;
};
