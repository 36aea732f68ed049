import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionsView, DiscordConnect, Problem, TelegramLink } from '@calmness/contracts';
import { fakeVendors } from '../../testing/fake-vendors';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';

describe('the routes of connected accounts', () => {
  const vendors = fakeVendors();
  let api: AccountsApi;
  let awa: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi({ isProduction: true }, vendors);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    vendors.discord.people.set('awa', { id: '80351110224678912', username: 'awa.d' });
    for (const vendor of Object.values(vendors)) Object.assign(vendor, { enabled: true });
    awa = await api.member();
  });

  const read = async () =>
    (await api.send('GET', 'community/connections', undefined, awa)).json<ConnectionsView>();

  it('say what is linked, what waits, and why a channel cannot be', async () => {
    expect(await read()).toEqual({
      telegram: { off_because: null, account: null, pending: null, taken: false },
      discord: { off_because: null, account: null },
      whatsapp: { off_because: null, number: null, verified_at: null, opted_in_at: null, pending: null },
    });
    vendors.telegram.enabled = false;
    expect((await read()).telegram.off_because).toBe('not_configured');
    const answer = await api.send('POST', 'community/telegram/link', undefined, awa);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([503, 'accounts.channel-disabled']);
  });

  it('give five Telegram links an hour, then say when to come back', async () => {
    for (let n = 0; n < 5; n += 1) {
      const answer = await api.send('POST', 'community/telegram/link', undefined, awa);
      expect(answer.statusCode).toBe(201);
      expect(answer.json<TelegramLink>().url).toMatch(/^https:\/\/t\.me\/CalmnessBot\?start=[\w-]{22}$/);
    }
    const answer = await api.send('POST', 'community/telegram/link', undefined, awa);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([429, 'accounts.too-many-links']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3_000);
    expect((await read()).telegram.pending).not.toBeNull();
    expect((await api.send('DELETE', 'community/telegram/link', undefined, awa)).statusCode).toBe(204);
    expect((await read()).telegram.pending).toBeNull();
  });

  it('take a browser to Discord and back, and only that browser', async () => {
    const left = await api.send('POST', 'community/discord/connect', undefined, awa);
    const { authorize_url } = left.json<DiscordConnect>();
    const state = new URL(authorize_url).searchParams.get('state') ?? '';
    const [cookie] = [left.headers['set-cookie']].flat();
    expect(cookie).toMatch(
      /^calmness_discord=[\w-]{22}; Max-Age=600; Path=\/api\/community\/discord; HttpOnly; Secure; SameSite=Lax$/,
    );
    const back = `community/discord/callback?code=awa&state=${state}&guild_id=1`;
    const stranger = await api.send('GET', back);
    expect(stranger.headers['location']).toBe('/user/settings?linked=discord&failed=expired');
    const home = await api.send('GET', back, undefined, { cookie: (cookie ?? '').split(';')[0] ?? '' });
    expect([home.statusCode, home.headers['location']]).toEqual([302, '/user/settings?linked=discord']);
    expect(String(home.headers['set-cookie'])).toMatch(/^calmness_discord=;/);
    expect((await read()).discord.account).toMatchObject({ username: 'awa.d', state: 'active' });
    expect((await api.send('DELETE', 'community/discord', undefined, awa)).statusCode).toBe(204);
    expect((await read()).discord.account).toBeNull();
  });

  it('ask for a number and the words agreed to, before a code goes out', async () => {
    const ask = (body: object) => api.send('POST', 'auth/user/whatsapp/code', body, awa);
    const refused = await ask({ number: '12', opt_in_version: 0 });
    expect(refused.json<Problem>().errors).toEqual([
      { field: 'number', code: 'phone' },
      { field: 'opt_in_version', code: 'not_in_list' },
    ]);
    const sent = await ask({ number: '+33 6 12 34 56 78', opt_in_version: 1 });
    expect(sent.statusCode).toBe(202);
    expect((await read()).whatsapp).toMatchObject({
      ...{ number: '+33612345678', verified_at: null },
      pending: { number: '+33612345678', attempts_left: 5 },
    });
    const verify = (code: string) => api.send('POST', 'auth/user/whatsapp/verify', { code }, awa);
    expect((await verify('12')).statusCode).toBe(422);
    expect((await verify('123456')).json<Problem>()).toMatchObject({
      ...{ status: 422, code: 'accounts.whatsapp-code-wrong', params: { attempts_left: 4 } },
    });
    expect((await api.send('DELETE', 'auth/user/whatsapp', undefined, awa)).statusCode).toBe(204);
    expect((await read()).whatsapp).toMatchObject({ number: '+33612345678', pending: null });
  });

  it('belong to whoever is logged in', async () => {
    for (const [method, path] of [
      ['GET', 'community/connections'],
      ['POST', 'community/telegram/link'],
      ['DELETE', 'community/telegram/link'],
      ['POST', 'community/discord/connect'],
      ['DELETE', 'community/discord'],
      ['DELETE', 'auth/user/whatsapp'],
    ] as const)
      expect((await api.send(method, path)).statusCode, path).toBe(401);
  });
});
