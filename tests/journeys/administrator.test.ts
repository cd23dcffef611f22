import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { report } from './support/report.ts';
import { openFromWorklist, ownWord } from './support/staff.ts';
import { press, receiveVisitors, type Visitor } from './support/visitors.ts';

const visitors = receiveVisitors();

const main = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();

describe('the administrator', () => {
  it('makes an account, gives it a role, and sees both in its history', async () => {
    const name = `Nora ${ownWord()}`;
    const femke = await visitors.enter({ signInAs: 'Femke Beheer' });
    const { page, open } = femke;
    await open('/beheer');
    await press(page.getByRole('link', { name: 'Accounts en rollen' }));
    await press(page.getByRole('link', { name: 'Nieuw account' }));
    await press(page.getByRole('button', { name: 'Maak account' }));
    expect(await page.getByRole('alert').innerText()).toContain('Vul een naam in.');
    await page.getByLabel('Naam').fill(name);
    await page.getByLabel('E-mailadres').fill('nora@zoetermeer.voorbeeld');
    await press(page.getByRole('button', { name: 'Maak account' }));
    expect(await page.locator('h1').innerText()).toBe(name);
    await press(page.getByRole('link', { name: 'Geef een rol' }));
    await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'medewerker van een vakafdeling' });
    await press(page.getByRole('button', { name: 'Geef deze rol' }));
    expect(await page.getByRole('alert').innerText()).toContain('Kies de afdeling of organisatie.');
    await page.getByLabel('Afdeling of organisatie').selectOption({ label: 'Groen' });
    await press(page.getByRole('button', { name: 'Geef deze rol' }));
    expect(await main(femke)).toMatch(/medewerker van een vakafdeling[\s\S]*Groen[\s\S]*geldt nu/);
    expect(await main(femke)).toMatch(/rol gegeven[\s\S]*Femke Beheer[\s\S]*account gemaakt/);
  });

  it('changes a term from a day on, rewords a text, and finds both in the history', async () => {
    const word = ownWord();
    const femke = await visitors.enter({ signInAs: 'Femke Beheer', javaScript: false });
    const { page, open } = femke;
    await open('/beheer/instellingen/term.plan_date');
    await page.locator('[name=value]').fill('9');
    await page.locator('[name=validFrom-year]').fill('2030');
    await press(page.getByRole('button', { name: 'Opslaan' }));
    expect(await main(femke)).toContain('9 werkdagen, vanaf');

    await open('/beheer/teksten?zoek=Liever+niet+digitaal');
    await press(page.locator('main td a, main th a').first());
    await page.getByLabel('De tekst van uw gemeente').fill(`Liever niet digitaal, ${word}?`);
    await press(page.getByRole('button', { name: 'Opslaan' }));
    await open('/');
    expect(await main(femke)).toContain(`Liever niet digitaal, ${word}?`);

    await open('/beheer/geschiedenis');
    expect(await main(femke)).toContain('Femke Beheer');
    expect(await main(femke)).toMatch(/term\.plan_date|setting/);
  });
});

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('what the municipality had before', () => {
  it('a buurt is read in for a day to come, after a file that cannot be read', async () => {
    const femke = await visitors.enter({ signInAs: 'Femke Beheer', javaScript: false, width: 320 });
    const { page, open } = femke;
    await open('/beheer/gebieden');
    await press(page.getByRole('link', { name: 'Gebieden en kerncijfers inlezen' }));
    const choose = async (name: string, text: string): Promise<void> => {
      await page.getByLabel('Bestand').setInputFiles(asFile(name, text));
      await press(page.getByRole('button', { name: 'Kijken wat er verandert' }));
    };
    await choose('buurten.zip', 'PK\u0003\u0004 buurten.shp');
    expect(await main(femke)).toContain('bewaar de laag als GeoPackage');
    await press(page.getByRole('link', { name: 'Ander bestand' }));
    const name = `Buurt ${ownWord()}`;
    const corners = [
      [4.6, 52.2],
      [4.61, 52.2],
      [4.61, 52.21],
      [4.6, 52.2],
    ];
    const feature = {
      properties: { buurtcode: 'BU06379990', buurtnaam: name },
      geometry: { type: 'Polygon', coordinates: [corners] },
    };
    await choose('2031.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    await page.locator('[name=validFrom-day]').fill('1');
    await page.locator('[name=validFrom-month]').fill('1');
    await page.locator('[name=validFrom-year]').fill('2031');
    await press(page.getByRole('button', { name: 'Opnieuw kijken' }));
    expect(await main(femke)).toContain('1 buurten erbij');
    await press(page.getByRole('button', { name: 'Inlezen' }));
    expect(await main(femke)).toContain('Gedaan: 1 buurten erbij');
    await open('/beheer/gebieden');
    expect(await main(femke)).toMatch(/Wat straks verandert\s+Vanaf woensdag 1 januari 2031/);
    expect(await main(femke)).not.toContain(name);
  });

  it('meldingen of another system are taken over; the import is found again, and what was left out comes as a file', async () => {
    const file = `${ownWord()}.csv`;
    const femke = await visitors.enter({ signInAs: 'Femke Beheer' });
    const { page, open } = femke;
    await open('/beheer');
    await press(page.getByRole('link', { name: 'Meldingen overnemen' }));
    await page.getByLabel('Naam van het andere systeem').fill(`Oud ${file}`);
    const rows =
      'nummer;gemeld op;status;omschrijving\n1;1-2-2016;gesloten;Tak\n2;31-2-2016;gesloten;Tak\n3;2-2-2016;gesloten;Tak\n';
    await page.getByLabel('Bestand').setInputFiles(asFile(file, rows));
    await press(page.getByRole('button', { name: 'Lees het bestand' }));
    expect(await main(femke)).toContain('de datum is niet te lezen');
    await press(page.getByRole('button', { name: 'Neem 3 regels over' }));
    await open('/start');
    await expect
      .poll(
        async () => {
          await open('/beheer/overnemen');
          return page.locator('tr', { hasText: file }).innerText();
        },
        { timeout: 15_000, interval: 300 },
      )
      .toContain('klaar');
    await press(page.getByRole('link', { name: `Oud ${file}: ${file}` }));
    expect(await main(femke)).toContain('2 nieuw, 0 bijgewerkt, 0 al bekend, 1 niet');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download wat niet is overgenomen' }).click(),
    ]);
    expect(await textOf(await download.createReadStream())).toContain('"3";"de datum is niet te lezen"');
  });

  it('anybody takes the open data along', async () => {
    const { page, open } = await visitors.enter({ javaScript: false });
    await open('/');
    await press(page.getByRole('link', { name: 'Open data' }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Aantallen per buurt en onderwerp als CSV' }).click(),
    ]);
    expect(await textOf(await download.createReadStream())).toMatch(/^\uFEFF"jaar";"maand";"buurtCode"/);
  });
});

