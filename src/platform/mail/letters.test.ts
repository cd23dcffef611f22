import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { mailRoom } from './index.ts';
import { mayMakeStack, STACK_SIZE } from './letters.ts';
import { GEMEENTE, historyOf, queue, stored, testPost } from './post.fixture.ts';

const DAY = 86_400_000;
const LETTERS = '/post/brieven';
const post = testPost();
let test: TestWorld;
let site: TestSite;
let desk: TestClient;

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  site = testSite(
    test,
    mailRoom(post.office, (_rq, key) => (key === 'message.test.word' ? 'Ontvangst' : undefined)).routes,
  );
  desk = await site
    .client()
    .signInAs(await makePerson(test, { holdings: [{ role: 'desk_worker', from: '2010-01-01' }] }));
});
afterAll(() => test.close());

// A new day for each test: the stack of one must not close the door for the next.
beforeEach(async () => {
  test.clock.advance(DAY);
  await asOwner(test.urls, GEMEENTE, 'delete from message where gemeente = $1', [GEMEENTE]);
  desk = await site
    .client()
    .signInAs(await makePerson(test, { holdings: [{ role: 'desk_worker', from: '2010-01-01' }] }));
});

const letterFor = async (name: string, address?: readonly string[]): Promise<string> => {
  const recipientId = newId();
  post.people.set(recipientId, { name, ...(address ? { address } : {}) });
  return queue(test, { recipientId, channel: 'letter', variables: { word: name } });
};

const makeStack = async () => desk.submit(await desk.get(LETTERS), {}, LETTERS);

describe('the letters of a day', () => {
  it('are printed as one stack, each with its address, phone number and 28 days', async () => {
    const id = await letterFor('Mevrouw De Vries', ['Dorpsstraat 1', '2712 AB Zoetermeer']);
    await letterFor('Meneer Bakker', ['Kerkweg 2', '2712 CD Zoetermeer']);
    const list = await desk.get(LETTERS);
    expect(list.text).toContain('Ontvangst');
    expect(list.text, 'a list tells nobody whom it is for').not.toContain('De Vries');
    const answer = await makeStack();
    expect(answer.status).toBe(303);
    const stack = await desk.follow(answer);
    for (const word of [
      'Mevrouw De Vries',
      'Dorpsstraat 1',
      '2712 AB Zoetermeer',
      '079 123 45 67',
      'Markt 10',
    ]) {
      expect(stack.text).toContain(word);
    }
    expect(stack.text).toContain('dinsdag 5 april 2016');
    expect(stack.text.match(/class="wr-letter"/g)).toHaveLength(2);
    expect(await stored(test, id)).toMatchObject({ state: 'printed' });
  });

  it('go once a day: a letter that comes later waits for tomorrow', async () => {
    await letterFor('Een', ['Straat 1']);
    const page = await desk.get(LETTERS);
    await desk.submit(page, {}, LETTERS);
    const late = await letterFor('Twee', ['Straat 2']);
    expect((await desk.get(LETTERS)).text).toContain('De stapel van vandaag is gemaakt.');
    const second = await desk.submit(page, {}, LETTERS);
    expect(second.text).toContain('batch_made_today');
    test.clock.advance(DAY);
    desk = await site
      .client()
      .signInAs(await makePerson(test, { holdings: [{ role: 'desk_worker', from: '2010-01-01' }] }));
    expect((await makeStack()).status).toBe(303);
    expect(await stored(test, late)).toMatchObject({ state: 'printed' });
  });

  it('are made into one stack when two people press the button together', async () => {
    await letterFor('Een', ['Straat 1']);
    const page = await desk.get(LETTERS);
    const answers = await Promise.all([desk.submit(page, {}, LETTERS), desk.submit(page, {}, LETTERS)]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([303, 303]);
    const stacks = await asOwner(test.urls, GEMEENTE, 'select id from print_batch where made_at = $1', [
      test.clock.now(),
    ]);
    expect(stacks).toHaveLength(1);
  });

  it('without an address fail where the administrator sees them', async () => {
    const id = await letterFor('Zonder adres');
    const answer = await makeStack();
    expect(answer.location).toBe(LETTERS);
    expect(await stored(test, id)).toMatchObject({ state: 'failed', error_code: 'no_address' });
    expect(await historyOf(test, id)).toEqual(['message.failed']);
  });

  it('can be printed again, without whoever was erased meanwhile, and each look is logged', async () => {
    const recipientId = newId();
    post.people.set(recipientId, { name: 'Tijdelijk', address: ['Straat 1'] });
    await queue(test, { recipientId, channel: 'letter', variables: { word: 'x' } });
    const answer = await makeStack();
    expect((await desk.follow(answer)).text).toContain('Tijdelijk');
    post.people.delete(recipientId);
    const again = await desk.follow(answer);
    expect(again.text).not.toContain('Tijdelijk');
    expect(again.text).toContain('omdat het adres intussen is gewist: 1');
    const looks = await asOwner(test.urls, GEMEENTE, 'select kind from access_log where object_id = $1', [
      answer.location?.split('/').at(-1),
    ]);
    expect(looks).toEqual([{ kind: 'contact.letter_stack' }, { kind: 'contact.letter_stack' }]);
  });

  it('are nobody else’s: a resident must sign in, a wijkregisseur is refused', async () => {
    expect((await site.client().get(LETTERS)).text).toContain('sign_in_needed');
    const other = await makePerson(test, { holdings: [{ role: 'wijkregisseur', from: '2010-01-01' }] });
    expect((await (await site.client().signInAs(other)).get(LETTERS)).text).toContain('forbidden');
  });

  it('allow a second stack only after a full one', () => {
    expect(mayMakeStack([])).toBe(true);
    expect(mayMakeStack([{ letters: 3 }])).toBe(false);
    expect(mayMakeStack([{ letters: STACK_SIZE }])).toBe(true);
    expect(mayMakeStack([{ letters: STACK_SIZE }, { letters: 5 }])).toBe(false);
  });
});
