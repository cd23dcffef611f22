import type { Answer, TestClient } from '#testing/web.ts';

/** A report of the public list of Assen; coordinates as in the file, with a decimal comma. */
export interface AssenRow {
  readonly subcategory: string;
  readonly subcategory_slug: string;
  readonly straat: string;
  readonly lng: string;
  readonly lat: string;
}

/** What happened to one report on its way through the three pages. */
export interface Sent {
  readonly row: AssenRow;
  /** Null when the form could not be brought to its end; then `stopped` tells where. */
  readonly code: string | null;
  readonly stopped: string | null;
  /** The guard asked whether it is about a place, a group or a person. */
  readonly gateAsked: boolean;
  /** The guard took something in the text or the street for data of a person. */
  readonly masked: readonly string[];
}

const CODE = /href="\/volg\/([^"/?]+)"/;

/** Sends one report as a browser without script would: three pages, each filled in and followed. */
export const sendReport = async (client: TestClient, row: AssenRow): Promise<Sent> => {
  const masked: string[] = [];
  let gateAsked = false;
  const seen = (code: string | null, stopped: string | null): Sent => ({
    row,
    code,
    stopped,
    gateAsked,
    masked,
  });

  let answer = await client.submit(await client.get('/melden'), { tekst: textOf(row) });
  if (answer.status === 422 && answer.text.includes('name="zonder"')) {
    masked.push('text');
    answer = await client.submit(answer, { zonder: 'ja' });
    if (answer.status === 422) answer = await client.submit(answer);
  }
  if (answer.status === 422 && answer.text.includes('name="gate"')) {
    gateAsked = true;
    answer = await client.submit(answer, { gate: 'plek' });
  }
  if (answer.status !== 303) return seen(null, `text: ${mistakesOn(answer)}`);

  answer = await client.submit(await client.follow(answer), {
    straat: row.straat,
    lat: row.lat,
    lon: row.lng,
  });
  if (answer.status === 422 && answer.text.includes('name="zonder"')) {
    masked.push('place');
    answer = await client.submit(answer, { zonder: 'ja' });
    if (answer.status === 422) answer = await client.submit(answer);
  }
  if (answer.status !== 303) return seen(null, `place: ${mistakesOn(answer)}`);

  let page = await client.follow(answer);
  // Others may have told the same near here: this reporter means another.
  if (page.text.includes('name="aansluiten"')) {
    answer = await client.submit(page, { aansluiten: '' });
    if (answer.status !== 303) return seen(null, `neighbours: ${mistakesOn(answer)}`);
    page = await client.follow(answer);
  }
  answer = await client.submit(page);
  if (answer.status !== 303) return seen(null, `contact: ${mistakesOn(answer)}`);
  const receipt = await client.follow(answer);
  const code = CODE.exec(receipt.text)?.[1];
  return code === undefined ? seen(null, `receipt: ${receipt.status}`) : seen(decodeURIComponent(code), null);
};

/** The subject and the street, as somebody in a hurry writes them. */
const textOf = ({ subcategory, straat }: AssenRow): string =>
  straat === '' ? `${subcategory}.` : `${subcategory}, ${straat}.`;

const MISTAKE = /id="[^"]+-error"[^>]*>(.*?)<\/div>/g;

const mistakesOn = (answer: Answer): string => {
  const found = [...answer.text.matchAll(MISTAKE)].map(([, html = '']) =>
    html.replace(/<[^>]+>/g, ' ').trim(),
  );
  return found.length > 0 ? found.join(' | ') : `status ${answer.status}`;
};
