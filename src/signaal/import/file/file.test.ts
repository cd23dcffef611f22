import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#platform/errors.ts';
import { openFile } from './open.ts';
import type { FileRow } from './row.ts';
import { zipOf } from './zip.ts';

type Raw = string | Uint8Array;
const bytesOf = (...parts: Raw[]) => ({
  read: async function* () {
    for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
  },
});
const read = async (...parts: Raw[]): Promise<FileRow[]> => {
  const file = await openFile(bytesOf(...parts));
  const rows: FileRow[] = [];
  for await (const row of file.rows()) rows.push(row);
  return rows;
};
const values = async (...parts: Raw[]) => (await read(...parts)).map((row) => Object.fromEntries(row.values));
const problemOf = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading;
    return 'none';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('a table', () => {
  it.each([
    ['semicolons and a mark', '\u{FEFF}id;tekst\r\n1;hoi\r\n'],
    ['commas', 'id,tekst\n1,hoi'],
    ['tabs', 'id\ttekst\r1\thoi'],
    ['UTF-16', Buffer.from('\u{FEFF}id;tekst\n1;hoi', 'utf16le')],
  ])('with %s is read', async (_what, text) => {
    expect(await values(text)).toEqual([{ id: '1', tekst: 'hoi' }]);
  });

  it('in Windows-1252 keeps its accents, also when they come late', async () => {
    const long = `id;tekst\n${'1;x\n'.repeat(20_000)}`;
    const rows = await values(long, Buffer.from('2;caf\xe9 \x80', 'latin1'));
    expect(rows.at(-1)).toEqual({ id: '2', tekst: 'café €' });
  });

  it('tells the line on which a row begins, past quoted ends of lines', async () => {
    const rows = await read('id;tekst\n1;"een\ntwee"\n2;drie\n\n3;"vier"');
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(rows[0]?.values.get('tekst')).toBe('een\ntwee');
  });

  it('tells which rows do not fit', async () => {
    const rows = await read('a;b;b\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n1;\0;3');
    expect(rows.map(({ problem }) => problem)).toEqual([null, 'columns', 'columns', null, 'broken_text']);
    expect([...(rows[0]?.values.keys() ?? [])]).toEqual(['a', 'b', 'b (2)']);
  });

  it('of any values is read as it was written', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[\0\r]/g, ''));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(';', ',', '\t'),
        fc.integer({ min: 1, max: 50 }),
        async (rows, sign, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = [['x', 'y', 'z'], ...rows].map((row) => row.map(quote).join(sign)).join('\r\n');
          const buffer = Buffer.from(text);
          const parts = Array.from({ length: Math.ceil(buffer.length / size) }, (_, n) =>
            buffer.subarray(n * size, (n + 1) * size),
          );
          const found = (await read(...parts)).map(({ values: of }) =>
            ['x', 'y', 'z'].map((name) => of.get(name) ?? ''),
          );
          expect(found).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('without an end to a line stops before it fills the memory', async () => {
    let given = 0;
    const endless = (first: string) => ({
      read: async function* () {
        yield Buffer.from(first);
        for (; given < 1_000; given += 1) yield Buffer.alloc(1_000_000, 'a');
      },
    });
    const rowsOf = async (first: string) => {
      // The encoding is found out by reading a file to its end; a thousand pieces of the same million bytes cost no memory.
      const file = await openFile(endless(first));
      given = 0;
      for await (const _row of file.rows());
    };
    for (const first of ['id;tekst\n1;"', 'id;tekst\n1;', '[{"id": "']) {
      given = 990;
      expect(await problemOf(rowsOf(first))).toBe('import_row_too_long');
      expect(given).toBeLessThan(5);
    }
  });
});

describe('a list', () => {
  it.each([
    ['records', '[{"id": 1, "a": {"b": true}, "c": null}]'],
    ['records inside', '{"next": "x", "results": [{"id": 1, "a": {"b": true}}]}'],
    ['lines', '{"id": 1, "a": {"b": true}}\n{"id": 1, "a": {"b": true}}'],
  ])('of %s is read', async (_what, text) => {
    expect((await values(text))[0]).toEqual({ id: '1', 'a.b': 'true' });
  });

  it('of features tells properties and place', async () => {
    const feature = {
      type: 'Feature',
      properties: { id: 7 },
      geometry: { type: 'Point', coordinates: [6.5, 53] },
    };
    expect(await values(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))).toEqual([
      { type: 'Feature', id: '7', 'geometry.type': 'Point', 'geometry.coordinates': '[6.5,53]' },
    ]);
  });

  it('tells which records are none, and is refused when it is broken', async () => {
    const rows = await read('[1, {"a": "x\\u0000"}, {"a": "b"}]');
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'columns'],
      [2, 'broken_text'],
      [3, null],
    ]);
    for (const text of ['[{"a": 1}', '[{"a": 1}] x', '[{"a": }]', '{"a": 1}\n{"a"}']) {
      expect(await problemOf(read(text))).toBe('import_file_broken');
    }
    expect((await values('[{"__proto__": {"x": 1}, "a": 1}]'))[0]).toMatchObject({ a: '1' });
  });
});

const sheetOf = (cells: string, more: Readonly<Record<string, string>> = {}): Buffer => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet ${main}><sheetData>${cells}</sheetData></worksheet>`,
    ...more,
  };
  return zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
};
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row r="1">${text('A1', 'id')}${text('B1', 'datum')}${text('C1', 'lat')}</row>`;

describe('a spreadsheet', () => {
  it('gives dates as the clock showed them, numbers, and of a formula what was stored with it', async () => {
    const cells = `${HEAD}<row r="2">${text('A2', 'm-1')}<c r="B2" s="1"><v>46204.5</v></c><c r="C2"><v>52.06</v></c></row>
      <row r="4"><c r="A4" t="str"><f>HYPERLINK("http://x")</f><v>m-2</v></c></row>`;
    expect((await read(sheetOf(cells))).map((row) => [row.line, Object.fromEntries(row.values)])).toEqual([
      [2, { id: 'm-1', datum: '2026-07-01T12:00:00', lat: '52.06' }],
      [4, { id: 'm-2' }],
    ]);
  });

  it('that unpacks to too much, lies far apart, or is no sheet, is refused', async () => {
    const bomb = packed('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 'a'));
    const far = sheetOf(`${HEAD}<row r="9999999">${text('XFD9999999', 'ver')}</row>`);
    const broken = sheetOf(HEAD, { 'xl/workbook.xml': '<workbook' });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(read(bomb))).toBe('import_sheet_too_large');
    expect(await problemOf(read(far))).toBe('import_sheet_too_large');
    expect(await problemOf(read(broken))).toBe('import_sheet_broken');
    expect(await problemOf(read('PK\u0003\u0004'))).toBe('import_sheet_broken');
    expect(await problemOf(read(sheetOf(HEAD).subarray(0, 900)))).toBe('import_sheet_broken');
  });

  it('of any bytes never brings more than a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const code = await problemOf(read(Buffer.concat([Buffer.from('PK\u0003\u0004'), noise])));
        expect(code).toBe('import_sheet_broken');
      }),
    );
  });
});

/** One file, packed; a zip that says of itself that it is small. */
const packed = (name: string, bytes: Buffer): Buffer => {
  const body = deflateRawSync(bytes, { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(bytes), 14);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(10, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + body.length, 16);
  return Buffer.concat([local, Buffer.from(name), body, central, Buffer.from(name), end]);
};
