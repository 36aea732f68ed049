import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  PreferencesView,
  PreferencesWrite,
  PushKey,
  PushSubscriptionList,
  QuietHoursView,
} from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { Caller } from './caller';

let academy: Academy;
let jean: Caller;
let admin: Caller;
beforeAll(async () => {
  academy = await Academy.open();
  jean = await Caller.as(academy, 'test@calmnessfi.com');
  admin = await Caller.as(academy, 'admin@calmnessfi.com');
});
afterAll(() => academy.stop());

const put = <T>(path: string, body: unknown) => jean.send<T>('PUT', path, JSON.stringify(body));

describe('the quiet hours of a member', () => {
  const path = '/notifications/quiet-hours';
  const night = { from: '22:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] };

  it('are none until he says so, and none again when he says so', async () => {
    expect((await jean.get<QuietHoursView>(path)).body).toEqual({
      quiet_hours: null,
      timezone: 'Europe/Paris',
    });
    expect((await put<QuietHoursView>(path, { quiet_hours: night })).body.quiet_hours).toEqual(night);
    expect((await jean.get<QuietHoursView>(path)).body.quiet_hours).toEqual(night);
    expect((await put<QuietHoursView>(path, { quiet_hours: null })).body.quiet_hours).toBeNull();
  });

  it.each([
    [{ ...night, to: '22:00' }, 'notifications.quiet-hours-empty'],
    [{ ...night, from: '24:00' }, 'request.invalid'],
    [{ ...night, days: [] }, 'request.invalid'],
    [{ ...night, days: [0] }, 'request.invalid'],
    [{ ...night, days: [1, 1] }, 'request.invalid'],
    [undefined, 'request.invalid'],
  ])('are refused when they are %j', async (hours, code) => {
    const { status, body } = await put<{ code: string }>(path, { quiet_hours: hours });
    expect([status, body.code]).toEqual([422, code]);
  });
});

describe('the summaries a member asks for', () => {
  const path = '/notifications/preferences';
  const read = async (caller: Caller) => (await caller.get<PreferencesView>(path)).body;

  it('are kept by category, and the others stay', async () => {
    const { version, digests } = await read(jean);
    expect(digests).toEqual(['support', 'news', 'offers'].map((category) => ({ category, rhythm: 'each' })));
    const wanted: PreferencesWrite = {
      cells: [],
      digests: [{ category: 'news', rhythm: 'weekly' }],
      version,
    };
    const saved = (await put<PreferencesView>(path, wanted)).body;
    expect(saved.digests.map(({ rhythm }) => rhythm)).toEqual(['each', 'weekly', 'each']);
    const later = { cells: [], version: saved.version };
    expect((await put<PreferencesView>(path, later)).body.digests).toEqual(saved.digests);
    const signals = { cells: [], digests: [{ category: 'signals', rhythm: 'daily' }], version: 2 };
    expect((await put(path, signals)).status).toBe(422);
  });

  it('are the staff’s as well, whose work members do not hear of', async () => {
    expect((await read(admin)).digests).toContainEqual({ category: 'staff', rhythm: 'daily' });
    const heard = (await read(jean)).cells.map(({ category }) => category);
    expect(heard).not.toContain('staff');
  });

  it('say which channels nothing arrives by', async () => {
    const { channels } = await read(jean);
    expect(channels).toContainEqual({ channel: 'email', obstacle: null });
    expect(channels).toContainEqual({ channel: 'push', obstacle: 'not_linked' });
    expect(channels).toContainEqual({ channel: 'whatsapp', obstacle: 'not_configured' });
  });
});

describe('the browsers a member is rung in', () => {
  const path = '/notifications/push-subscriptions';
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
  const add = (endpoint: string) => jean.post<PushSubscriptionList>(path, { endpoint, keys });

  it('subscribe with the academy’s key, once each, ten at most', async () => {
    const { body } = await jean.get<PushKey>('/notifications/push-key');
    expect(body.public_key).toMatch(/^[A-Za-z0-9_-]{87}$/);
    for (let count = 0; count < 12; count += 1) await add(`https://push.example.org/send/${count}`);
    const again = await add('https://push.example.org/send/11');
    expect(again.status).toBe(201);
    expect(again.body.push_subscriptions).toHaveLength(10);
    const [first] = again.body.push_subscriptions;
    expect(first?.endpoint_hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(again.body)).not.toContain('push.example.org');
    expect((await jean.send('DELETE', `${path}/${first?.id}`)).status).toBe(204);
    expect((await jean.send('DELETE', `${path}/${first?.id}`)).status).toBe(404);
  });

  it.each([
    'http://push.example.org/send/1',
    'https://127.0.0.1/send/1',
    'https://localhost/send/1',
    'https://10.0.0.7/send/1',
    'https://[::1]/send/1',
    'https://database.internal/send/1',
    'https://user:word@push.example.org/send/1',
    'file:///etc/passwd',
  ])('are called at no address of ours: %s', async (endpoint) => {
    expect((await add(endpoint)).status).toBe(422);
  });
});
