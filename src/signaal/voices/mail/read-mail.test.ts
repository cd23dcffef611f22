import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from './html-text.ts';
import { readMailFile, readPastedMail } from './read-mail.ts';

const file = (text: string) => readMailFile(new TextEncoder().encode(text.replaceAll('\n', '\r\n')));
const HEAD = `From: =?utf-8?Q?Ans_Verzonn=C3=A9n?= <ans@voorbeeld.nl>
To: gemeente@voorbeeld.nl
Subject: Re: Kapotte lamp
Message-ID: <1@voorbeeld.nl>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
`;

describe('a mail as a file', () => {
  it('gives its sender, its subject and the words that he wrote himself', async () => {
    const mail = await file(`${HEAD}
De lamp bij de vijver is kapot.

Al twee weken.

Met vriendelijke groet,
Ans Verzonnén
079 123 45 67

Op ma 7 mrt 2016 om 10:00 schreef Gemeente <gemeente@voorbeeld.nl>:
> Wat is er kapot?
`);
    expect(mail).toEqual({
      name: 'Ans Verzonnén',
      mail: 'ans@voorbeeld.nl',
      subject: 'Kapotte lamp',
      own: 'De lamp bij de vijver is kapot.\n\nAl twee weken.',
      rest: expect.stringContaining('> Wat is er kapot?'),
    });
    expect(mail?.rest).toContain('079 123 45 67');
  });

  it('that a colleague forwarded gives the first sender, not the colleague', async () => {
    const mail = await file(`${HEAD.replace('Re: Kapotte lamp', 'FW: Kapotte lamp')}
Willen jullie deze oppakken?

-----Oorspronkelijk bericht-----
Van: Piet Inwoner <piet@elders.test>
Verzonden: zondag 6 maart 2016 20:11
Aan: Ans
Onderwerp: Glas op het fietspad

Er ligt al dagen glas.
`);
    expect(mail).toMatchObject({
      name: 'Piet Inwoner',
      mail: 'piet@elders.test',
      subject: 'Glas op het fietspad',
    });
    expect(mail?.own).toBe('Er ligt al dagen glas.');
    expect(mail?.rest).toContain('Willen jullie deze oppakken?');
  });

  it('with nothing but HTML gives its words', async () => {
    const html =
      '<style>p{color:red}</style><p>De <b>bank</b> is stuk.</p><p>Caf&#233; De Hoek</p><script>x()</script>';
    const mail = await file(`${HEAD.replace('text/plain', 'text/html')}\n${html}\n`);
    expect(mail?.own).toBe('De bank is stuk.\n\nCafé De Hoek');
  });

  it('that is no mail is none', async () => {
    expect(await readMailFile(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toBeNull();
    expect(await readMailFile(new Uint8Array())).toBeNull();
  });
});

describe('a mail that was pasted', () => {
  it('with the heading of a mail program gives sender and subject', async () => {
    const mail = await readPastedMail(`Van: Ans Verzonnen [mailto:ans@voorbeeld.nl]
Verzonden: maandag 7 maart 2016 09:12
Aan: Gemeente
Onderwerp: Antw: Scheve tegels

Voor de school liggen tegels scheef.

Groetjes, Ans`);
    expect(mail).toEqual({
      name: 'Ans Verzonnen',
      mail: 'ans@voorbeeld.nl',
      subject: 'Scheve tegels',
      own: 'Voor de school liggen tegels scheef.',
      rest: 'Groetjes, Ans',
    });
  });

  it('in its raw form is read as a file is', async () => {
    const mail = await readPastedMail(`${HEAD}\nDe lamp is kapot.\n`);
    expect(mail).toMatchObject({ mail: 'ans@voorbeeld.nl', own: 'De lamp is kapot.' });
  });

  it('as words only has no sender', async () => {
    const mail = await readPastedMail('Van: alles wat. De lamp is kapot.');
    expect(mail).toMatchObject({ name: '', mail: '', own: 'Van: alles wat. De lamp is kapot.', rest: '' });
    expect(await readPastedMail('  \n ')).toBeNull();
  });

  it('that only says goodbye is kept whole', async () => {
    expect((await readPastedMail('Met vriendelijke groet, de bank is kapot'))?.own).toContain(
      'de bank is kapot',
    );
  });
});

describe('whatever arrives', () => {
  it('never breaks the reader', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.constantFrom(
            '<'.repeat(5_000),
            '&#xffffff;',
            `${HEAD}\n--`,
            `${HEAD.replace('text/plain', 'multipart/mixed; boundary=x')}\n--x\n--x--`,
          ),
        ),
        async (text) => {
          await readPastedMail(text);
          await readMailFile(new TextEncoder().encode(text));
          expect(textOfHtml(text).length).toBeLessThanOrEqual(text.length + 1);
        },
      ),
      { numRuns: 300 },
    ));

  it('costs no more than its length', async () => {
    const before = performance.now();
    textOfHtml('<'.repeat(1_000_000));
    textOfHtml('<style>'.repeat(40_000));
    textOfHtml('<style></style>'.repeat(20_000));
    await readPastedMail('> van: x\n'.repeat(60_000));
    await readPastedMail('op '.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
