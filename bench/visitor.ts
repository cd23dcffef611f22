import { readFormOn } from '#testing/read-form.ts';

type Fields = Readonly<Record<string, string>>;

let visitors = 0;

/** A page that a visitor has before him. */
interface Seen {
  readonly text: string;
  readonly path: string;
}

/** Where a municipality is visited: the address of the program, and the host name that a proxy in front would pass on. */
export interface Address {
  readonly origin: string;
  readonly host: string;
}

/** Headers that say which municipality is meant, and that the visitor came from its own page. */
const headersFor = (address: string | Address, isPost: boolean): Record<string, string> => {
  if (typeof address === 'string') return isPost ? { origin: address } : {};
  return {
    'x-forwarded-host': address.host,
    ...(isPost ? { origin: `http://${address.host}` } : {}),
  };
};

/**
 * A browser without script at an address of its own: keeps its cookies, sends forms, follows redirects by hand. Of more
 * origins (processes behind one name) each question goes to the next. Throws when the answer is no page.
 */
export const visit = (...origins: readonly (string | Address)[]) => {
  const cookies = new Map<string, string>();
  visitors += 1;
  const address = `10.0.${visitors >> 8}.${visitors & 255}`;
  let turn = 0;
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const place = origins[turn % origins.length] ?? '';
    const origin = typeof place === 'string' ? place : place.origin;
    turn += 1;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'x-forwarded-for': address,
      ...(cookie ? { cookie } : {}),
      ...headersFor(place, init.method === 'POST'),
    };
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = response.headers.get('location');
    const text = await response.text();
    if (next) return ask(next);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return { text, path };
  };
  const send = (page: Seen, fields: Fields, action?: string): Promise<Seen> => {
    const form = readFormOn(page.text, action);
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...form.fields, ...fields })) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return ask(form.action || page.path, { method: 'POST', body });
  };
  return { ask, send, cookies };
};

const CODE = /\/volg\/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/;

/** The last page of the form, filled in; sending it again sends the same form again. */
export interface FilledIn {
  /** Sends it; gives the code of the receipt. */
  readonly send: () => Promise<string>;
}

/** Fills in the first pages as somebody without script would, up to the last button. */
export const fillIn = async (
  origins: readonly (string | Address)[],
  mark: string,
  answer: Fields = { antwoord: 'none' },
  point: Fields = { lat: '52.0600', lon: '4.4940' },
): Promise<FilledIn> => {
  const { ask, send } = visit(...origins);
  const place = await send(await ask('/melden'), { tekst: `Er ligt een tak op het pad (${mark}).` });
  const next = await send(place, point);
  // Others may have told the same near here: this one is another.
  const contact = next.text.includes('name="aansluiten"') ? await send(next, { aansluiten: '' }) : next;
  return {
    send: async () => {
      const receipt = await send(contact, answer);
      const code = CODE.exec(receipt.text)?.[1];
      if (!code) throw new Error('The receipt showed no code');
      return code;
    },
  };
};

/** Spread over the town, as reports are: on one spot each would be compared with all before it. */
export const spotOf = (n: number): Fields => ({
  lat: (52.04 + ((n * 37) % 300) / 10_000).toFixed(5),
  lon: (4.48 + ((n * 53) % 300) / 10_000).toFixed(5),
});

/** Gives a signaal through the form, and gives the code of the receipt. */
export const giveThroughTheForm = async (origin: string | Address, mark: string): Promise<string> =>
  (await fillIn([origin], mark)).send();

/** Steps in as an invented person of the demo; gives the Cookie header of that session. */
export const signInAs = async (origin: string | Address, name: string): Promise<string> => {
  const { ask, send, cookies } = visit(origin);
  const page = await ask('/demo');
  const forms = page.text.split('<form').map((piece) => piece.split('</form>')[0] ?? '');
  const own = forms.slice(1).find((form) => form.includes(name));
  if (!own) throw new Error(`Nobody is called ${name}`);
  await send({ text: `<form${own}</form>`, path: '/demo' }, {});
  return [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
};
