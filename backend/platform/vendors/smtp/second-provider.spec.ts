import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestClock } from '@calmness/platform/testing';
import type { SendOutcome } from '../outcome';
import { proxyPage, startFakeVendor, type FakeVendor, type Reaction } from '../testing/fake-vendor';
import { FailoverMailSender } from './failover-mail-sender';
import { MailSender, type Mail } from './mail-sender';
import { SendGridMailSender } from './sendgrid-mail-sender';

const mail: Mail = {
  messageId: '<delivery-1@calmness.example>',
  to: 'jean@example.org',
  subject: 'é œ € 🎓',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  attachments: [{ fileName: 'facture.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) }],
  unsubscribeUrl: 'https://calmness.example/u/1',
};

describe('the SendGrid adapter', () => {
  let sendGrid: FakeVendor;
  let sender: SendGridMailSender;
  beforeEach(async () => {
    sendGrid = await startFakeVendor();
    const settings = { apiKey: 'SG.secret', apiBase: sendGrid.url };
    sender = new SendGridMailSender(settings, 'Calmness <bonjour@calmness.example>', new TestClock(), 1_000);
  });
  afterEach(() => sendGrid.close());

  it('sends text and HTML, the file, the stable Message-ID, and tracks nobody', async () => {
    sendGrid.answers({ status: 202, headers: { 'X-Message-Id': 'sg-1' } });
    expect(await sender.send(mail)).toEqual({ kind: 'accepted', providerId: 'sg-1' });
    expect(sendGrid.heard[0]).toMatchObject({
      path: '/v3/mail/send',
      headers: { authorization: 'Bearer SG.secret' },
    });
    expect(JSON.parse(sendGrid.heard[0]?.text ?? '')).toEqual({
      personalizations: [{ to: [{ email: 'jean@example.org' }] }],
      from: { email: 'bonjour@calmness.example', name: 'Calmness' },
      subject: mail.subject,
      content: [
        { type: 'text/plain', value: 'Bonjour' },
        { type: 'text/html', value: '<p>Bonjour</p>' },
      ],
      headers: {
        'Message-ID': mail.messageId,
        'List-Unsubscribe': '<https://calmness.example/u/1>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      attachments: [
        { content: 'AQID', type: 'application/pdf', filename: 'facture.pdf', disposition: 'attachment' },
      ],
      tracking_settings: {
        ...{ click_tracking: { enable: false }, open_tracking: { enable: false } },
        subscription_tracking: { enable: false },
      },
    });
  });

  it.each<[string, Reaction, unknown]>([
    [
      'waits as long as it is told',
      { status: 429, headers: { 'X-RateLimit-Reset': String(Date.parse('2026-11-20T09:00:42Z') / 1_000) } },
      { kind: 'retryable', reason: 'SendGrid answered 429', afterSeconds: 42 },
    ],
    [
      'keeps mails while its key is refused',
      { status: 401 },
      { kind: 'retryable', reason: 'SendGrid answered 401: key refused' },
    ],
    [
      'gives up what it will not take',
      { status: 400, json: { errors: [] } },
      { kind: 'permanent', reason: 'SendGrid answered 400' },
    ],
    [
      'tries again after a page of a proxy',
      proxyPage(502),
      { kind: 'retryable', reason: 'SendGrid answered 502' },
    ],
    ['does not know after a 504', proxyPage(504), { kind: 'unknown', reason: 'SendGrid answered 504' }],
    ['takes a page for no receipt', proxyPage(200), { kind: 'unknown', reason: 'SendGrid answered 200' }],
    [
      'does not know when the line is cut after the message',
      'cut',
      expect.objectContaining({ kind: 'unknown' }),
    ],
    ['does not know when nothing is answered', 'silence', { kind: 'unknown', reason: 'TimeoutError' }],
  ])('%s', async (_name, reaction, outcome) => {
    sendGrid.answers(reaction);
    expect(await sender.send(mail)).toEqual(outcome);
    expect(sendGrid.heard).toHaveLength(1);
  });

  it('knows that nothing left when nobody listens', async () => {
    await sendGrid.close();
    expect((await sender.send(mail)).kind).toBe('retryable');
  });
});

describe('a second provider', () => {
  class Scripted extends MailSender {
    readonly deduplicatesByMessageId = false;
    asked = 0;

    constructor(private readonly outcome: SendOutcome) {
      super();
    }

    send(): Promise<SendOutcome> {
      this.asked += 1;
      return Promise.resolve(this.outcome);
    }
  }
  const accepted: SendOutcome = { kind: 'accepted', providerId: 'x' };

  it('takes what the first did not accept', async () => {
    const second = new Scripted(accepted);
    const first = new Scripted({ kind: 'retryable', reason: 'ECONNREFUSED' });
    const sender = new FailoverMailSender(first, second, new TestClock());
    expect(await sender.send(mail)).toEqual(accepted);
    expect(second.asked).toBe(1);
  });

  it.each<SendOutcome>([
    accepted,
    { kind: 'unknown', reason: 'the line broke' },
    { kind: 'permanent', reason: '550', address: 'unreachable' },
  ])('is not asked when the first said $kind', async (outcome) => {
    const second = new Scripted(accepted);
    const sender = new FailoverMailSender(new Scripted(outcome), second, new TestClock());
    expect(await sender.send(mail)).toEqual(outcome);
    expect(second.asked).toBe(0);
  });

  const refusal = (reason: string, afterSeconds?: number): SendOutcome => ({
    kind: 'retryable',
    reason,
    afterSeconds,
  });

  it('lets the first rest for as long as it asked for, while it takes the mails', async () => {
    const first = new Scripted(refusal('429', 60));
    const second = new Scripted(accepted);
    const clock = new TestClock();
    const sender = new FailoverMailSender(first, second, clock);
    for (const seconds of [0, 30, 29]) {
      clock.advance({ seconds });
      expect(await sender.send(mail)).toEqual(accepted);
    }
    expect([first.asked, second.asked]).toEqual([1, 3]);
    clock.advance({ seconds: 1 });
    await sender.send(mail);
    expect([first.asked, second.asked]).toEqual([2, 4]);
  });

  it.each([20, undefined])('is asked alone when it is back before the first (%s)', async (afterSeconds) => {
    const first = new Scripted(refusal('first', 60));
    const second = new Scripted(refusal('second', afterSeconds));
    const clock = new TestClock();
    const sender = new FailoverMailSender(first, second, clock);
    await sender.send(mail);
    clock.advance({ seconds: 20 });
    const wait = afterSeconds && 20;
    expect(await sender.send(mail)).toEqual(refusal('first; second', wait));
    expect([first.asked, second.asked]).toEqual([1, 2]);
    clock.advance({ seconds: 10 });
    if (afterSeconds) expect(await sender.send(mail)).toEqual(refusal('first; second', 10));
  });

  it('names both reasons when neither accepts, and waits no longer than it must', async () => {
    const both = (one?: number, other?: number) =>
      new FailoverMailSender(
        new Scripted(refusal('first', one)),
        new Scripted(refusal('second', other)),
        new TestClock(),
      ).send(mail);
    expect(await both(60, 20)).toEqual({ kind: 'retryable', reason: 'first; second', afterSeconds: 20 });
    expect(await both(60)).toEqual({ kind: 'retryable', reason: 'first; second', afterSeconds: undefined });
  });
});
