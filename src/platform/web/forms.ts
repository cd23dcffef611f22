import type { z } from 'zod';
import { type FieldErrors, Refusal, refuse } from '../errors.ts';
import type { BodyRoom } from './body-room.ts';
import type { Form, RawForm, UploadedFile } from './route.ts';

const CODE = /^[a-z][a-z_]*$/;
const REPLACEMENT = '\uFFFD';
/** No page of ours has more fields; a body of nothing but separators would keep the program busy for minutes. */
const MOST_FIELDS = 2_000;
/** Bytes of a body that always find room: whoever only writes is never kept out by those who send photos. */
const UNCOUNTED = 100_000;
/** The longest text of a form, all fields together, in bytes (a theme is the longest); what is more can only be files. */
const MOST_TEXT = 600_000;

/**
 * Reads the body of a form, urlencoded or multipart. Throws `too_large` over `maxBytes` and for more fields or text than
 * any form of ours has, `busy` when there is no `room` for it now, `broken_text` for text that is not UTF-8 or holds a NUL, `bad_request` for any other kind of body.
 */
export const readForm = async (request: Request, maxBytes: number, room: BodyRoom): Promise<RawForm> => {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    const body = await readBody(request, maxBytes, room);
    mustHaveFew('\n--', body);
    return fromFormData(await parseMultipart(body, type));
  }
  const body = await readBody(request, Math.min(maxBytes, MOST_TEXT), room);
  if (type.startsWith('application/x-www-form-urlencoded')) {
    mustHaveFew('&', body);
    return rawForm([...new URLSearchParams(decode(body))], []);
  }
  if (body.length === 0) return rawForm([], []);
  throw refuse('bad_request', { status: 415 });
};

/** Counts what stands between fields before anything is taken apart. */
const mustHaveFew = (separator: string, bytes: Uint8Array<ArrayBuffer>): void => {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let found = -1;
  for (let count = 0; count <= MOST_FIELDS; count += 1) {
    found = body.indexOf(separator, found + 1);
    if (found === -1) return;
  }
  throw refuse('too_large', { status: 413 });
};

const readBody = async (
  request: Request,
  maxBytes: number,
  room: BodyRoom,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw refuse('too_large', { status: 413 });
  }
  if (!request.body) return new Uint8Array();
  try {
    return await collect(request.body, maxBytes, room);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // A telephone that lost its line halfway is no fault of ours, and nobody is there to read the answer.
    throw refuse('bad_request', { status: 400 });
  }
};

const collect = async (
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  room: BodyRoom,
): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw refuse('too_large', { status: 413 });
    if (size > UNCOUNTED) room.take(chunk.length);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks.splice(0)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('broken_text', { status: 400 });
  }
};

const parseMultipart = async (body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> => {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw refuse('bad_request', { status: 400 });
  }
};

const fromFormData = async (data: FormData): Promise<RawForm> => {
  const texts: [string, string][] = [];
  const files: UploadedFile[] = [];
  let text = 0;
  for (const [field, value] of data) {
    if (typeof value === 'string') {
      text += value.length;
      if (text > MOST_TEXT) throw refuse('too_large', { status: 413 });
      texts.push([field, value]);
    } else if (value.size > 0) {
      files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return rawForm(texts, files);
};

const rawForm = (pairs: readonly (readonly [string, string])[], files: readonly UploadedFile[]): RawForm => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    if (value.includes(REPLACEMENT) || value.includes('\0')) throw refuse('broken_text', { status: 400 });
    const list = fields.get(name) ?? [];
    list.push(value.replaceAll('\r\n', '\n'));
    fields.set(name, list);
  }
  return {
    names: [...fields.keys()],
    text: (name) => fields.get(name)?.[0] ?? '',
    all: (name) => fields.get(name) ?? [],
    files,
  };
};

/** A form without any field: for GET requests, and for showing a page anew. */
export const emptyForm: RawForm = rawForm([], []);

/** A form that holds these values: for showing a page with what is known already. */
export const filledForm = (values: Readonly<Record<string, string>>): RawForm =>
  rawForm(Object.entries(values), []);

/**
 * Checks a form against its schema. Messages of the schema are codes of the text catalogue (`error.<code>`);
 * each field shows its first mistake. The fields named in `lists` give all their values.
 */
export const checkForm = <T>(schema: z.ZodType<T>, raw: RawForm, lists: readonly string[] = []): Form<T> => {
  const values = Object.fromEntries(
    [...raw.names, ...lists].map((name) => [name, lists.includes(name) ? raw.all(name) : raw.text(name)]),
  );
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data, raw };
  return { ok: false, errors: fieldErrors(result.error), raw };
};

/** The first code of each field; a message that is no code becomes `bad_request`. */
export const fieldErrors = (error: z.ZodError): FieldErrors => {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form');
    errors[field] ??= CODE.test(issue.message) ? issue.message : 'bad_request';
  }
  return errors;
};
