import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSimulator, startSimulator, type RunningSimulator } from '../testing/simulator';
import type { Mail } from './mail-sender';
import { SmtpMailSender } from './smtp-mail-sender';

describe.skipIf(!hasSimulator('SMTP'))('SMTP, simulated', () => {
  let simulator: RunningSimulator;
  let sender: SmtpMailSender;
  let sent = 0;
  beforeAll(async () => {
    simulator = await startSimulator();
    const relay = { host: '127.0.0.1', port: simulator.smtpPort, secure: false };
    sender = new SmtpMailSender(relay, 'Calmness <bonjour@calmness.example>', { stepWithinMs: 1_500 });
  });
  afterAll(() => sender.onApplicationShutdown());
  const send = (to: string, changes: Partial<Mail> = {}) => {
    sent += 1;
    return sender.send({
      ...{ messageId: `<delivery-${sent}@calmness.example>`, to, subject: `Réunion n° ${sent} 🎓 « œuvre »` },
      ...{ text: `Bonjour ${sent}\n.\nune ligne qui commence par un point`, html: `<p>Bonjour ${sent}</p>` },
      ...{ attachments: [], unsubscribeUrl: `https://calmness.example/u/${sent}` },
      ...changes,
    });
  };

  it('sends what no lint finds fault with', async () => {
    expect((await send('awa@example.org')).kind).toBe('accepted');
    const bytes = new Uint8Array(100_000).fill(65);
    const attachments = [{ fileName: 'facture n° 1.pdf', mediaType: 'application/pdf', bytes }];
    expect((await send('awa@example.org', { attachments, unsubscribeUrl: null })).kind).toBe('accepted');
    const mails = await simulator.control<{ message_id: string }[]>('mail');
    expect(mails.map(({ message_id }) => message_id)).toEqual([
      '<delivery-1@calmness.example>',
      '<delivery-2@calmness.example>',
    ]);
  });

  it('gives up a mailbox that is none, and tries a greylist again', async () => {
    await simulator.control('smtp', { reject: ['nobody@'], greylist: ['slow@'] });
    expect(await send('nobody@example.org')).toMatchObject({ kind: 'permanent', address: 'unreachable' });
    expect((await send('slow@example.org')).kind).toBe('retryable');
    expect((await send('slow@example.org')).kind).toBe('accepted');
  });

  it('says unknown when the relay took the message and hung up', async () => {
    await simulator.control('smtp', { drop_after_data: 1 });
    expect((await send('awa@example.org')).kind).toBe('unknown');
    expect((await send('awa@example.org')).kind).toBe('accepted');
  });

  it('leaves the relay nothing to complain about', async () => {
    expect(await simulator.complaints('SMTP')).toEqual({ violations: [], duplicates: 0 });
  });
});
