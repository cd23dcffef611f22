import { afterEach, describe, expect, it } from 'vitest';
import { smtpRefusal, startMailServer, startSilentServer } from '#testing/smtp.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import { type OutgoingMail, smtpTransport } from './transport.ts';

const FROM = 'Gemeente Voorbeeld <wijkregie@voorbeeld.test>';
const mail: OutgoingMail = {
  id: '01950000-0000-7000-8000-000000000001',
  to: { name: 'Jansje “van” Dijk', mail: 'jansje@voorbeeld.test' },
  subject: 'Uw melding is ontvangen é',
  text: 'Beste Jansje,\n\nUw code is ABCD.',
  lang: 'nl',
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const codeOf = async (sending: Promise<void>): Promise<string> => {
  try {
    await sending;
    return 'sent';
  } catch (error) {
    return error instanceof DeliveryFailure
      ? `${error.code}${error.lasting ? ' for good' : ''}`
      : String(error);
  }
};

const server = async (...options: Parameters<typeof startMailServer>) => {
  const started = await startMailServer(...options);
  closing.push(started.close);
  return started;
};

describe('the way to a mail server', () => {
  it('delivers a mail as it was written, with a Message-ID made of its id', async () => {
    const { url, received } = await server();
    await smtpTransport({ url, from: FROM }).send(mail);
    await smtpTransport({ url, from: FROM }).send(mail);
    expect(received.map(({ to }) => to)).toEqual([['jansje@voorbeeld.test'], ['jansje@voorbeeld.test']]);
    const ids = received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim());
    expect(new Set(ids)).toEqual(new Set([`<${mail.id}@voorbeeld.test>`]));
    expect(received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(received[0]?.raw).toContain('Uw code is ABCD.');
  });

  it('says for good that an address is refused', async () => {
    const { url } = await server({
      onRcptTo: (_address, _session, done) => done(smtpRefusal(550, 'no such user')),
    });
    expect(await codeOf(smtpTransport({ url, from: FROM }).send(mail))).toBe('address_refused for good');
  });

  it('tries later when the server says not now', async () => {
    const { url } = await server({
      onRcptTo: (_address, _session, done) => done(smtpRefusal(451, 'greylisted')),
    });
    expect(await codeOf(smtpTransport({ url, from: FROM }).send(mail))).toBe('server_refused');
  });

  it('tells a refused password from other refusals', async () => {
    const { url } = await server({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('wrong')),
    });
    const signedIn = url.replace('smtp://', 'smtp://wim:geheim@');
    expect(await codeOf(smtpTransport({ url: signedIn, from: FROM }).send(mail))).toBe('sign_in_refused');
  });

  it('tells a server that is not there', async () => {
    const { url, close } = await startMailServer();
    await close();
    expect(await codeOf(smtpTransport({ url, from: FROM }).send(mail))).toBe('server_unreachable');
  });

  it('does not wait for ever for a server that says nothing', async () => {
    const { url, close } = await startSilentServer();
    closing.push(close);
    const start = performance.now();
    expect(await codeOf(smtpTransport({ url, from: FROM, patience: 300 }).send(mail))).toBe('too_slow');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('keeps no word of what the server said, for that may quote the address', async () => {
    const { url } = await server({
      onRcptTo: (address, _session, done) => done(smtpRefusal(550, `${address.address} unknown`)),
    });
    const failure = await smtpTransport({ url, from: FROM })
      .send(mail)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryFailure);
    expect(failure instanceof Error ? failure.message : '').toBe('Delivery failed: address_refused');
  });
});
