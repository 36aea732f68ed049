import { createECDH } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { SystemClock } from '@calmness/platform/clock';
import { hasSimulator, startSimulator, type RunningSimulator } from '../testing/simulator';
import { isPublicOrOwnService, WebPushPort } from './web-push-port';

interface Subscription {
  id: string;
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

describe.skipIf(!hasSimulator('web push'))('web push, simulated', () => {
  let simulator: RunningSimulator;
  let port: WebPushPort;
  let browser: Subscription;
  let sent = 0;
  beforeAll(async () => {
    simulator = await startSimulator();
    browser = await simulator.control<Subscription>('webpush/subscribe', {});
    const curve = createECDH('prime256v1');
    const key = { publicKey: curve.generateKeys('base64url'), privateKey: curve.getPrivateKey('base64url') };
    const subject = 'mailto:support@calmness.example';
    port = new WebPushPort({ keys: [key], subject, trusts: isPublicOrOwnService }, new SystemClock(), 1_500);
  });
  const send = ({ endpoint, keys } = browser) => {
    sent += 1;
    const payload = JSON.stringify({ notification: { title: `Rappel ${sent}` } });
    return port.send({ subscription: { endpoint, ...keys }, payload, ttlSeconds: 600, topic: 'reminder' });
  };

  it('is read by the browser alone', async () => {
    expect((await send()).kind).toBe('accepted');
    const { webpush } = await simulator.control<{ webpush: unknown[] }>('state');
    const text = JSON.stringify({ notification: { title: 'Rappel 1' } });
    expect(webpush).toMatchObject([{ sub: browser.id, text, ttl: 600, topic: 'reminder' }]);
  });

  it.each([404, 410])('forgets a browser after %s', async (status) => {
    const left = await simulator.control<Subscription>('webpush/subscribe', {});
    await simulator.control('webpush/expire', { id: left.id, status });
    expect(await send(left)).toMatchObject({ kind: 'permanent', address: 'gone' });
  });

  it.each([
    ['500', 'retryable'],
    ['503', 'retryable'],
    ['html', 'retryable'],
    ['reset', 'unknown'],
    ['drop_after', 'unknown'],
    ['hang_after', 'unknown'],
    ['timeout', 'unknown'],
  ])('takes %s for %s', async (kind, outcome) => {
    await simulator.control('faults', { service: 'webpush', kind });
    expect((await send()).kind).toBe(outcome);
  });

  it('repeats the word of a 429', async () => {
    await simulator.control('faults', { service: 'webpush', kind: '429', retry_after: 90 });
    expect(await send()).toMatchObject({ kind: 'retryable', afterSeconds: 90 });
  });

  it('leaves the push service nothing to complain about', async () => {
    expect(await simulator.complaints('web push')).toEqual({ violations: [], duplicates: 0 });
  });
});
