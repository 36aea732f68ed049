import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BannerView, OrganisationView, Problem, PublicBannerView } from '@calmness/contracts';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';

describe('what the academy says of itself', () => {
  let api: AccountsApi;
  let admin: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    await api.app.get(DataSource).query('TRUNCATE accounts.organisation_setting, accounts.banner');
    admin = await api.admin();
  });

  const academy: OrganisationView = {
    timezone: 'Europe/Paris',
    contact_email: 'bonjour@example.fr',
    contact_phone: '+33612345678',
    address: '3 rue de la Paix, Paris',
    opening_hours: [{ day: 'monday', opens: '09:00', closes: '18:30' }],
    grace_hours: 24,
    version: 0,
  };
  const save = (changes: Partial<OrganisationView> = {}) =>
    api.send('PUT', 'admin/organisation', { ...academy, ...changes }, admin);

  it('starts with Paris and no grace, and keeps what was saved', async () => {
    const before = (await api.send('GET', 'admin/organisation', undefined, admin)).json<OrganisationView>();
    expect(before).toMatchObject({ timezone: 'Europe/Paris', grace_hours: 0, version: 0 });
    expect((await save()).json()).toEqual({ ...academy, version: 1 });
  });

  it('refuses a second save from the same page, and hours that close before they open', async () => {
    const answers = await Promise.all([save(), save()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const hours = [{ day: 'monday' as const, opens: '18:00', closes: '09:00' }];
    const wrong = (await save({ opening_hours: hours, version: 1 })).json<Problem>();
    expect(wrong.errors).toEqual([{ field: 'opening_hours.0.closes', code: 'too_early' }]);
    expect((await save({ grace_hours: 73, version: 1 })).statusCode).toBe(422);
  });

  it('is not written by a member', async () => {
    const awa = await api.member();
    expect((await api.send('PUT', 'admin/organisation', academy, awa)).statusCode).toBe(403);
    expect((await api.send('GET', 'admin/banner', undefined, awa)).statusCode).toBe(403);
  });

  describe('in the banner', () => {
    const now = Date.now();
    const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
    const put = (from: string, until: string | null, version = 0) =>
      api.send(
        'PUT',
        'admin/banner',
        { text: { fr: 'Fermé lundi', en: 'Closed on Monday' }, severity: 'info', from, until, version },
        admin,
      );
    const shown = async () => (await api.send('GET', 'banner')).json<PublicBannerView>().banner;

    it('reaches everybody while it holds, before and after nobody', async () => {
      expect(await shown()).toBeNull();
      await put(at(-60), at(60));
      expect(await shown()).toMatchObject({ text: { fr: 'Fermé lundi' }, severity: 'info', version: 1 });
      await put(at(10), null, 1);
      expect(await shown()).toBeNull();
      await put(at(-60), at(-10), 2);
      expect(await shown()).toBeNull();
    });

    it('is taken down, and a new one is told from the one that was dismissed', async () => {
      await put(at(-60), null);
      const down = await api.send('DELETE', 'admin/banner?version=1', undefined, admin);
      expect(down.json<BannerView>()).toEqual({ banner: null, version: 2 });
      expect((await api.send('DELETE', 'admin/banner?version=1', undefined, admin)).statusCode).toBe(409);
      await put(at(-60), null, 2);
      expect(await shown()).toMatchObject({ version: 3 });
    });

    it('does not end before it begins', async () => {
      expect((await put(at(0), at(-1))).json<Problem>().errors).toEqual([
        { field: 'until', code: 'too_early' },
      ]);
    });
  });
});
