import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { open } from '#platform/secrets/index.ts';
import { makeHolding, makePerson, makeTenant } from '#testing/people.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { focuspuntRoutes } from '../index.ts';
import { newsChain, sendNews } from '../memo/advance.ts';
import { tokenPlace } from './advice-token.ts';
import { consultFocuspunt } from './commands/consult.ts';
import { bringToCollege } from './commands/decide.ts';
import { proposeFocuspunt } from './commands/propose.ts';
import { aProposal, type FocusTown, focusTown } from './focus-town.fixture.ts';

let tw: TestWorld;
let town: FocusTown;
let site: TestSite;

beforeAll(async () => {
  tw = await testWorld({ start: '2016-03-07T10:00:00+01:00', subscriptions: [newsChain] });
  town = await focusTown(tw);
  await makeTenant(tw, 'GM0106', 'Assen');
  site = testSite(tw, focuspuntRoutes);
  // The wijkregisseur of the fixture reaches by the wijk; signed in, the buurten come from the area itself.
  await makeHolding(tw, town.wijkregisseur.id, { role: 'wijkregisseur', areaId: town.focusArea });
});
afterAll(() => tw.close());

const as = (id: string) => site.client().signInAs(id);
const propose = () => execute(tw.world, town.gemeente, town.wijkregisseur, proposeFocuspunt, aProposal(town));
const consulted = async (): Promise<string> => {
  const focuspuntId = await propose();
  await execute(tw.world, town.gemeente, town.wijkregisseur, consultFocuspunt, { focuspuntId });
  return focuspuntId;
};

describe('the public pages', () => {
  it('show nothing of what is only proposed', async () => {
    const id = await propose();
    expect((await site.client().get(`/focuspunten/${id}`)).status).toBe(404);
    expect((await site.client().get(`/focuspunten/${id}/papier`)).status).toBe(404);
    expect((await site.client().get('/focuspunten/0')).status).toBe(404);
    expect((await site.client('GM0106').get(`/focuspunten/${await consulted()}`)).status).toBe(404);
  });

  it('take a reaction, keep what was typed after a mistake, and offer to go on without a person', async () => {
    const id = await consulted();
    const visitor = site.client();
    const page = await visitor.get(`/focuspunten/${id}`);
    expect(page.text).toContain('We willen dat het centrum weer schoon is.');
    const empty = await visitor.submit(page, { text: 'Mooi plan' }, `/focuspunten/${id}/reageren`);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Mooi plan');
    const person = await visitor.submit(
      empty,
      { stance: 'agree', text: 'Bel 06 12345678' },
      `/focuspunten/${id}/reageren`,
    );
    expect(person.status).toBe(422);
    const masked = await visitor.submit(
      person,
      { stance: 'agree', text: 'Bel 06 12345678', zonder: 'ja' },
      `/focuspunten/${id}/reageren`,
    );
    expect(masked.text).toContain('Bel •••');
    const done = await visitor.submit(masked, {}, `/focuspunten/${id}/reageren`);
    expect(done.location).toBe(`/focuspunten/${id}?gedaan=ja`);
    const [count] = await town.sql(
      'select count(*)::int as n from focuspunt_reaction where focuspunt_id = $1',
      [id],
    );
    expect(count?.n).toBe(1);
    const after = await visitor.follow(done);
    expect(after.text).not.toContain('Bel •••');
  });

  it('ask for no plan where none is needed, and say so instead of the day on which it was due', async () => {
    const id = await consulted();
    const wr = await as(town.wijkregisseur.id);
    const decide = (waiver: string | null) =>
      town.sql(
        `update focuspunt set state = 'running', besluit_on = '2016-03-01',
           plan_due_on = '2016-05-02', plan_waiver = $2 where id = $1`,
        [id, waiver],
      );
    await decide(null);
    for (const client of [site.client(), wr]) {
      const path = client === wr ? `/focuspunten/${id}/werk` : `/focuspunten/${id}`;
      await decide(null);
      expect((await client.get(path)).text).toContain('Plan van aanpak klaar op');
      await decide('Het is al opgelost');
      const { text } = await client.get(path);
      expect(text).not.toContain('Plan van aanpak klaar op');
      expect(text).toContain('Een apart plan is hier niet nodig.');
      // Why is the staff's own sentence.
      expect(text.includes('Het is al opgelost')).toBe(client === wr);
    }
  });

  it('have a paper twin, which the desk enters', async () => {
    const id = await consulted();
    expect((await site.client().get(`/focuspunten/${id}/papier`)).text).toContain('Schoon, heel en veilig');
    const desk = await as(await makePerson(tw, { holdings: [{ role: 'desk_worker' }] }));
    const page = await desk.get(`/focuspunten/${id}/invoeren`);
    const wrong = await desk.submit(page, { stance: 'against' });
    expect(wrong.status).toBe(422);
    const done = await desk.submit(wrong, { channel: 'paper', stance: 'against', text: 'Te duur' });
    expect(done.status).toBe(303);
    expect((await site.client().get(`/focuspunten/${id}/invoeren`)).status).toBe(401);
  });

  // The red thread asks one more, which this site does not draw.
  it('ask at most six things of the database', async () => {
    const id = await consulted();
    const wr = await as(town.wijkregisseur.id);
    for (const path of [
      '/focuspunten',
      `/focuspunten/${id}`,
      `/focuspunten/${id}/werk`,
      '/rondes',
      '/focuspunten/nieuw',
    ]) {
      const answer = await wr.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.statements.length, path).toBeLessThanOrEqual(path === '/focuspunten/nieuw' ? 6 : 5);
    }
  });
});

