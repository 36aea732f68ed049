import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccessGrant, PasskeyChallenge, PasskeyList, Problem } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import { SoftAuthenticator } from '@calmness/platform/testing';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';
import { countEvents, goodPassword } from '../../testing/people';
import { SecureAccount } from '../application/secure-account';
import { ResetTwoFactor } from '../application/reset-two-factor';

describe('a passkey', () => {
  let api: AccountsApi;
  let awa: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi({ isProduction: true });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    await api.app.get(DataSource).query('TRUNCATE accounts.passkey_challenge');
    awa = await api.member();
  });

  const site = () => api.app.get(Config).publicBaseUrl;
  const post = (path: string, body?: object, who: Record<string, string> = {}) =>
    api.send('POST', `auth/passkeys${path}`, body, who);
  const codeOf = (answer: { json: () => Problem }) => answer.json().code;
  const make = async (key: SoftAuthenticator, who = awa) => {
    const offered = await post('/options', { password: goodPassword }, who);
    const { challenge_id, options } = offered.json<PasskeyChallenge>();
    return post('', { challenge_id, name: 'Téléphone', response: key.create(options) }, who);
  };
  const offer = async () => (await post('/login/options')).json<PasskeyChallenge>();
  const enter = async (key: SoftAuthenticator) => {
    const { challenge_id, options } = await offer();
    return post('/login', { challenge_id, response: key.get(options) });
  };

  it('opens the account it was made for, again and again, and the owner is told', async () => {
    const key = new SoftAuthenticator(site());
    expect((await make(key)).json<PasskeyList>().passkeys).toMatchObject([
      { name: 'Téléphone', last_used_at: null, device_type: 'singleDevice', backed_up: false },
    ]);
    for (let n = 0; n < 3; n += 1) {
      const grant = (await enter(key)).json<AccessGrant>();
      expect(grant.user.email).toBe('awa@example.fr');
    }
    expect(await countEvents(api.app.get(DataSource), 'accounts.passkey-changed')).toBe(1);
  });

  it('is two factors at once, where they are compulsory', async () => {
    const admin = await api.admin();
    const key = new SoftAuthenticator(site());
    expect((await api.send('GET', 'admin/members', undefined, admin)).statusCode).toBe(403);
    await make(key, admin);
    const { access_token: token } = (await enter(key)).json<AccessGrant>();
    const opened = { authorization: `Bearer ${token}` };
    expect((await api.send('GET', 'admin/members', undefined, opened)).statusCode).toBe(200);
  });

  it('is made only after the password', async () => {
    expect(codeOf(await post('/options', { password: 'wrong' }, awa))).toBe('accounts.password-wrong');
  });

  it('answers a challenge once, and only its own', async () => {
    const key = new SoftAuthenticator(site());
    await make(key);
    const { challenge_id, options } = await offer();
    const response = key.get(options);
    expect((await post('/login', { challenge_id, response })).statusCode).toBe(200);
    expect(codeOf(await post('/login', { challenge_id, response }))).toBe('accounts.passkey-refused');
    const other = await offer();
    const replay = await post('/login', { challenge_id: other.challenge_id, response });
    expect(codeOf(replay)).toBe('accounts.passkey-refused');
  });

  it('is refused when it is unknown, of another site, copied, or does not look at its person', async () => {
    const key = new SoftAuthenticator(site());
    await make(key);
    expect(codeOf(await enter(new SoftAuthenticator(site())))).toBe('accounts.passkey-refused');
    expect(codeOf(await make(new SoftAuthenticator('https://evil.example')))).toBe(
      'accounts.passkey-refused',
    );
    expect(codeOf(await make(new SoftAuthenticator(site(), false)))).toBe('accounts.passkey-refused');
    await enter(key);
    await enter(key);
    key.rewind();
    expect(codeOf(await enter(key))).toBe('accounts.passkey-refused');
    const { challenge_id } = await offer();
    expect(codeOf(await post('/login', { challenge_id, response: { id: key.id } }))).toBe(
      'accounts.passkey-refused',
    );
  });

  it('belongs to one account, and is nobody else’s to name or to remove', async () => {
    const key = new SoftAuthenticator(site());
    const [mine] = (await make(key)).json<PasskeyList>().passkeys;
    const zoe = await api.member('zoe@example.fr');
    expect(codeOf(await make(key, zoe))).toBe('accounts.passkey-refused');
    const path = `auth/passkeys/${mine?.id}`;
    expect((await api.send('PATCH', path, { name: 'Pris' }, zoe)).statusCode).toBe(404);
    expect((await api.send('DELETE', path, undefined, zoe)).statusCode).toBe(404);
    const renamed = await api.send('PATCH', path, { name: 'Mon téléphone' }, awa);
    expect(renamed.json<PasskeyList>().passkeys[0]?.name).toBe('Mon téléphone');
    expect((await api.send('DELETE', path, undefined, awa)).statusCode).toBe(204);
    expect(codeOf(await enter(key))).toBe('accounts.passkey-refused');
  });

  it('opens nothing any more once the account was secured', async () => {
    const key = new SoftAuthenticator(site());
    await make(key);
    const { user } = (await enter(key)).json<AccessGrant>();
    await api.app.get(SecureAccount).execute(user.id as Parameters<SecureAccount['execute']>[0]);
    expect(codeOf(await enter(key))).toBe('accounts.passkey-refused');
  });

  it('stays when only the second factor was reset from the terminal', async () => {
    const key = new SoftAuthenticator(site());
    await make(key);
    await api.app.get(ResetTwoFactor).execute('awa@example.fr');
    expect((await enter(key)).statusCode).toBe(200);
  });
});
