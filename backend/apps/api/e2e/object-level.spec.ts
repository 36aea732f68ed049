import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type {
  AdminPaymentList,
  InvoiceList,
  MemberList,
  NotificationList,
  PasskeyChallenge,
  PasskeyList,
  PaymentList,
  PushSubscriptionList,
  SessionList,
  SubscriptionList,
} from '@calmness/contracts';
import { Academy, demoPassword } from '@calmness/academy';
import { SoftAuthenticator } from '@calmness/platform/testing';
import { Caller } from './caller';
import { fillPath, publicRoutes, routesOf, type Route } from './routes';

/** Which objects a member's routes with an id speak of; a route that fits none fails the suite. */
const kinds = [
  'sessions',
  'passkeys',
  'invoices',
  'payments',
  'subscriptions',
  'notifications',
  'push-subscriptions',
] as const;
type Kind = (typeof kinds)[number];

function kindOf({ path }: Route): Kind | undefined {
  return kinds.find((kind) => path.includes(`/${kind}/{id}`));
}

/** What a route that writes takes: a refusal must be about whose it is, not about the form. */
function bodyOf(path: string): object {
  if (path.endsWith('/snooze')) return { until: null };
  return path.includes('/subscriptions/') ? { reason_code: 'other' } : { name: 'Clé' };
}

/** What a browser says when it may be rung in. */
const browser = {
  endpoint: 'https://push.example.org/send/1',
  keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
};

/** A passkey of the member's, made as his browser would make it. */
async function passkeyOf(academy: Academy, member: Caller): Promise<PasskeyList['passkeys']> {
  const offered = await member.post<PasskeyChallenge>('/auth/passkeys/options', { password: demoPassword });
  const { challenge_id, options } = offered.body;
  const response = new SoftAuthenticator(academy.url).create(options);
  const made = await member.post<PasskeyList>('/auth/passkeys', { challenge_id, name: 'Clé', response });
  return made.body.passkeys;
}

describe('another member’s object', () => {
  let academy: Academy;
  let jean: Caller;
  let coach: Caller;
  let admin: Caller;
  let routes: Route[];
  let idsOfJean: Record<Kind, string>;

  beforeAll(async () => {
    academy = await Academy.open();
    jean = await Caller.as(academy, 'test@calmnessfi.com');
    coach = await Caller.as(academy, 'coach@calmnessfi.com');
    admin = await Caller.as(academy, 'admin@calmnessfi.com');
    routes = await routesOf(Caller.nobody(academy));
    const { sessions } = (await jean.get<SessionList>('/auth/sessions')).body;
    const { invoices } = (await jean.get<InvoiceList>('/auth/user/invoices')).body;
    const { payments } = (await jean.get<PaymentList>('/auth/user/payments')).body;
    // The worker writes them after the demonstration was planted.
    const inbox = async () => (await jean.get<NotificationList>('/notifications')).body.notifications;
    await vi.waitUntil(async () => (await inbox()).length > 0, { timeout: 30_000, interval: 200 });
    const notifications = await inbox();
    const passkeys = await passkeyOf(academy, jean);
    const browsers = (await jean.post<PushSubscriptionList>('/notifications/push-subscriptions', browser))
      .body.push_subscriptions;
    const { subscriptions } = (await jean.get<SubscriptionList>('/auth/user/subscriptions')).body;
    const found = {
      ...{ sessions, passkeys, invoices, payments, subscriptions, notifications },
      'push-subscriptions': browsers,
    };
    idsOfJean = Object.fromEntries(
      Object.entries(found).map(([kind, rows]) => [kind, rows[0]?.id ?? '']),
    ) as Record<Kind, string>;
  });
  afterAll(() => academy.stop());

  const personal = () =>
    routes.filter(
      ({ name, path }) =>
        path.includes('{') && !path.startsWith('/api/admin') && !publicRoutes.includes(name),
    );
  const call = (caller: Caller, { method, path }: Route, id: string) =>
    caller.send(
      method,
      fillPath(path, id),
      method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(bodyOf(path)),
    );

  it('exists in the demonstration for every kind, so that nothing below passes for want of one', () => {
    expect(Object.values(idsOfJean).filter((id) => id === '')).toEqual([]);
    expect(personal().filter((route) => !kindOf(route))).toEqual([]);
    expect(personal().length).toBeGreaterThan(8);
  });

  it('is not found, whatever is asked of it, by any route that takes an id', async () => {
    for (const route of personal()) {
      const id = idsOfJean[kindOf(route) ?? 'sessions'];
      const { status, body } = await call(coach, route, id);
      expect([route.name, status], body.code).toEqual([route.name, 404]);
    }
  });

  it('was not touched by the attempts: its owner still reads all of them', async () => {
    for (const route of personal()) {
      if (route.method !== 'GET') continue;
      const { status } = await call(jean, route, idsOfJean[kindOf(route) ?? 'sessions']);
      // A document that is still being printed answers 409.
      expect(status < 400 || status === 409, `${route.name} ${status}`).toBe(true);
    }
    expect((await jean.get('/auth/me')).status).toBe(200);
  });

  it('is not reached through a staff route by an instructor either', async () => {
    const { members } = (await admin.get<MemberList>('/admin/members')).body;
    const { payments } = (await admin.get<AdminPaymentList>('/admin/payments')).body;
    const ids = [members[0]?.id, payments[0]?.id];
    for (const route of routes) {
      if (!route.path.startsWith('/api/admin') || !route.path.includes('{')) continue;
      for (const id of ids) expect((await call(coach, route, id ?? '')).status, route.name).toBe(403);
    }
  });

  it('leaves nothing public but this', () => {
    const open = routes.map(({ name }) => name).filter((name) => publicRoutes.includes(name));
    process.stdout.write(`open to everybody:\n${open.toSorted().join('\n')}\n`);
    expect(open.toSorted()).toEqual(publicRoutes);
  });
});
