import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  CurrentUser,
  FeatureFlagsView,
  OpenFlagsView,
  Problem,
  SettingsPatch,
  SettingsView,
} from '@calmness/contracts';
import { newId } from '@calmness/platform/ids';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';
import { stranger } from '../../testing/people';

describe('the routes of settings', () => {
  let api: AccountsApi;
  let awa: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    await api.app.get(DataSource).query('TRUNCATE accounts.feature_flag, accounts.plan_flag');
    awa = await api.member();
  });

  const url = 'auth/user/settings/';
  const patch = (body: object) => api.send('PATCH', url, body, awa);
  const me = async () => (await api.send('GET', 'auth/me', undefined, awa)).json<CurrentUser>();

  it('answer what holds before anything was chosen, and each device keeps its own look', async () => {
    expect((await api.send('GET', url, undefined, awa)).json<SettingsView>()).toEqual({
      theme: 'auto',
      density: 'comfortable',
      week_starts_on: 'monday',
      locale: 'fr',
      timezone: 'Europe/Paris',
      features: {
        'dashboard-activity': { on: true, chosen: true, locked_by: null },
        'unread-badge': { on: true, chosen: true, locked_by: null },
      },
      privacy: { analytics_opt_out: false, share_with_mentors: false, audience_profile_opt_in: false },
      preset: null,
      version: 0,
    });
    expect((await me()).appearance).toBeNull();
  });

  it('save every switch, and tell the look to every device with the member', async () => {
    const look: Partial<SettingsPatch> = {
      theme: 'dark',
      density: 'compact',
      week_starts_on: 'sunday',
      locale: 'en',
      timezone: 'Africa/Dakar',
      privacy: { analytics_opt_out: true, share_with_mentors: true, audience_profile_opt_in: true },
    };
    const saved = (
      await patch({ ...look, features: { 'unread-badge': false }, version: 0 })
    ).json<SettingsView>();
    expect(saved).toMatchObject({ ...look, version: 1 });
    expect(saved.features['unread-badge']).toEqual({ on: false, chosen: false, locked_by: null });
    const user = await me();
    expect(user.appearance).toEqual({ theme: 'dark', density: 'compact', week_starts_on: 'sunday' });
    expect(user).toMatchObject({ locale: 'en', timezone: 'Africa/Dakar' });
    expect(user.flags).toMatchObject({ 'unread-badge': false, analytics: false, registration: true });
  });

  it.each([
    [{ theme: 'pink' }, 'theme', 'not_in_list'],
    [{ timezone: 'Paris' }, 'timezone', 'timezone'],
    [{ features: { registration: false } }, 'features.registration', 'unknown'],
    [{ features: { 'unread-badge': 'no' } }, 'features.unread-badge', 'type'],
    [{ privacy: { analytics_opt_out: 1 } }, 'privacy.analytics_opt_out', 'type'],
    [{ preset: 'wild' }, 'preset', 'not_in_list'],
    [{ version: -1 }, 'version', 'too_small'],
  ])('refuse %o', async (body, field, code) => {
    const answer = await patch({ version: 0, ...body });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toEqual([{ field, code }]);
  });

  it('refuse what another device saved in between', async () => {
    await patch({ theme: 'dark', version: 0 });
    const answer = await patch({ theme: 'light', version: 0 });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'request.conflict']);
  });

  it('close a route for everybody while its feature is off, and say why', async () => {
    const admin = await api.admin();
    const form = { email: 'zoe@example.fr', first_name: 'Zoé', last_name: 'Œuvrard' };
    const { password, locale } = stranger();
    const register = () =>
      api.send('POST', 'auth/register', {
        ...{ ...form, password, locale },
        ...{ accepted_terms_version: '1.1.1', adult: true },
      });
    const off = await api.send('PUT', 'admin/feature-flags/registration', { on: false, version: 0 }, admin);
    expect(off.json<FeatureFlagsView>().flags).toContainEqual({
      ...{ flag: 'registration', on: false, levels: ['global'], version: 1 },
    });
    const refused = await register();
    expect([refused.statusCode, refused.json<Problem>()]).toEqual([
      403,
      expect.objectContaining({ code: 'accounts.feature-off', params: { flag: 'registration' } }),
    ]);
    const open = (await api.send('GET', 'flags')).json<OpenFlagsView>().flags;
    expect(open).toMatchObject({ registration: false, payments: true });
    await api.send('PUT', 'admin/feature-flags/registration', { on: true, version: 1 }, admin);
    expect((await register()).statusCode).toBe(201);
  });

  it('show the member that the academy or his plan keeps a feature off, and his own choice under it', async () => {
    const admin = await api.admin();
    await patch({ features: { 'unread-badge': true }, version: 0 });
    await api.send('PUT', 'admin/feature-flags/unread-badge', { on: false, version: 0 }, admin);
    const seen = (await api.send('GET', url, undefined, awa)).json<SettingsView>();
    expect(seen.features['unread-badge']).toEqual({ on: false, chosen: true, locked_by: 'academy' });
  });

  it('know only the flags of the catalogue, and plans only where a plan may switch', async () => {
    const admin = await api.admin();
    const put = (path: string) =>
      api.send('PUT', `admin/feature-flags/${path}`, { on: false, version: 0 }, admin);
    expect((await put('teleport')).json<Problem>().code).toBe('accounts.flag-unknown');
    expect((await put(`registration/plans/${newId()}`)).statusCode).toBe(404);
    expect((await put('unread-badge/plans/premium')).statusCode).toBe(404);
    expect((await put(`unread-badge/plans/${newId()}`)).statusCode).toBe(200);
    expect((await put('unread-badge')).statusCode).toBe(200);
    expect((await put('unread-badge')).statusCode).toBe(409);
  });

  it('let nobody but an admin switch features', async () => {
    expect((await api.send('GET', 'admin/feature-flags', undefined, awa)).statusCode).toBe(403);
    expect(
      (await api.send('PUT', 'admin/feature-flags/payments', { on: false, version: 0 }, awa)).statusCode,
    ).toBe(403);
  });
});
