import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  AccessLedgerList,
  BulkResult,
  CurrentUser,
  ImportReport,
  LabelList,
  MemberList,
  Problem,
  SavedFilterList,
  ViewAsGrant,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { startAccountsApi, type AccountsApi } from '../../testing/accounts-api';
import { countEvents, goodPassword, memberOf, recordedEvents } from '../../testing/people';

describe('the staff and its members', () => {
  let api: AccountsApi;
  let admin: Record<string, string>;
  beforeAll(async () => {
    api = await startAccountsApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.clear();
    await api.app.get(DataSource).query('TRUNCATE accounts.label CASCADE');
    admin = await api.admin();
  });

  const dataSource = () => api.app.get(DataSource);
  const idOf = async (email: string) => (await memberOf(dataSource(), email)).id;
  const list = async (query = '') =>
    (await api.send('GET', `admin/members?${query}`, undefined, admin)).json<MemberList>();
  const post = (path: string, body?: object, who = admin) => api.send('POST', `admin/${path}`, body, who);
  const codeOf = (answer: { json: () => Problem }) => answer.json().code;
  const audited = async (): Promise<string[]> => {
    const rows = await dataSource().query<{ action: string }[]>(
      'SELECT action FROM platform.audit_entry ORDER BY id',
    );
    return rows.map(({ action }) => action);
  };
  const people = async (...names: string[]) => {
    const lines = names.map((name) => `${name.toLowerCase()}@example.fr,${name},Roy`).join('\n');
    await post('members/import', { csv: `email,first_name,last_name\n${lines}`, dry_run: false });
  };

  describe('in a list', () => {
    beforeEach(() => people('Zoé', 'Élodie', 'Awa', 'Bruno', 'Chloé'));

    const names = async (query: string) => (await list(query)).members.map(({ first_name }) => first_name);

    it.each(['newest', 'oldest', 'name', 'last_seen'])(
      'come in one order by %s, page by page',
      async (sort) => {
        const whole = await names(`sort=${sort}&limit=100`);
        expect(whole).toHaveLength(6);
        const found: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: MemberList = await list(`sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
          found.push(...page.members.map(({ first_name }) => first_name));
          expect(page.total).toBe(6);
          cursor = page.next_cursor;
        }
        expect(found).toEqual(whole);
      },
    );

    it('are sorted by name as a French reader expects', async () => {
      expect(await names('sort=name')).toEqual(['Sophie', 'Awa', 'Bruno', 'Chloé', 'Élodie', 'Zoé']);
    });

    it('are found by a part of a name with accents, and by what they are', async () => {
      expect(await names('search=%C3%A9lodie')).toEqual(['Élodie']);
      expect(await names('search=100%25')).toEqual([]);
      expect(await names('role=admin')).toEqual(['Sophie']);
      expect(await names('verified=true')).toEqual(['Sophie']);
      expect(await names('subscribed=true')).toEqual([]);
      expect(await names('state=locked')).toEqual([]);
    });

    it('refuse a cursor of a list sorted otherwise', async () => {
      const { next_cursor: cursor } = await list('sort=name&limit=2');
      const answer = await api.send('GET', `admin/members?sort=newest&cursor=${cursor}`, undefined, admin);
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'request.invalid']);
    });

    it('go into a file that runs nothing, and taking it out is audited', async () => {
      await dataSource().query(
        `UPDATE accounts.member SET first_name = '=1+1' WHERE email = 'awa@example.fr'`,
      );
      const { body, headers } = await api.send('GET', 'admin/members/export.csv?sort=name', undefined, admin);
      expect(headers['content-type']).toContain('text/csv');
      expect(body.split('\n')).toHaveLength(8);
      expect(body).toContain(`awa@example.fr;'=1+1;Roy;member;false;open`);
      expect(await audited()).toContain('accounts.export-members');
    });

    it('are kept behind a filter of one’s own', async () => {
      const filter = { name: 'Admins', filter: { role: 'admin' }, sort: 'name' };
      const { filters } = (await post('member-filters', filter)).json<SavedFilterList>();
      expect(filters).toMatchObject([filter]);
      expect(codeOf(await post('member-filters', filter))).toBe('accounts.filter-taken');
      await dataSource().query(
        `UPDATE accounts.saved_filter SET owner_id = (SELECT id FROM accounts.member WHERE email = 'awa@example.fr')`,
      );
      const path = `admin/member-filters/${filters[0]?.id}`;
      expect((await api.send('DELETE', path, undefined, admin)).statusCode).toBe(404);
    });
  });

  describe('with labels', () => {
    it('carry them one by one or many at once, each with his own answer', async () => {
      await people('Awa', 'Bruno');
      const { labels } = (await post('labels', { kind: 'group', name: 'Promo 2026' })).json<LabelList>();
      expect(codeOf(await post('labels', { kind: 'group', name: 'promo 2026' }))).toBe(
        'accounts.label-taken',
      );
      const ids = [await idOf('awa@example.fr'), await idOf('bruno@example.fr')];
      const stranger = '01931b2e-7b8c-7000-8000-000000000000';
      const { results } = (
        await post('members/bulk', {
          action: 'label',
          member_ids: [...ids, stranger],
          label_id: labels[0]?.id,
        })
      ).json<BulkResult>();
      expect(results.map(({ code }) => code)).toEqual([null, null, 'accounts.member-not-found']);
      expect((await list(`label_id=${labels[0]?.id}`)).total).toBe(2);
      await api.send('DELETE', `admin/labels/${labels[0]?.id}`, undefined, admin);
      expect((await list()).members.flatMap((member) => member.labels)).toEqual([]);
    });

    it('need a label or a reason where the action does', async () => {
      const member_ids = ['01931b2e-7b8c-7000-8000-000000000000'];
      for (const action of ['label', 'lock'])
        expect((await post('members/bulk', { action, member_ids })).statusCode).toBe(422);
    });
  });

  it('who are suspended lose every session at once and cannot come back, until it is lifted', async () => {
    const awa = await api.member();
    const id = await idOf('awa@example.fr');
    const login = () => api.send('POST', 'auth/login', { email: 'awa@example.fr', password: goodPassword });
    expect((await post(`members/${id}/lock`, { reason: 'Impayé' })).statusCode).toBe(204);
    await expect.poll(async () => (await api.send('GET', 'auth/me', undefined, awa)).statusCode).toBe(401);
    expect(codeOf(await login())).toBe('accounts.locked');
    expect((await list('state=locked')).total).toBe(1);
    await api.send('DELETE', `admin/members/${id}/lock`, undefined, admin);
    expect((await login()).statusCode).toBe(200);
    expect(await audited()).toEqual(
      expect.arrayContaining(['accounts.lock-member', 'accounts.unlock-member']),
    );
  });

  describe('in their roles', () => {
    const roles = (id: Uuid, held: string[], version: number, who = admin) =>
      api.send('PUT', `admin/members/${id}/roles`, { roles: held, version }, who);

    it('are changed for the version that was read', async () => {
      await api.member();
      const { id, version } = await memberOf(dataSource(), 'awa@example.fr');
      expect((await roles(id, ['manager'], version)).statusCode).toBe(204);
      expect(codeOf(await roles(id, ['member'], version))).toBe('request.conflict');
      expect((await memberOf(dataSource(), 'awa@example.fr')).roles).toEqual(['member', 'manager']);
    });

    it('never leave the academy without an admin, however two admins race', async () => {
      const sophie = await memberOf(dataSource(), 'sophie@example.fr');
      expect(codeOf(await roles(sophie.id, ['member'], sophie.version))).toBe('accounts.own-account');
      const awa = await api.member();
      const { id, version } = await memberOf(dataSource(), 'awa@example.fr');
      await roles(id, ['admin'], version);
      await expect
        .poll(async () => (await api.send('GET', 'admin/labels', undefined, awa)).statusCode)
        .toBe(200);
      const answers = await Promise.all([
        roles(id, ['member'], version + 1),
        roles(sophie.id, ['member'], sophie.version, awa),
      ]);
      const left = await dataSource().query<unknown[]>(
        `SELECT 1 FROM accounts.member WHERE 'admin' = ANY (roles)`,
      );
      expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
      expect(left).toHaveLength(1);
    });
  });

  it('who are imported are told once, and a file sent twice does nothing twice', async () => {
    const csv = 'email,first_name,last_name\nawa@example.fr,Awa,Roy\nAWA@example.fr,Awa,Roy\nwrong,,Roy';
    const send = async (dry_run: boolean) =>
      (await post('members/import', { csv, dry_run })).json<ImportReport>();
    const counts = { new: 1, exists: 0, repeated: 1, invalid: 1 };
    expect((await send(true)).counts).toEqual(counts);
    expect((await list()).total).toBe(1);
    expect((await send(false)).counts).toEqual(counts);
    expect((await send(false)).counts).toEqual({ ...counts, new: 0, exists: 1 });
    expect(await countEvents(dataSource(), 'accounts.member-invited')).toBe(1);
    const written = JSON.stringify(await recordedEvents(dataSource()));
    expect(written).not.toContain('awa@example.fr');
  });

  describe('whose pages are looked at', () => {
    const look = async (id: Uuid) =>
      (await post(`members/${id}/view`, { reason: 'support', detail: 'Appel' })).json<ViewAsGrant>();

    it('are seen as the member sees them, read only, and he reads who looked', async () => {
      const awa = await api.member();
      const { access_token: token } = await look(await idOf('awa@example.fr'));
      const viewer = { authorization: `Bearer ${token}` };
      const seen = (await api.send('GET', 'auth/me', undefined, viewer)).json<CurrentUser>();
      expect([seen.email, seen.permissions]).toEqual(['awa@example.fr', []]);
      const patch = await api.send('PATCH', 'auth/user/profile', { city: 'Lyon', version: 1 }, viewer);
      expect([patch.statusCode, codeOf(patch)]).toEqual([403, 'accounts.view-only']);
      for (const path of ['auth/user/export', 'auth/user/deletion'])
        expect(codeOf(await api.send('GET', path, undefined, viewer))).toBe('accounts.view-only');
      expect((await api.send('GET', 'admin/members', undefined, viewer)).statusCode).toBe(403);
      const { entries } = (
        await api.send('GET', 'auth/user/access-ledger', undefined, awa)
      ).json<AccessLedgerList>();
      expect(entries).toMatchObject([{ staff_name: 'Sophie', reason: 'support', detail: 'Appel' }]);
    });

    it('are closed with the session of the one who looks', async () => {
      await api.member();
      const { access_token: token } = await look(await idOf('awa@example.fr'));
      await dataSource().query(
        `UPDATE accounts.session SET revoked_at = now(), revoked_because = 'revoked'
          WHERE member_id = (SELECT id FROM accounts.member WHERE email = 'sophie@example.fr')`,
      );
      const viewer = { authorization: `Bearer ${token}` };
      await expect
        .poll(async () => (await api.send('GET', 'auth/me', undefined, viewer)).statusCode)
        .toBe(401);
    });

    it('are never those of somebody who works for the academy', async () => {
      const answer = await post(`members/${await idOf('sophie@example.fr')}/view`, { reason: 'support' });
      expect(answer.statusCode).toBe(403);
    });
  });

  it('are removed a week ahead with a reason, and can be restored', async () => {
    const awa = await api.member();
    const id = await idOf('awa@example.fr');
    expect((await post(`members/${id}/removal`, { reason: 'Doublon' })).statusCode).toBe(204);
    expect((await list('state=leaving')).total).toBe(1);
    expect((await api.send('DELETE', `admin/members/${id}/removal`, undefined, admin)).statusCode).toBe(204);
    expect((await list('state=leaving')).total).toBe(0);
    expect((await post(`members/${id}/removal`, { reason: 'Doublon' }, awa)).statusCode).toBe(403);
  });
});
