import sharp from 'sharp';
import type { Answer } from '#testing/web-client.ts';
import { asOwner } from '#testing/world.ts';
import { type Visit, walkAs } from './crawl.ts';
import type { House } from './house.ts';

const at = (name: string): string => `${name}@zoetermeer.voorbeeld`;

/** Where a form led to; a form that was not taken is a fault of this walk. */
const onward = ({ status, location, text }: Answer): string => {
  if (location === null)
    throw new Error(`The form answered ${status}: ${/<h1[^>]*>.*?<\/h1>/s.exec(text)?.[0]}`);
  return location;
};

const photo = async (): Promise<File> => {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#606060' } });
  return new File([new Uint8Array(await picture.jpeg().toBuffer())], 'straat.jpg', { type: 'image/jpeg' });
};

/** The first thing that can be chosen in a list of a page. */
const choice = ({ text }: Answer, name: string): string => {
  const list = new RegExp(`<select[^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(text)?.[1] ?? '';
  const value = /<option value="([^"]+)"/.exec(list)?.[1];
  if (value === undefined) throw new Error(`Nothing can be chosen in ${name}`);
  return value;
};

/** A stadsmarshall notes something on the street; a person in the text is taken out of it. */
const onTheStreet = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look } = await walkAs(house, 'stadsmarshall', at('sam.stad'));
  const told = { tekst: 'De vuilbak bij de halte is vol.', plek_straat: 'Dorpsstraat', foto: await photo() };
  await look(onward(await client.submit(await look('/noteer'), told, '/noteer')));
  return visits;
};

/** A councillor passes on what a resident said, and follows it. */
const fromTheCouncil = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look } = await walkAs(house, 'councillor', at('rik.raadslid'));
  const told = { tekst: 'Bij het winkelcentrum ligt troep.', akkoord: 'on', plek_straat: 'Dorpsstraat' };
  const reach = { naam: 'Walter Wandelaar', mail: 'walter@voorbeeld.test' };
  const sent = await client.submit(await look('/doorgeven'), { ...told, ...reach }, '/doorgeven');
  const list = await look(onward(sent));
  await look(/\/doorgeven\/[\w-]{36}/.exec(list.text)?.[0] ?? '');
  return visits;
};

/** Partners give: one with an account, one with a link that a wijkregisseur made. */
const fromPartners = async (house: House): Promise<readonly Visit[]> => {
  const agent = await walkAs(house, 'police_partner', at('wim.wijkagent'));
  const told = { tekst: 'Er wordt hard gereden bij de school.' };
  await agent.look(onward(await agent.client.submit(await agent.look('/partner'), told, '/partner')));
  const maker = await walkAs(house, 'wijkregisseur', at('wies.regie'));
  const links = await maker.look('/partnerlinks');
  const asked = { partner: choice(links, 'partner'), voor: 'meldkamer', 'tot-day': '1', 'tot-month': '12' };
  const made = await maker.client.submit(links, { ...asked, 'tot-year': '2026' }, '/partnerlinks');
  const path = /\/partner\/[\w-]{43}/.exec(made.text)?.[0];
  if (path === undefined) throw new Error('No link was made');
  await maker.look('/partnerlinks');
  const partner = await walkAs(house, 'visitor');
  await partner.look(onward(await partner.client.submit(await partner.look(path), told, path)));
  return [...agent.visits, ...maker.visits, ...partner.visits];
};

/** The care network passes on a pattern; the wijkregisseur asks, and the giver finds the question. */
const fromTheCareNetwork = async (house: House): Promise<readonly Visit[]> => {
  const lead = await walkAs(house, 'care_network_lead', at('alie.aanvoerder'));
  const form = await lead.look('/zorgpatroon');
  const pattern = { thema: choice(form, 'thema'), gebied: choice(form, 'gebied'), omvang: '11_to_25' };
  const path = onward(await lead.client.submit(form, pattern, '/zorgpatroon'));
  await lead.look(path);
  await lead.look('/zorgpatroon');
  const decider = await walkAs(house, 'support_officer', at('ad.steun'));
  await decider.look('/zorgpatronen');
  const manager = await walkAs(house, 'wijkregisseur', at('wies.regie'));
  const offered = await manager.look(path);
  onward(await manager.client.submit(offered, { vraag: 'In welke maanden?' }, `${path}/vragen`));
  await lead.look(path);
  return [...lead.visits, ...decider.visits, ...manager.visits];
};

/** The desk takes in a mail, as far as its own form. */
const byMail = async (house: House): Promise<readonly Visit[]> => {
  const { client, visits, look, keep } = await walkAs(house, 'desk_worker', at('bea.balie'));
  const mail = 'Van: Ans Anders <ans@elders.test>\nOnderwerp: Bank kapot\n\nDe bank is stuk.\n\nGroet';
  const read = await client.submit(await look('/balie/mail'), { bericht: mail }, '/balie/mail');
  keep('/balie/mail', read);
  const form = await client.submit(read, { doe: 'formulier' }, '/balie/mail');
  if (form.status !== 200) throw new Error(`The mail did not reach the form: ${form.status}`);
  return visits;
};

/** A wijkregisseur clears the words and the photo of a signaal for everybody, and takes them back later. */
const forEverybody = async (house: House): Promise<readonly Visit[]> => {
  const [row] = await asOwner<{ id: string; file: string; email: string }>(
    house.test.urls,
    house.town.gemeente,
    `select s.id, f.id as file, w.email from signaal s
     join file f on f.gemeente = s.gemeente and f.object_id = s.id and f.object_kind = 'signaal'
     join area_buurt b on b.gemeente = s.gemeente and b.buurt_id = s.buurt_id
     join role_holding h on h.gemeente = s.gemeente and h.area_id = b.area_id and h.role = 'wijkregisseur'
     join account w on w.gemeente = s.gemeente and w.id = h.account_id
     left join category c on c.gemeente = s.gemeente and c.id = s.category_id
     left join category g on g.gemeente = s.gemeente and g.id = c.parent_id
     where s.kind <> 'complaint' and not coalesce(c.sensitive, false) and not coalesce(g.sensitive, false)
     order by s.received_at desc, s.id desc limit 1`,
  );
  if (!row) throw new Error('No signaal with a photo is a wijkregisseur’s');
  const { client, visits, look } = await walkAs(house, 'wijkregisseur', row.email);
  const path = `/signalen/${row.id}/openbaar`;
  await look(`/signalen/${row.id}`);
  const page = await look(path);
  await look(onward(await client.submit(page, { tekst: 'Een volle vuilbak.', foto: row.file }, path)));
  const visitor = await walkAs(house, 'visitor');
  await visitor.look(`/openbaar/foto/${row.file}`);
  return [...visits, ...visitor.visits];
};

/** Everybody who tells something by another door than a resident's own (0.2 D19), and what of it everybody may see. */
export const otherVoices = async (house: House): Promise<Visit[]> => [
  ...(await onTheStreet(house)),
  ...(await fromTheCouncil(house)),
  ...(await fromPartners(house)),
  ...(await fromTheCareNetwork(house)),
  ...(await byMail(house)),
  ...(await forEverybody(house)),
];
