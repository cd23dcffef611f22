import { describe, expect, it } from 'vitest';
import { report, shownCode } from './support/report.ts';
import { finish, openFromWorklist, ownWord } from './support/staff.ts';
import { press, receiveVisitors, type Visitor } from './support/visitors.ts';

const visitors = receiveVisitors();

const main = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();

describe('a loose branch, from a resident to the department and back', () => {
  it('is told in three pages on a telephone without script, and is solved the second time', async () => {
    const word = ownWord();
    const resident = await visitors.enter({ javaScript: false, width: 320 });
    const code = await report(resident, {
      text: `Een tak van de boom bij ${word} hangt los.`,
      street: 'Leyensetuin',
      contact: { naam: 'Trees Verzonnen', mail: 'trees@voorbeeld.test' },
    });
    expect(await main(resident)).toMatch(/Uw melding ligt nu bij .*Groen/);

    await resident.open('/volg');
    await resident.page.getByLabel('Uw code').fill(code.toLowerCase().replaceAll('-', ' '));
    await press(resident.page.getByRole('button', { name: 'Bekijk' }));
    expect(await shownCode(resident)).toBe(code);
    expect(await main(resident)).toContain('bekeken');
    await press(resident.page.getByRole('link', { name: 'Iets toevoegen' }));
    await resident.page.getByLabel('Wat wilt u toevoegen?').fill('Er spelen kinderen onder.');
    await press(resident.page.getByRole('button', { name: 'Voeg toe' }));
    expect(await main(resident)).toContain('Er spelen kinderen onder.');

    const gerda = await visitors.enter({ signInAs: 'Gerda Groen' });
    await openFromWorklist(gerda, word);
    expect(await main(gerda)).toContain('Er spelen kinderen onder.');
    await press(gerda.page.getByRole('button', { name: 'Aanvaard' }));
    expect(await gerda.page.getByRole('status').first().innerText()).toContain('Aanvaard.');
    await finish(gerda, 'De tak is weggehaald.');

    await resident.open(`/volg/${code}`);
    expect(await main(resident)).toContain('De tak is weggehaald.');
    expect(await main(resident)).toContain('klaar');
    await press(resident.page.getByRole('link', { name: 'Niet opgelost? Laat het weten' }));
    await press(resident.page.getByRole('button', { name: 'Verstuur' }));
    expect(await resident.page.getByRole('alert').innerText()).not.toBe('');
    await resident.page.getByLabel('Wat is er nog niet goed?').fill('Er hangt nog een tweede tak.');
    await press(resident.page.getByRole('button', { name: 'Verstuur' }));
    expect(await main(resident)).toContain('Uw melding is weer open.');
    expect(await main(resident)).toContain('opnieuw open');

    await openFromWorklist(gerda, word);
    expect(await main(gerda)).toContain('Er hangt nog een tweede tak.');
    await finish(gerda, 'Ook de tweede tak is weg.');
    await resident.open(`/volg/${code}`);
    await press(resident.page.getByRole('button', { name: 'Opgelost, dank u' }));
    expect(await main(resident)).toContain('Wij hebben genoteerd dat het is opgelost.');
    await gerda.open(`/werk?zoek=${word}`);
    expect(await main(gerda)).toContain('Niets gevonden');
  });

  it('tells the reporter by mail what happened, and nobody what was told', async () => {
    const word = ownWord();
    const resident = await visitors.enter();
    await report(resident, {
      text: `De heg bij ${word} steekt over de stoep.`,
      street: 'Binnenweg',
      contact: { mail: `${word.toLowerCase()}@voorbeeld.test` },
    });
    await resident.open('/demo/post');
    await press(resident.page.getByRole('link', { name: 'Ontvangstbewijs' }).first());
    const mail = await main(resident);
    expect(mail).toContain('Dank u wel. Wij hebben uw melding');
    expect(mail).not.toContain(word);
  });
});
