import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type {
  ChangedCount,
  LivePush,
  LiveServerEvents,
  NotificationList,
  SessionList,
  UnreadCount,
} from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { Caller } from './caller';

describe('a member’s inbox', () => {
  let academy: Academy;
  let jean: Caller;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    academy = await Academy.open();
    jean = await Caller.as(academy, 'test@calmnessfi.com');
    // The worker writes them after the demonstration was planted; what it had no time for stays unsaid.
    await vi.waitUntil(async () => (await list()).notifications.length > 1, {
      timeout: 30_000,
      interval: 200,
    });
    await academy.killWorker();
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  afterAll(() => academy.stop());

  const list = async (query = ''): Promise<NotificationList> =>
    (await jean.get<NotificationList>(`/auth/user/notifications/${query}`)).body;
  const change = async (path: string, body?: unknown): Promise<number> =>
    (await jean.post<ChangedCount>(`/notifications${path}`, body)).body.changed;

  /** A page that is open, what it was told and how it ended. */
  async function open(token?: string): Promise<{ pushes: LivePush[]; ended: () => string | undefined }> {
    const pushes: LivePush[] = [];
    let reason: string | undefined;
    const socket: Socket<LiveServerEvents> = io(academy.url, {
      ...{ path: '/ws', transports: ['websocket'], reconnection: false, forceNew: true },
      auth: { token },
    });
    sockets.push(socket);
    socket.on('push', (push) => pushes.push(push));
    socket.on('disconnect', (why) => (reason = why));
    const hears = new Promise<void>((resolve, reject) => {
      socket.on('state', (state) => state.hears && resolve());
      socket.on('connect_error', reject);
    });
    await hears;
    return { pushes, ended: () => reason };
  }

  it('answers the poll with nothing while nothing changed', async () => {
    const url = '/auth/user/notifications/?unread_only=true&limit=1';
    const first = await jean.get<NotificationList>(url);
    const tag = first.headers.get('etag') ?? '';
    expect((await jean.get(url, { 'If-None-Match': tag })).status).toBe(304);
    const { body } = await jean.get<UnreadCount>('/notifications/unread-count/');
    expect(body.unread_count).toBe(first.body.unread_count);
  });

  it('marks what was looked at, and takes no cursor nobody gave out', async () => {
    const { notifications, newest_cursor } = await list();
    const oldest = await list(
      `?limit=1&cursor=${Buffer.from(notifications.at(-2)!.id).toString('base64url')}`,
    );
    expect(oldest.notifications.map(({ id }) => id)).toEqual([notifications.at(-1)!.id]);
    await change(`/read-all/?before=${oldest.newest_cursor}`);
    const after = (await list()).notifications;
    expect(after.at(-1)!.read_at).not.toBeNull();
    expect(after[0]!.read_at).toBe(notifications[0]!.read_at);
    await change(`/seen/?before=${newest_cursor}`);
    expect((await list()).notifications.filter((one) => one.seen_at === null)).toEqual([]);
    const refused = await jean.post('/notifications/read-all/?before=nonsense');
    expect([refused.status, refused.body.errors]).toEqual([422, [{ field: 'before', code: 'invalid' }]]);
  });

  it('archives, puts off and takes back, under the codes of the contract', async () => {
    const { id } = (await list()).notifications[0]!;
    expect([await change(`/${id}/archive/`), await change(`/${id}/archive/`)]).toEqual([1, 0]);
    const archived = await list('?folder=archived');
    expect(archived.notifications.map((one) => one.id)).toEqual([id]);
    expect(await change(`/${id}/unread/`)).toBe(1);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect(await change(`/${id}/snooze/`, { until })).toBe(1);
    expect((await list('?folder=snoozed')).notifications[0]).toMatchObject({ id, snoozed_until: until });
    expect(await change(`/${id}/snooze/`, { until: null })).toBe(1);
    for (const [body, code] of [
      [{ until: '2020-01-01T00:00:00Z' }, 'too_small'],
      [{ until: '2030-W47' }, 'too_small'],
      [{ until: 'tomorrow' }, 'date'],
      [{}, 'required'],
    ] as const) {
      const answer = await jean.post(`/notifications/${id}/snooze/`, body);
      expect([answer.status, answer.body.errors]).toEqual([422, [{ field: 'until', code }]]);
    }
    expect((await jean.get('/notifications?category=nonsense')).status).toBe(422);
    const { category } = (await list()).notifications[0]!;
    const same = await list(`?category=${category}`);
    expect(new Set(same.notifications.map((one) => one.category))).toEqual(new Set([category]));
  });

  it('tells the pages that are open, and lets nobody else listen', async () => {
    const page = await open(jean.token);
    const { id } = (await list()).notifications[0]!;
    await change(`/${id}/read/`);
    await change(`/${id}/unread/`);
    await expect.poll(() => page.pushes).toContainEqual({ kind: 'notification', id });
    await expect(open()).rejects.toThrow('unauthenticated');
    await expect(open(`${jean.token}x`)).rejects.toThrow('unauthenticated');
  });

  it('cuts the page of a session that was ended elsewhere', async () => {
    const other = await Caller.as(academy, 'test@calmnessfi.com');
    const page = await open(other.token);
    const { sessions } = (await other.get<SessionList>('/auth/sessions')).body;
    const own = sessions.find((session) => session.current);
    expect((await jean.send('DELETE', `/auth/sessions/${own!.id}`)).status).toBeLessThan(300);
    await expect.poll(() => page.ended()).toBe('io server disconnect');
  });

  it('may be reached by the pages: their policy names the socket', async () => {
    const policy = (await fetch(academy.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ${academy.url.replace('http', 'ws')}`);
  });
});
