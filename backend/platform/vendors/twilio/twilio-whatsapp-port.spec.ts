import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  proxyPage,
  startFakeVendor,
  type FakeAnswer,
  type FakeVendor,
  type Reaction,
} from '../testing/fake-vendor';
import { TwilioWhatsAppPort } from './twilio-whatsapp-port';
import { whatsAppFault } from './whatsapp-outcome';

const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'the-auth-token', from: '+14155238886' };
const template = {
  to: '+33612345678',
  statusCallback: 'https://calmness.example/api/webhooks/twilio/status',
  contentSid: `HX${'a'.repeat(32)}`,
  variables: { '1': 'Awa', '2': 'demain\nà 18 h' },
  validForSeconds: 7_200.5,
};
const sent: Reaction = { status: 201, json: { sid: 'SM1', status: 'queued' } };
const refusal = (status: number, code: number): FakeAnswer => ({
  status,
  json: { status, code, message: `number ${template.to} refused`, more_info: '' },
});

describe('the WhatsApp adapter', () => {
  let twilio: FakeVendor;
  let port: TwilioWhatsAppPort;
  beforeEach(async () => {
    twilio = await startFakeVendor();
    port = await TwilioWhatsAppPort.load({ ...account, apiBase: twilio.url }, 1_000);
  });
  afterEach(() => twilio.close());
  const form = () => Object.fromEntries(new URLSearchParams(twilio.heard.at(-1)?.text));

  it('sends a template with its variables on one line, a callback and an end', async () => {
    twilio.answers(sent);
    expect(await port.sendTemplate(template)).toEqual({ kind: 'accepted', providerId: 'SM1' });
    expect(twilio.heard).toHaveLength(1);
    expect(twilio.heard[0]?.path).toBe(`/2010-04-01/Accounts/${account.accountSid}/Messages.json`);
    expect(form()).toEqual({
      ...{ From: 'whatsapp:+14155238886', To: 'whatsapp:+33612345678', ContentSid: template.contentSid },
      ...{ ContentVariables: '{"1":"Awa","2":"demain à 18 h"}', StatusCallback: template.statusCallback },
      ValidityPeriod: '7200',
    });
  });

  it('sends free text, cut to what WhatsApp takes', async () => {
    twilio.answers(sent);
    const { to, statusCallback } = template;
    await port.sendText({ to, statusCallback, text: 'mot '.repeat(1_000) });
    expect(form()['Body']?.length).toBeLessThanOrEqual(1_600);
    expect(form()['ValidityPeriod']).toBeUndefined();
  });

  it('asks nobody to send a template with a hole', async () => {
    const outcome = await port.sendTemplate({ ...template, variables: { '1': ' ' } });
    expect(outcome).toEqual({ kind: 'permanent', reason: "the template's variable 1 is empty" });
    expect(twilio.heard).toEqual([]);
  });

  it.each<[string, Reaction, unknown]>([
    [
      'slows down when told',
      refusal(429, 20429),
      { kind: 'retryable', reason: 'code 20429', afterSeconds: 1 },
    ],
    [
      'waits as long as it is told',
      { ...refusal(429, 20429), headers: { 'Retry-After': '30' } },
      { kind: 'retryable', reason: 'code 20429', afterSeconds: 30 },
    ],
    [
      'makes nothing of a wait that is none',
      { ...refusal(429, 0), headers: { 'Retry-After': 'soon' } },
      { kind: 'retryable', reason: 'HTTP 429', afterSeconds: 1 },
    ],
    [
      'slows down in the sandbox',
      refusal(429, 63018),
      { kind: 'retryable', reason: 'code 63018', afterSeconds: 3.1 },
    ],
    [
      'keeps messages while the account is refused',
      refusal(401, 20003),
      { kind: 'retryable', reason: 'code 20003' },
    ],
    [
      'keeps messages while the sender is not ours',
      refusal(400, 63007),
      { kind: 'retryable', reason: 'code 63007' },
    ],
    [
      'knows a number that is none',
      refusal(400, 21211),
      { kind: 'permanent', reason: 'code 21211', address: 'unreachable' },
    ],
    [
      'knows who said stop',
      refusal(400, 21610),
      { kind: 'permanent', reason: 'code 21610', address: 'opted-out' },
    ],
    [
      'blames the message for a bad template',
      refusal(400, 21656),
      { kind: 'permanent', reason: 'code 21656' },
    ],
    [
      'blames the message for a code it never heard of',
      refusal(400, 99999),
      { kind: 'permanent', reason: 'code 99999' },
    ],
    ['tries again after a 503', refusal(503, 20503), { kind: 'retryable', reason: 'HTTP 503' }],
    ['tries again after a page of a proxy', proxyPage(502), { kind: 'retryable', reason: 'HTTP 502' }],
    ['does not know after a 504', proxyPage(504), { kind: 'unknown', reason: 'HTTP 504' }],
    ['does not know after a page that says 201', proxyPage(201), { kind: 'unknown', reason: 'HTTP 201' }],
    [
      'does not know when the line is cut after the message',
      'cut',
      expect.objectContaining({ kind: 'unknown' }),
    ],
    ['does not know when nothing is answered', 'silence', expect.objectContaining({ kind: 'unknown' })],
  ])('%s', async (_name, reaction, outcome) => {
    twilio.answers(reaction);
    const heard = await port.sendTemplate(template);
    expect(heard).toEqual(outcome);
    expect(JSON.stringify(heard)).not.toContain('33612345678');
    expect(twilio.heard).toHaveLength(1);
  });

  it('knows that nothing left when nobody listens', async () => {
    await twilio.close();
    expect((await port.sendTemplate(template)).kind).toBe('retryable');
  });

  it('reads the codes of callbacks with the same table', () => {
    expect(whatsAppFault(63024)).toMatchObject({ kind: 'permanent', address: 'unreachable' });
    expect(whatsAppFault(63015)).toMatchObject({ kind: 'permanent', address: 'unreachable' });
    expect(whatsAppFault(63016)).toEqual({ kind: 'permanent', reason: 'code 63016' });
  });

  it('lists what left for a number since then, so that a doubt can be settled', async () => {
    const listed = (sid: string, date: string, direction = 'outbound-api') => ({
      ...{ sid, direction, status: 'sent', body: 'Bonjour Awa', date_created: date, date_updated: date },
      ...{ to: 'whatsapp:+33612345678', from: 'whatsapp:+14155238886', date_sent: null },
    });
    twilio.answers({
      status: 200,
      json: {
        messages: [
          listed('SM3', 'Fri, 20 Nov 2026 09:00:05 +0000', 'inbound'),
          listed('SM2', 'Fri, 20 Nov 2026 09:00:01 +0000'),
          listed('SM1', 'Fri, 20 Nov 2026 08:59:59 +0000'),
        ],
        ...{ page: 0, page_size: 50, next_page_uri: null },
      },
    });
    expect(await port.sentTo('+33612345678', new Date('2026-11-20T09:00:00.900Z'))).toEqual([
      { providerId: 'SM2', status: 'sent', body: 'Bonjour Awa' },
    ]);
    expect(new URL(twilio.heard[0]?.path ?? '', twilio.url).searchParams.get('To')).toBe(
      'whatsapp:+33612345678',
    );
    twilio.answers('cut');
    await expect(port.sentTo('+33612345678', new Date())).rejects.toThrow('Twilio did not answer');
  });

  it('believes the callbacks Twilio signed for exactly that address', () => {
    const url = 'https://calmness.example/api/webhooks/twilio/status';
    const parameters = { MessageSid: 'SM1', MessageStatus: 'delivered', Unheard: 'é' };
    const signed = Object.entries(parameters)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .reduce((text, [name, value]) => text + name + value, url);
    const signature = createHmac('sha1', account.authToken).update(signed).digest('base64');
    expect(port.isGenuine(signature, url, parameters)).toBe(true);
    expect(port.isGenuine(signature, `${url}2`, parameters)).toBe(false);
    expect(port.isGenuine(signature, url, { ...parameters, MessageStatus: 'failed' })).toBe(false);
    expect(port.isGenuine('', url, parameters)).toBe(false);
  });
});
