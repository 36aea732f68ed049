import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessGrant, NotificationList } from '@calmness/contracts';
import { Academy, demoPassword } from '@calmness/academy';
import { logIn, openBrowser, visitor } from './browser';

const email = 'test@calmnessfi.com';
/** Longer than any test: the interval that asks without being told never comes. */
const never = 3_600_000;

describe('the bell', () => {
  let academy: Academy;
  let browser: Browser;
  let token: string;
  let page: Page;
  let context: BrowserContext;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
    token = await enterElsewhere();
    // The worker writes the demonstration's messages after it was planted.
    await vi.waitUntil(async () => (await inbox()).notifications.length > 1, {
      timeout: 30_000,
      interval: 200,
    });
  });
  beforeEach(async () => {
    ({ page, context } = await visitor(browser, academy));
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  const send = async (method: string, path: string): Promise<Response> =>
    fetch(`${academy.url}/api/notifications${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
    });
  const inbox = async (): Promise<NotificationList> =>
    (await (await send('GET', '/')).json()) as NotificationList;

  /** The member on another device. */
  async function enterElsewhere(): Promise<string> {
    const login = await fetch(`${academy.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: demoPassword }),
    });
    return ((await login.json()) as AccessGrant).access_token;
  }

  /** The page's 30-second interval, at another pace. */
  const pace = (ms: number): Promise<unknown> =>
    page.addInitScript((instead) => {
      const real = window.setInterval.bind(window);
      window.setInterval = ((run: TimerHandler, every?: number, ...rest: unknown[]) =>
        real(run, every === 30_000 ? instead : every, ...rest)) as typeof window.setInterval;
    }, ms);
  const bell = (words: RegExp) => page.getByRole('banner').getByRole('link', { name: words });
  const sidebar = () =>
    page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /Notifications/ });

  const oneUnread = async (): Promise<string> => {
    await send('POST', '/read-all/');
    const [first] = (await inbox()).notifications;
    await send('POST', `/${first!.id}/unread/`);
    return first!.id;
  };
  const readAllUntilQuiet = (): Promise<void> =>
    expect
      .poll(
        async () => {
          await send('POST', '/read-all/');
          return bell(/^Notifications$/).count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
  const connected = (): Promise<unknown> => page.waitForEvent('websocket');

  it('follows what happens on another device and in the house, without asking', async () => {
    const id = await oneUnread();
    await pace(never);
    const open = connected();
    await logIn(page, email);
    await open;
    await bell(/non lue/).waitFor();
    await expect.poll(() => sidebar().innerText()).toMatch(/[1-9]/);
    await send('POST', `/${id}/read/`);
    // The login itself is news, which the worker may still be writing.
    await readAllUntilQuiet();
    // A login from a device nobody has seen: the worker writes the warning.
    await enterElsewhere();
    await bell(/non lue/).waitFor();
  });

  it('asks at intervals while no connection can be made', async () => {
    const id = await oneUnread();
    await page.routeWebSocket(/\/ws\//, (socket) => socket.close());
    await pace(300);
    await logIn(page, email);
    await bell(/non lue/).waitFor();
    await send('POST', `/${id}/read/`);
    await readAllUntilQuiet();
  });

  it('catches up with what was said while the connection was broken', async () => {
    const id = await oneUnread();
    let wire: WebSocketRoute | undefined;
    let closed = false;
    await page.routeWebSocket(/\/ws\//, (socket) => {
      if (closed) {
        void socket.close();
        return;
      }
      const server = socket.connectToServer();
      server.onMessage((message) => {
        socket.send(message);
        // Only a connection over which something was said can be broken.
        if (String(message).includes('"state"')) wire = socket;
      });
    });
    await pace(never);
    await logIn(page, email);
    await bell(/non lue/).waitFor();
    await expect.poll(() => wire !== undefined).toBe(true);
    closed = true;
    await wire!.close();
    await send('POST', `/${id}/read/`);
    await send('POST', '/read-all/');
    closed = false;
    // Nothing is said from here on: the bell is right because it asked when it was back.
    const shown = async (): Promise<number> =>
      Number(/\d+/.exec((await bell(/Notifications/).getAttribute('aria-label')) ?? '')?.[0] ?? 0);
    await expect
      .poll(async () => (await shown()) === (await inbox()).unread_count, { timeout: 15_000 })
      .toBe(true);
  });

  it('hangs up when the member logs out', async () => {
    const open = page.waitForEvent('websocket');
    await logIn(page, email);
    const socket = await open;
    const gone = socket.waitForEvent('close');
    await page.getByRole('button', { name: 'Déconnexion' }).first().click();
    await gone;
  });
});