describe('a request for advice', () => {
  const linkOf = async (focuspuntId: string): Promise<string> => {
    const [row] = await town.sql(
      'select id, token_sealed from focuspunt_advice where focuspunt_id = $1 and member_id = $2',
      [focuspuntId, town.members[0]],
    );
    const sealed = row?.token_sealed as Buffer;
    return `/advies/${open(tw.world.keyring, sealed, tokenPlace(town.gemeente, String(row?.id)))}`;
  };

  it('is answered by the link of the mail, once, until it ends', async () => {
    const id = await consulted();
    const link = await linkOf(id);
    const member = site.client();
    const page = await member.get(link);
    expect(page.text).toContain('wijkagent, Politie');
    const done = await member.submit(page, { stance: 'partly', text: 'Begin klein.' });
    expect(done.location).toBe(`${link}?gedaan=ja`);
    expect((await member.follow(done)).status).toBe(200);
    const again = await member.submit(page, { stance: 'agree', text: '' });
    expect(again.text).toContain('al advies gegeven');
    const late = await linkOf(await consulted());
    tw.clock.set('2016-03-29T10:00:00+02:00');
    expect((await member.get(late)).status).toBe(410);
    tw.clock.set('2016-03-07T10:00:00+01:00');
    expect((await member.get(`/advies/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await site.client('GM0106').get(late)).status).toBe(404);
  });

  it('is answered in the app by its own member only', async () => {
    const id = await consulted();
    const police = await as(town.policeAccount);
    const page = await police.get('/advies');
    expect(page.text).toContain('Schoon, heel en veilig');
    const done = await police.submit(page, { stance: 'agree', text: 'Doen.' });
    expect(done.location).toBe('/advies?gedaan=ja');
    expect(id).toBeTruthy();
    expect((await site.client().get('/advies')).status).toBe(404);
  });
});

describe('from proposal to news, by the buttons of the pages', () => {
  it('runs, and tells the public nothing before the end', async () => {
    const wr = await as(town.wijkregisseur.id);
    const form = await wr.get('/focuspunten/nieuw');
    const wrong = await wr.submit(form, { title: 'Meerzicht', origin: 'problem' }, '/focuspunten/nieuw');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Meerzicht');
    const { title, problem, publicSummary, effort, effortBy, effortWhyNot } = aProposal(town);
    const proposed = await wr.submit(
      wrong,
      {
        title,
        problem,
        public_summary: publicSummary,
        area: town.focusArea,
        origin: 'problem',
        effort,
        effort_by: effortBy,
        'effort_since-day': '1',
        'effort_since-month': '9',
        'effort_since-year': '2015',
        effort_why_not: effortWhyNot,
      },
      '/focuspunten/nieuw',
    );
    const work = (proposed.location ?? '').split('?')[0] ?? '';
    const id = work.split('/')[2] ?? '';
    let page = await wr.follow(proposed);
    expect(page.text).toContain('er is nog geen trekker');
    const trekker = await wr.submit(page, { trekker: town.wijkregisseur.id }, `/focuspunten/${id}/trekker`);
    expect(trekker.text).toContain('uren uit de pot');
    await wr.submit(trekker, { trekker: '', trekkerFunction: 'teamleider' }, `/focuspunten/${id}/trekker`);
    page = await wr.get(work);
    const goal = await wr.submit(
      page,
      {
        title: 'Minder zwerfafval',
        kind: 'figure',
        unit: 'stukken per dag',
        source: 'telling',
        value: '120',
        n: '20',
        'measuredOn-day': '1',
        'measuredOn-month': '3',
        'measuredOn-year': '2016',
        direction: 'down',
        targetValue: '40',
        'targetOn-day': '1',
        'targetOn-month': '3',
        'targetOn-year': '2018',
        ownerFunction: 'teamleider',
      },
      `/focuspunten/${id}/doel`,
    );
    expect(goal.location).toBe(`${work}?gedaan=doel`);
    page = await wr.follow(goal);
    expect(page.text).not.toContain('er is nog geen nulmeting');
    const asked = await wr.submit(page, {}, `/focuspunten/${id}/vragen`);
    page = await wr.follow(asked);
    const stale = await wr.submit(page, { versie: '1' }, `/focuspunten/${id}/naar-college`);
    expect(stale.status).toBe(409);
    await wr.submit(page, {}, `/focuspunten/${id}/naar-college`);
    expect((await wr.get(work)).text).not.toContain('Leg het besluit vast');

    const college = await as(town.college.id);
    page = await college.get(work);
    const nothing = await college.submit(page, {}, `/focuspunten/${id}/besluit`);
    expect(nothing.status).toBe(422);
    const decided = await college.submit(nothing, { outcome: 'set' }, `/focuspunten/${id}/besluit`);
    expect(decided.location).toBe(`${work}?gedaan=besluit`);

    const visitor = site.client();
    const quiet = async () => {
      const { text } = await visitor.get(`/focuspunten/${id}`);
      expect(text).toContain('bij het college');
      expect(text).not.toMatch(/vastgesteld|7 maart 2017|Besluit van het college/);
      expect((await visitor.get('/focuspunten')).text).not.toContain('vastgesteld');
    };
    await quiet();
    const memoForm = await wr.get(`/raadsmemo/nieuw?focuspunt=${id}`);
    const made = await wr.submit(memoForm, {
      title: 'Focuspunt Oosterheem',
      hour: '16:00',
      budget_lines: 'Wijkposten; 349190\nVegen; 2650510',
      printed_total: 'ruim 3 miljoen',
      printed_euro: '3000000',
    });
    const memo = made.location ?? '';
    const councillor = await as(await makePerson(tw, { holdings: [{ role: 'councillor' }] }));
    expect((await visitor.get(memo)).status).toBe(404);
    expect((await visitor.get(`${memo}.docx`)).status).toBe(404);
    expect((await councillor.get(memo)).status).toBe(404);
    await quiet();
    const [mayor, secretary] = [await as(town.mayor.id), await as(town.secretary.id)];
    await mayor.submit(await mayor.get(memo), {}, `${memo}/burgemeester`);
    const page2 = await secretary.get(memo);
    expect(page2.text).toContain('€ 2.999.700');
    expect(page2.text).toContain('Het verschil is € 300');
    await secretary.submit(page2, {}, `${memo}/secretaris`);
    await tw.drain();
    await quiet();
    tw.clock.set('2016-03-07T16:00:00+01:00');
    await quiet();
    await sendNews(tw.world, town.gemeente);
    expect((await visitor.get(`/focuspunten/${id}`)).text).toContain('maart 2017');
    expect((await visitor.get(memo)).text).toContain('Minder zwerfafval');
    expect((await councillor.get(memo)).status).toBe(200);
    const docx = await visitor.get(`${memo}.docx`);
    expect(docx.status).toBe(200);
    expect(docx.text.slice(0, 2)).toBe('PK');
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });
});

describe('a round, by the buttons of the pages', () => {
  it('is opened, filled, proposed and decided point by point', async () => {
    const wr = await as(town.wijkregisseur.id);
    const list = await wr.get('/rondes');
    expect((await wr.submit(list, { title: '' }, '/rondes')).status).toBe(422);
    const opened = await wr.submit(list, { title: 'Ronde 2016' }, '/rondes');
    const round = opened.location ?? '';
    const focuspuntId = await consulted();
    const work = await wr.get(`/focuspunten/${focuspuntId}/werk`);
    await wr.submit(work, { round: round.split('/')[2] ?? '' }, `/focuspunten/${focuspuntId}/ronde`);
    const page = await wr.get(round);
    expect(page.statements.length).toBeLessThanOrEqual(6);
    expect((await wr.submit(page, {}, `${round}/voorstellen`)).status).toBe(422);
    await wr.submit(page, { proposal_text: 'Wij stellen voor dit te doen.' }, `${round}/voorstellen`);
    const college = await as(town.college.id);
    const proposal = await college.get(round);
    const point = `${round}/punten/${focuspuntId}`;
    const wrong = await college.submit(proposal, { outcome: 'rejected', reason: '' }, point);
    expect(wrong.status).toBe(422);
    const done = await college.submit(wrong, { outcome: 'rejected', reason: 'Te vroeg.' }, point);
    expect(done.location).toBe(round);
    expect((await college.follow(done)).text).toContain('afgewezen');
    expect((await wr.get(`/raadsmemo/nieuw?ronde=${round.split('/')[2]}`)).status).toBe(200);
    expect((await as(town.policeAccount).then((police) => police.get(round))).status).toBe(403);
    expect(bringToCollege.name).toBe('focuspunt.bring_to_college');
  });
});
