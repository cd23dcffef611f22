import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MovedHouse, movedHouse } from './support/moved-clock.ts';
import { goOn, report } from './support/report.ts';
import { send } from './support/send.ts';
import { press, type Visitor } from './support/visitors.ts';

/**
 * The acceptance scenario of product.md C9, in browsers and on a clock that the journey moves: day 1, 2, 30 (the besluit, for
 * the term of fourteen days comes first; 0.2 D22) and 60.
 */
let house: MovedHouse;
beforeAll(async () => {
  house = await movedHouse('2026-03-02T09:00:00+01:00');
});
afterAll(() => house?.close());

const WORD = 'Merelveld';
const MAIL = 'melder@voorbeeld.test';
const mainText = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();
const pathOf = ({ page }: Visitor): string => new URL(page.url()).pathname;

/** What was told on day one: number of each signaal, in the order in which they came. */
const numbers = async (): Promise<number[]> => {
  const rows = await house.sql<{ number: string }>(
    'select number from signaal where text like $1 order by number',
    [`%${WORD}%`],
  );
  return rows.map(({ number }) => Number(number));
};

let code: string;
let knelpunt: string;
let focuspunt: string;

describe('day 1: twelve voices by every door', () => {
  it('come in by web, desk, telephone, paper, rondgang, street, councillor and the care network', async () => {
    const resident = await house.enter();
    const told = ['Zakken naast', 'Glas bij', 'Zwerfafval rond', 'Blikjes bij', 'Plastic bij'];
    for (const [turn, what] of told.entries()) {
      code = await report(resident, {
        text: `${what} de container aan het ${WORD}.`,
        street: 'Oosterheemplein',
        contact: { mail: `melder${turn}@voorbeeld.test` },
      });
    }
    const bea = await house.enter('Bea Balie');
    for (const kanaal of ['desk', 'phone', 'paper']) {
      await bea.open('/balie');
      await bea.page.locator('[name=tekst]').fill(`Afval aan het ${WORD}, per ${kanaal}.`);
      await bea.page.locator('[name=plek_straat]').fill('Oosterheemplein');
      await bea.page.locator(`[name=kanaal][value=${kanaal}]`).check();
      const street = bea.page.locator('[name=plek_straat]');
      await Promise.all([bea.page.waitForURL('**/balie/bewijs/**'), street.press('Enter')]);
      expect(pathOf(bea)).toMatch(/^\/balie\/bewijs\//);
    }
    const wout = await house.enter('Wout Regie');
    for (const hoe of ['street', 'rondgang']) {
      await wout.open('/noteer');
      await send(wout, '/noteer', {
        tekst: `Gezien: afval aan het ${WORD}.`,
        plek_straat: 'Oosterheemplein',
        hoe,
      });
    }
    const rik = await house.enter('Rik Raadslid');
    await rik.open('/doorgeven');
    await send(rik, '/doorgeven', {
      tekst: `Een bewoner vertelt van afval aan het ${WORD}.`,
      plek_straat: 'Oosterheemplein',
      akkoord: 'on',
    });
    const alie = await house.enter('Alie Aanvoerder');
    await alie.open('/zorgpatroon');
    await send(alie, '/zorgpatroon', { thema: 'Afval', gebied: 'Oosterheem', omvang: '11_to_25' });
    const found = await house.sql<{ source: string; channel: string }>(
      'select source, channel from signaal where text like $1 order by source, channel',
      [`%${WORD}%`],
    );
    expect(found.map(({ source, channel }) => `${source} ${channel}`)).toEqual([
      'councillor web',
      'resident desk',
      'resident paper',
      'resident phone',
      'resident web',
      'resident web',
      'resident web',
      'resident web',
      'resident web',
      'staff rondgang',
      'staff street',
    ]);
    expect(await house.sql(`select 1 from care_pattern where size_class = '11_to_25'`)).toHaveLength(1);
  });

  it('and one individual case leaves a count, and not a word', async () => {
    const resident = await house.enter();
    await resident.open('/melden');
    await resident.page
      .locator('[name=tekst]')
      .fill('Bij nummer twaalf woont een Verwardeling die schreeuwt, ziek denk ik.');
    await goOn(resident);
    await resident.page.getByLabel('Over een persoon of een gezin').check();
    await goOn(resident);
    expect(pathOf(resident)).toBe('/melden/hulp');
    const tables = await house.sql<{ table_name: string }>(
      `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'gemeente'`,
    );
    for (const { table_name } of tables) {
      const hits = await house.sql(
        `select 1 from ${table_name} t where t::text ilike '%verwardeling%' limit 1`,
      );
      expect(hits, table_name).toEqual([]);
    }
    expect(await house.sql('select 1 from gate_count')).not.toEqual([]);
  });
});

describe('day 2: five in one knelpunt, two departments, two returns, a decision', () => {
  it('bundles five, and each reporter hears one sentence once', async () => {
    await house.at('2026-03-03T10:00:00+01:00');
    const five = (await numbers()).slice(0, 5);
    const wout = await house.enter('Wout Regie');
    await wout.open(`/knelpunten/nieuw?meldingen=${five.join(',')}`);
    await send(wout, '/knelpunten/nieuw', {
      titel: `Afval aan het ${WORD}`,
      gebied: 'Oosterheem',
      zin: 'Wij nemen de meldingen over afval samen en zoeken uit wat er nodig is.',
    });
    knelpunt = pathOf(wout);
    expect(knelpunt).toMatch(/^\/knelpunten\/[0-9a-f-]{36}$/);
    await house.settle();
    const told = await house.sql<{ n: number }>(
      `select count(*)::int as n from message m join reporter r on r.id = m.recipient_id
       join knelpunt_signaal k on k.signaal_id = r.signaal_id
       where m.template like '%knelpunt%' and k.knelpunt_id = $1 group by r.id`,
      [knelpunt.split('/').at(-1)],
    );
    expect(told.map(({ n }) => n)).toEqual([1, 1, 1, 1, 1]);
  });

  it('goes to two departments, comes back twice, and gets a name and a date', async () => {
    const wout = await house.enter('Wout Regie');
    await wout.open(knelpunt);
    await send(wout, '/onderzoeken', { vermoeden: 'Het afval komt in het weekend.' });
    const stadsbeheer = await wout.page.locator('[name="afdelingen"]').count();
    expect(stadsbeheer).toBeGreaterThan(2);
    const idOf = async (name: string): Promise<string> => {
      const [row] = await house.sql<{ id: string }>('select id from department where name = $1', [name]);
      return row?.id ?? '';
    };
    const departments = [
      await idOf('Afval en reiniging'),
      await idOf('Veiligheid, Vergunningen en Handhaving'),
    ];
    await send(wout, '/beleggen', {
      afdelingen: departments,
      kansrijk: '2',
      nut: '3',
      advies: 'Vegen en handhaven, samen.',
    });
    for (const name of ['Aicha Afval', 'Vera Veilig']) {
      const worker = await house.enter(name);
      await worker.open(knelpunt);
      await send(worker, '/teruggeven', { reden: 'not_ours', woord: 'Dit is van de andere afdeling.' });
      await house.settle();
    }
    const paula = await house.enter('Paula Proces');
    await paula.open('/knopen');
    await paula.page
      .getByRole('link', { name: new RegExp(WORD) })
      .first()
      .click();
    await send(paula, '/pakken');
    for (const department of ['Afval en reiniging', 'Veiligheid, Vergunningen en Handhaving']) {
      await send(paula, '/horen', { department, text: 'Gebeld; het gaat om de zondag.' });
    }
    await send(paula, '/besluit', {
      department: 'Afval en reiniging',
      budget: 'Reiniging, regulier',
      due: '2026-03-20',
      text: 'Reiniging veegt op zondag; handhaving kijkt mee.',
      public: 'De afdeling Afval en reiniging pakt dit op.',
    });
    const [decision] = await house.sql<{ due: string; state: string }>(
      'select d.due_on::text as due, k.state from knot_decision d join knot k on k.id = d.knot_id order by d.decided_at desc limit 1',
    );
    expect(decision).toEqual({ due: '2026-03-20', state: 'decided' });
    await house.settle();
    const [placed] = await house.sql<{ state: string }>('select state from knelpunt where id = $1', [
      knelpunt.split('/').at(-1),
    ]);
    expect(placed).toEqual({ state: 'placed' });
  });
});

describe('day 30: the besluit', () => {
  it('follows S5, advice and reactions; the college sets without a baseline, and it stands red', async () => {
    await house.at('2026-03-12T10:00:00+01:00');
    let wout = await house.enter('Wout Regie');
    await wout.open(knelpunt);
    await send(wout, '/onvoldoende', { waarom: 'Na een week ligt het er weer.' });
    await send(wout, '/kandidaat', {
      inzet: 'Extra veegrondes',
      door: 'Afval en reiniging',
      sinds: '2026-01-05',
      waarom: 'Het komt elk weekend terug.',
    });
    await wout.open(`/focuspunten/nieuw?knelpunt=${knelpunt.split('/').at(-1)}`);
    await send(wout, '/focuspunten/nieuw', {
      public_summary: 'Een schoon plein in Oosterheem, ook op zondag.',
    });
    focuspunt = pathOf(wout).replace(/\/werk$/, '');
    await wout.open(`${focuspunt}/werk`);
    await send(wout, '/vragen');
    const resident = await house.enter();
    await resident.open(focuspunt);
    await send(resident, focuspunt, { stance: 'agree', text: 'Goed plan, begin snel.' });
    await house.at('2026-03-30T10:00:00+02:00');
    wout = await house.enter('Wout Regie');
    await wout.open(`${focuspunt}/werk`);
    await send(wout, '/naar-college');
    await house.at('2026-04-01T10:00:00+02:00');
    const coby = await house.enter('Coby College');
    await coby.open(`${focuspunt}/werk`);
    await send(coby, '/besluit', { outcome: 'set', without_baseline_until: '2026-07-01' });
    const council = await house.enter();
    await council.open('/raad');
    expect(await mainText(council)).not.toContain(`Afval aan het ${WORD}`);
  });

  it('is told in order: memo, two signatures, raad, and then whoever spoke', async () => {
    const sacha = await house.enter('Sacha Secretaris');
    await sacha.open(`/raadsmemo/nieuw?focuspunt=${focuspunt.split('/').at(-1)}`);
    await send(sacha, '/raadsmemo', {
      title: 'Een focuspunt voor Oosterheem',
      intro: 'Het college stelde een focuspunt vast.',
      embargo: '2026-04-02',
    });
    const memo = pathOf(sacha);
    expect(memo).toMatch(/^\/raadsmemo\/[0-9a-f-]{36}$/);
    const burcu = await house.enter('Burcu Burgemeester');
    await burcu.open(memo);
    await send(burcu, memo);
    await sacha.open(memo);
    await send(sacha, memo);
    await house.at('2026-04-03T10:00:00+02:00');
    const [news] = await house.sql<Record<string, Date | null>>(
      `select council_told_at, partners_told_at, reporters_told_at, followers_told_at, press_told_at from news_release
       order by made_at desc limit 1`,
    );
    expect(Object.values(news ?? {}).every((moment) => moment !== null)).toBe(true);
    const docx = await sacha.page.evaluate(async (address) => {
      const answer = await fetch(address);
      return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
    }, `${memo}.docx`);
    expect(docx.status).toBe(200);
    expect(docx.bytes).toBeGreaterThan(4_000);
    const council = await house.enter();
    await council.open('/raad');
    const page = await mainText(council);
    expect(page).toContain(`Afval aan het ${WORD}`);
    expect(page).toMatch(/zonder nulmeting/i);
  });
});

describe('from the code to the raad and back', () => {
  it('walks the red thread of one resident, by links only', async () => {
    const resident = await house.enter();
    await resident.open('/');
    await resident.page.locator('main [name=code]').fill(code);
    await press(resident.page.locator('main form:has([name=code]) button'));
    expect(pathOf(resident)).toBe(`/volg/${code}`);
    const along = (station: string) =>
      press(resident.page.locator('.wr-thread a').filter({ hasText: station }).first());
    const go = (name: string | RegExp) =>
      press(resident.page.locator('main').getByRole('link', { name }).first());
    await along('Focuspunt');
    expect(pathOf(resident)).toBe(focuspunt);
    await go('Zo staat het op de pagina van de raad');
    expect(pathOf(resident)).toBe('/raad');
    await go(new RegExp(`Afval aan het ${WORD}`));
    expect(pathOf(resident)).toBe(focuspunt);
    await along('Gehoord');
    await go('Uw melding');
    expect(pathOf(resident)).toBe(`/volg/${code}`);
  });
});

describe('day 60: not solved, open again, solved', () => {
  it('goes back on the reporter’s word, and ends on it', async () => {
    const resident = await house.enter();
    await house.at('2026-04-24T10:00:00+02:00');
    const mine = await report(resident, {
      text: `Lamp kapot aan het ${WORD}.`,
      street: 'Oosterheemplein',
      contact: { mail: MAIL },
    });
    const finish = async (answer: string): Promise<void> => {
      const lars = await house.enter('Lars Licht');
      await lars.open('/werk?zoek=lamp');
      await lars.page
        .getByRole('link', { name: /Lamp kapot/ })
        .first()
        .click();
      await send(lars, '/gedaan', { uitkomst: 'solved', antwoord: answer });
      expect(await mainText(lars)).toContain('Klaar.');
    };
    await finish('De lamp is vervangen.');
    await house.at('2026-05-01T10:00:00+02:00');
    await resident.open(`/volg/${mine}/niet-opgelost`);
    await send(resident, '/niet-opgelost', { tekst: 'Hij brandt nog steeds niet.' });
    const state = async (): Promise<string | undefined> => {
      const [row] = await house.sql<{ state: string }>(`select state from signaal where text like $1`, [
        `Lamp kapot aan het ${WORD}%`,
      ]);
      return row?.state;
    };
    expect(await state()).toBe('reopened');
    await finish('De kabel is nu ook vervangen.');
    await resident.open(`/volg/${mine}`);
    expect((await mainText(resident)).toLowerCase()).toContain('klaar');
    await house.at('2026-05-20T10:00:00+02:00');
    expect(await state()).toBe('closed');
    expect(code).toMatch(/^[A-Z0-9]{4}-/);
  });
});
