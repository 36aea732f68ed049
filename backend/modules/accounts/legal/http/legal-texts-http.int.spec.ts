import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CurrentUser, LegalDocumentView, LegalTextVersionList, Problem } from '@calmness/contracts';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';

describe('a legal text with a new version', () => {
  let api: AccountsApi;
  let awa: Record<string, string>;
  let admin: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    awa = await api.member();
    admin = await api.admin();
  });

  const text = (body: string) => ({ title: 'Conditions', body });
  const publish = (base = '1', code = 'cgv', who = admin) =>
    api.send(
      'POST',
      'admin/legal-texts',
      { code, base_version: base, fr: text('# Nouveau'), en: text('# New') },
      who,
    );
  const pending = async (who = awa) =>
    (await api.send('GET', 'auth/me', undefined, who)).json<CurrentUser>().terms_to_accept;
  const accept = (version: string, who = awa) =>
    api.send('POST', 'auth/user/terms', { accepted_terms_version: version }, who);

  it('is in force at once in both languages, and the old one stays readable', async () => {
    const { versions } = (await publish()).json<LegalTextVersionList>();
    expect(versions.filter(({ code }) => code === 'cgv').map(({ version }) => version)).toEqual(['2', '1']);
    const read = async (path: string) => (await api.send('GET', path)).json<LegalDocumentView>();
    expect(await read('legal/cgv?locale=en')).toMatchObject({ version: '2', body: '# New' });
    expect((await read('legal/cgv?version=1')).body).not.toBe('# Nouveau');
  });

  it('is what members have to accept, once, and only in the version they read', async () => {
    expect(await pending()).toEqual([]);
    await publish();
    expect(await pending()).toEqual([{ code: 'cgv', version: '2' }]);
    const late = await accept('1.1.1');
    expect([late.statusCode, late.json<Problem>().code]).toEqual([409, 'accounts.terms-outdated']);
    expect((await accept('1.2.1')).statusCode).toBe(204);
    expect((await accept('1.2.1')).statusCode).toBe(204);
    expect(await pending()).toEqual([]);
  });

  it('asks nobody who works for the academy, and nobody for a text that is no contract', async () => {
    await publish('1', 'cookies');
    expect([await pending(), await pending(admin)]).toEqual([[], []]);
    await publish();
    expect(await pending(admin)).toEqual([]);
  });

  it('is not overwritten by a writer who started from an older one', async () => {
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
  });

  it('is written by an admin alone', async () => {
    expect((await publish('1', 'cgv', awa)).statusCode).toBe(403);
    expect((await publish('1', 'nonsense')).statusCode).toBe(422);
  });
});
