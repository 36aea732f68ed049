import { createECDH, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestClock } from '@calmness/platform/testing';
import { proxyPage, startFakeVendor, type FakeVendor, type Reaction } from '../testing/fake-vendor';
import { isPublicOrOwnService, isPublicService, WebPushPort } from './web-push-port';

function newKey() {
  const curve = createECDH('prime256v1');
  return { publicKey: curve.generateKeys('base64url'), privateKey: curve.getPrivateKey('base64url') };
}
const current = newKey();
const older = newKey();
const browser = { p256dh: newKey().publicKey, auth: randomBytes(16).toString('base64url') };

describe('the web push adapter', () => {
  let service: FakeVendor;
  let port: WebPushPort;
  beforeEach(async () => {
    service = await startFakeVendor();
    const subject = 'mailto:support@calmness.example';
    port = new WebPushPort(
      { keys: [current, older], subject, trusts: isPublicOrOwnService },
      new TestClock(),
      1_000,
    );
  });
  afterEach(() => service.close());

  const send = (...reactions: Reaction[]) => {
    service.answers(...reactions);
    return port.send({
      subscription: { endpoint: `${service.url}/send/abc`, ...browser },
      ...{
        payload: '{"notification":{"title":"Rappel"}}',
        ttlSeconds: 3_600.4,
        topic: 'reminder',
        urgent: true,
      },
    });
  };

  it('sends what nobody between can read, with its time, topic and urgency', async () => {
    const created: Reaction = { status: 201, headers: { Location: '/message/1' } };
    expect(await send(created)).toEqual({ kind: 'accepted', providerId: '/message/1' });
    const [request] = service.heard;
    expect(request?.headers).toMatchObject({
      ...{ ttl: '3600', topic: 'reminder', urgency: 'high', 'content-encoding': 'aes128gcm' },
      authorization: expect.stringContaining(`k=${current.publicKey}`) as string,
    });
    expect(request?.bytes.length).toBeGreaterThan(100);
    expect(request?.text).not.toContain('Rappel');
    expect(port.publicKey).toBe(current.publicKey);
  });

  it('reaches a browser that subscribed under an older key', async () => {
    expect((await send({ status: 403 }, { status: 201 })).kind).toBe('accepted');
    expect(service.heard.map(({ headers }) => /k=([\w-]+)/.exec(headers.authorization ?? '')?.[1])).toEqual([
      current.publicKey,
      older.publicKey,
    ]);
    expect(await send({ status: 403 })).toEqual({ kind: 'permanent', reason: 'HTTP 403 key refused' });
  });

  it.each<[string, Reaction, unknown]>([
    [
      'forgets a browser that is gone',
      { status: 410 },
      { kind: 'permanent', reason: 'HTTP 410', address: 'gone' },
    ],
    [
      'forgets a browser nobody knows',
      { status: 404 },
      { kind: 'permanent', reason: 'HTTP 404', address: 'gone' },
    ],
    [
      'waits as long as it is told',
      { status: 429, headers: { 'Retry-After': '90' } },
      { kind: 'retryable', reason: 'HTTP 429', afterSeconds: 90 },
    ],
    [
      'waits until the hour it is told',
      { status: 429, headers: { 'Retry-After': 'Fri, 20 Nov 2026 09:02:00 GMT' } },
      { kind: 'retryable', reason: 'HTTP 429', afterSeconds: 120 },
    ],
    [
      'waits even when it is told nothing',
      { status: 429 },
      { kind: 'retryable', reason: 'HTTP 429', afterSeconds: 30 },
    ],
    ['blames the message when it is too large', { status: 413 }, { kind: 'permanent', reason: 'HTTP 413' }],
    ['tries again after a 500', { status: 500 }, { kind: 'retryable', reason: 'HTTP 500' }],
    ['tries again after a page of a proxy', proxyPage(502), { kind: 'retryable', reason: 'HTTP 502' }],
    ['does not know after a 504', proxyPage(504), { kind: 'unknown', reason: 'HTTP 504' }],
    [
      'follows nobody elsewhere',
      { status: 307, headers: { Location: 'http://10.0.0.1/' } },
      { kind: 'permanent', reason: 'HTTP 307' },
    ],
    [
      'does not know when the line is cut after the message',
      'cut',
      expect.objectContaining({ kind: 'unknown' }),
    ],
    ['does not know when nothing is answered', 'silence', { kind: 'unknown', reason: 'TimeoutError' }],
  ])('%s', async (_name, reaction, outcome) => {
    expect(await send(reaction)).toEqual(outcome);
    expect(service.heard).toHaveLength(1);
  });

  it('knows that nothing left when nobody listens', async () => {
    await service.close();
    expect((await send({ status: 201 })).kind).toBe('retryable');
  });

  it('forgets a subscription no browser made', async () => {
    const outcome = await port.send({
      subscription: { endpoint: `${service.url}/send/abc`, p256dh: 'no-key', auth: 'short' },
      ...{ payload: '{}', ttlSeconds: 60 },
    });
    expect(outcome).toMatchObject({ kind: 'permanent', address: 'gone' });
    expect(service.heard).toEqual([]);
  });

  it('calls nobody inside our own network because a member said so', () => {
    const trusted = (endpoint: string) => isPublicService(new URL(endpoint));
    expect(trusted('https://fcm.googleapis.com/fcm/send/x')).toBe(true);
    expect(trusted('https://updates.push.services.mozilla.com/wpush/v2/x')).toBe(true);
    for (const inside of [
      ...['http://fcm.googleapis.com/x', 'https://10.0.0.7/x', 'https://[::1]/x', 'https://database/x'],
      ...['https://metadata.google.internal/x', 'https://printer.local/x', 'https://u@push.example/x'],
    ])
      expect(trusted(inside), inside).toBe(false);
    expect(isPublicOrOwnService(new URL('http://127.0.0.1:8080/x'))).toBe(true);
    expect(isPublicOrOwnService(new URL('http://10.0.0.7/x'))).toBe(false);
  });
});
