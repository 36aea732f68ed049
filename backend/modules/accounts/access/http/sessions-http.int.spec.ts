import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccessGrant, Problem, SessionList, TwoFactorSetup } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';
import { countEvents, goodPassword } from '../../testing/people';
import { codeAt } from '../domain/one-time-password';

const email = 'awa@example.fr';
const web = { 'x-calmness-client': 'web' };

describe('the routes of sessions', () => {
  let api: AccountsApi;
  beforeAll(async () => {
    api = await startAccountsApi();
  });
  afterAll(() => api.close());
  beforeEach(() => api.clear());

  const logIn = (body: object = {}, headers: Record<string, string> = {}) =>
    api.send('POST', 'auth/login', { email, password: goodPassword, ...body }, headers);
  const bearer = (answer: { json: () => AccessGrant }) => ({
    authorization: `Bearer ${answer.json().access_token}`,
  });
  const statusOf = async (who: Record<string, string>) =>
    (await api.send('GET', 'auth/me', undefined, who)).statusCode;
  const sessions = async (who: Record<string, string>) =>
    (await api.send('GET', 'auth/sessions', undefined, who)).json<SessionList>().sessions;

  it('let an access token live no longer than its session', async () => {
    const awa = await api.member();
    const answer = await logIn();
    const second = bearer(answer);
    expect(await statusOf(second)).toBe(200);
    const cookie = answer.cookies.find(({ name }) => name === 'calmness_refresh');
    const shown = { ...web, cookie: `calmness_refresh=${cookie?.value ?? ''}` };
    expect((await api.send('POST', 'auth/logout', undefined, shown)).statusCode).toBe(204);
    await expect.poll(() => statusOf(second)).toBe(401);
    expect(await statusOf(awa)).toBe(200);
  });

  it('show where one is logged in, without an address, and end one or all the others', async () => {
    const awa = await api.member();
    const [second, third] = [bearer(await logIn()), bearer(await logIn())];
    const listed = await sessions(awa);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ current }) => current)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toMatch(/127\.0\.0\.1/);
    const [thirdRow] = (await sessions(third)).filter(({ current }) => current);
    await api.send('DELETE', `auth/sessions/${thirdRow?.id}`, undefined, awa);
    await expect.poll(() => statusOf(third)).toBe(401);
    await api.send('DELETE', 'auth/sessions', undefined, awa);
    await expect.poll(() => statusOf(second)).toBe(401);
    expect(await statusOf(awa)).toBe(200);
  });

  it('know nothing of another member’s session', async () => {
    const awa = await api.member();
    const zoe = await api.member('zoe@example.fr');
    const [row] = await sessions(awa);
    const answer = await api.send('DELETE', `auth/sessions/${row?.id}`, undefined, zoe);
    expect(answer.statusCode).toBe(404);
    expect(await statusOf(awa)).toBe(200);
  });

  it('tell of a browser nobody knew, once, and never of the first', async () => {
    await api.member();
    const news = () => countEvents(api.app.get(DataSource), 'accounts.new-device-seen');
    expect(await news()).toBe(0);
    const device = (await logIn()).cookies.find(({ name }) => name === 'calmness_device');
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await news()).toBe(1);
    await logIn({}, { cookie: `calmness_device=${device?.value ?? ''}` });
    expect(await news()).toBe(1);
  });

  it('cannot be driven by another site: no cookie route without the header', async () => {
    await api.member();
    const cookie = (await logIn()).cookies.find(({ name }) => name === 'calmness_refresh');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    for (const path of ['auth/refresh', 'auth/logout']) {
      const forged = await api.send('POST', path, undefined, {
        cookie: `calmness_refresh=${cookie?.value ?? ''}`,
        origin: 'https://evil.example',
      });
      expect([path, forged.statusCode]).toEqual([path, 403]);
    }
  });

  it('say how long to wait when there were too many guesses', async () => {
    await api.member();
    for (let n = 0; n < 5; n += 1) await logIn({ password: 'a wrong password' });
    const answer = await logIn({ password: 'a wrong password' });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([429, 'accounts.too-many-attempts']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('in production', () => {
  let api: AccountsApi;
  beforeAll(async () => {
    api = await startAccountsApi({ isProduction: true });
  });
  afterAll(() => api.close());

  it('whoever works for the academy opens nothing before his second factor', async () => {
    await api.clear();
    const admin = await api.admin();
    const members = () => api.send('GET', 'admin/members', undefined, admin);
    const refused = await members();
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([403, 'accounts.two-factor-required']);
    const setup = await api.send('POST', 'auth/two-factor/setup', { password: goodPassword }, admin);
    const otp = codeAt(setup.json<TwoFactorSetup>().secret, api.app.get(Clock).now());
    expect((await api.send('POST', 'auth/two-factor/enable', { otp }, admin)).statusCode).toBe(200);
    await expect.poll(async () => (await members()).statusCode).toBe(200);
    const awa = await api.member();
    expect((await api.send('GET', 'auth/me', undefined, awa)).statusCode).toBe(200);
  });
});