describe('who keeps an eye on it', () => {
  it('the privacy officer sees who looked at contact data', async () => {
    const word = ownWord();
    const resident = await visitors.enter({ javaScript: false });
    const contact = { naam: `Mevrouw ${word}`, mail: 'mevrouw@voorbeeld.test' };
    await report(resident, { text: `Een tak bij ${word} is los.`, street: 'Binnenweg', contact });
    const gerda = await visitors.enter({ signInAs: 'Gerda Groen' });
    await openFromWorklist(gerda, word);
    expect(await main(gerda)).not.toContain(`Mevrouw ${word}`);
    await press(gerda.page.getByRole('button', { name: 'Toon de gegevens' }));
    expect(await main(gerda)).toContain(`Mevrouw ${word}`);

    const fatima = await visitors.enter({ signInAs: 'Fatima Privacy' });
    await fatima.open('/start');
    await press(fatima.page.getByRole('link', { name: 'Inzage in contactgegevens' }));
    const log = await main(fatima);
    expect(log).toMatch(/Gerda Groen[\s\S]*contactgegevens bekeken|contactgegevens bekeken/);
    expect(log).not.toContain(word);
  });

  it('the privacy officer judges what the desk kept in spite of the guard, and takes the person out', async () => {
    const word = ownWord();
    const bea = await visitors.enter({ signInAs: 'Bea Balie' });
    await bea.open('/balie');
    const sending = async (): Promise<void> => {
      await press(bea.page.locator('main form button[value=send]'));
    };
    await bea.page.locator('[name=tekst]').fill(`De kast bij ${word} zoemt, bel 06 12345678.`);
    await bea.page.locator('[name=plek_straat]').fill('Binnenweg');
    await sending();
    await bea.page.getByLabel('Toch zo bewaren?').fill('Nummer van de beheerder');
    await sending();
    expect(new URL(bea.page.url()).pathname).toMatch(/^\/balie\/bewijs\//);

    const fatima = await visitors.enter({ signInAs: 'Fatima Privacy', width: 320 });
    await fatima.open('/start');
    await press(fatima.page.getByRole('link', { name: 'Toch bewaard door de balie' }));
    const list = await main(fatima);
    expect(list).toContain(`De kast bij ${word} zoemt, bel •••`);
    expect(list).toContain('Nummer van de beheerder');
    expect(await barriersOn(fatima.page)).toEqual([]);
    const card = fatima.page.locator('li', { hasText: word });
    await press(card.getByRole('link').first());
    expect(await barriersOn(fatima.page)).toEqual([]);
    await fatima.page.getByLabel('Haal de gegevens weg').check();
    await fatima.page.getByLabel('Opmerking voor wie dit bewaarde').fill('Een nummer hoort onderaan.');
    await press(fatima.page.getByRole('button', { name: 'Bekeken' }));
    expect(await main(fatima)).toContain('gegevens weggehaald');

    await bea.open('/berichten');
    await press(bea.page.getByRole('link', { name: 'De privacyfunctionaris bekeek' }));
    const shown = await main(bea);
    expect(shown).toContain(`De kast bij ${word} zoemt, bel •••.`);
    expect(shown).toContain('Een nummer hoort onderaan.');
    expect(shown).not.toContain('12345678');
  });

  it('the auditor takes the history along as a file, without a word of any signaal', async () => {
    const word = ownWord();
    const resident = await visitors.enter({ javaScript: false });
    await report(resident, { text: `Het bankje bij ${word} is stuk.`, street: 'Binnenweg' });
    const { page, open } = await visitors.enter({ signInAs: 'Ruud Rekenkamer' });
    await open('/start');
    await press(page.getByRole('link', { name: 'Geschiedenis' }).first());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main a[href*=".jsonl"]').click(),
    ]);
    const lines = await textOf(await download.createReadStream());
    const rows = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.every((row) => 'action' in row || 'handeling' in row)).toBe(true);
    expect(lines).not.toContain(word);
  });

  it('nobody without the right gets in by typing the address', async () => {
    const gerda = await visitors.enter({ signInAs: 'Gerda Groen' });
    for (const path of ['/beheer/accounts', '/beheer/toegang', '/balie', '/wijk-werk', '/post/brieven']) {
      await gerda.open(path, 403);
      expect(await gerda.page.locator('h1').count()).toBe(1);
    }
  });
});

const textOf = async (stream: AsyncIterable<Buffer | string>): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};
