import { describe, expect, it } from 'vitest';
import { Refusal } from '../errors.ts';
import { bodyRooms } from './body-room.ts';
import { readForm as readInRoom } from './forms.ts';

const MEGABYTE = 1_000_000;
const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';

const sent = (body: BodyInit, type: string): Request =>
  new Request('http://here.invalid/', { method: 'POST', body, headers: { 'content-type': type } });

const room = bodyRooms(100 * MEGABYTE);
const readForm = (request: Request, most: number) => readInRoom(request, most, room());

const part = (name: string, value: string): string =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** The code with which a body was refused, and how many milliseconds that took. */
const refusalOf = async (body: BodyInit, type: string, most = 50 * MEGABYTE) => {
  const begin = performance.now();
  const answer = await readForm(sent(body, type), most).catch((error: unknown) => error);
  if (!(answer instanceof Refusal)) throw new Error('This body was not refused');
  return { code: answer.code, status: answer.status, took: performance.now() - begin };
};

describe('the body of a form', () => {
  it('is read as text, all values of a name kept', async () => {
    const form = await readForm(sent('a=1&a=2&b=een%20b%C3%A9', URLENCODED), 100);
    expect([form.all('a'), form.text('b')]).toEqual([['1', '2'], 'een bé']);
  });

  it('may be large when it holds files, not when it holds text', async () => {
    const photo = `--x\r\ncontent-disposition: form-data; name="foto"; filename="a.jpg"\r\n\r\n${'j'.repeat(MEGABYTE)}\r\n`;
    const form = await readForm(sent(`${part('tekst', 'lamp')}${photo}--x--\r\n`, MULTIPART), 2 * MEGABYTE);
    expect([form.text('tekst'), form.files.map(({ bytes }) => bytes.length)]).toEqual(['lamp', [MEGABYTE]]);
    const text = `${part('tekst', 'a'.repeat(MEGABYTE))}--x--\r\n`;
    expect(await refusalOf(text, MULTIPART)).toMatchObject({ code: 'too_large', status: 413 });
    expect(await refusalOf(`tekst=${'a'.repeat(MEGABYTE)}`, URLENCODED)).toMatchObject({ code: 'too_large' });
  });

  // Where photos are taken, a body may be tens of megabytes: half a million empty fields took seven seconds to take apart.
  it('with thousands of fields is refused at once, whatever its size', async () => {
    const fields = await refusalOf('a&'.repeat(250_000), URLENCODED);
    expect(fields).toMatchObject({ code: 'too_large', status: 413 });
    const parts = await refusalOf(`${part('a', '1').repeat(100_000)}--x--\r\n`, MULTIPART);
    expect(parts).toMatchObject({ code: 'too_large', status: 413 });
    expect(fields.took + parts.took).toBeLessThan(1_000);
  });

  it('with photos is told to come back when others fill the room, one without is not', async () => {
    const rooms = bodyRooms(2 * MEGABYTE);
    const photo = `--x\r\ncontent-disposition: form-data; name="foto"; filename="a"\r\n\r\n${'j'.repeat(MEGABYTE)}`;
    const enter = (own = rooms()) => readInRoom(sent(`${photo}\r\n--x--\r\n`, MULTIPART), 5 * MEGABYTE, own);
    const [first, second] = [rooms(), rooms()];
    first.take(MEGABYTE);
    second.take(MEGABYTE);
    await expect(enter()).rejects.toMatchObject({ code: 'busy', status: 503 });
    expect((await readInRoom(sent('tekst=lamp', URLENCODED), 5_000, rooms())).text('tekst')).toBe('lamp');
    first.leave();
    first.leave();
    second.leave();
    expect((await enter()).files).toHaveLength(1);
  });

  it('that breaks off halfway is refused as unreadable, not told as a fault of the program', async () => {
    const lost = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('tekst=')),
      pull: (controller) => controller.error(new Error('aborted')),
    });
    // Node asks for "duplex" with a stream; the types of the web do not know it yet.
    const halfway: RequestInit & { duplex: 'half' } = { method: 'POST', body: lost, duplex: 'half' };
    const request = new Request('http://here.invalid/', {
      ...halfway,
      headers: { 'content-type': URLENCODED },
    });
    await expect(readForm(request, 100)).rejects.toMatchObject({ code: 'bad_request', status: 400 });
  });

  it('that cannot be read is refused by what is wrong with it', async () => {
    expect(await refusalOf(new Uint8Array([0x61, 0x3d, 0xff]), URLENCODED)).toMatchObject({
      code: 'broken_text',
    });
    expect(await refusalOf('a=%00', URLENCODED)).toMatchObject({ code: 'broken_text' });
    expect(await refusalOf('--x\r\nnonsense', MULTIPART)).toMatchObject({ code: 'bad_request' });
    expect(await refusalOf('{}', 'application/json')).toMatchObject({ code: 'bad_request', status: 415 });
    expect(await refusalOf('a=1234567890', URLENCODED, 5)).toMatchObject({ code: 'too_large', status: 413 });
  });
});
