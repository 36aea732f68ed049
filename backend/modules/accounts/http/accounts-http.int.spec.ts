import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JwtService } from '@nestjs/jwt';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  AccessGrant,
  CurrentUser,
  LegalTermsView,
  MemberList,
  Problem,
  ProfileView,
} from '@calmness/contracts';
import { AuthHttpModule } from '@calmness/platform/auth';
import { PersonalDataModule } from '@calmness/platform/composition';
import type { Config } from '@calmness/platform/config';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId } from '@calmness/platform/ids';
import {
  createTestDatabase,
  platformImports,
  testConfig,
  type TestDatabase,
} from '@calmness/platform/testing';
import { AccountsHttpModule } from '../accounts-http.module';
import { LivingSessions } from '../access/http/living-sessions';
import { FeatureFlags } from '../settings/application/feature-flags';
import { AccountsModule } from '../accounts.module';
import { AccountsPersonalData } from '../privacy/application/accounts-personal-data';
import { AccountsReferenceData } from '../application/accounts-reference-data';
import { CreateAdmin } from '../access/application/create-admin';
import { clearPeople, goodPassword } from '../testing/people';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

describe('the routes of accounts', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  let config: Config;

  beforeAll(async () => {
    database = await createTestDatabase();
    config = testConfig(database.url, 'postgresql');
    @Module({
      imports: [
        ...platformImports(config),
        HttpModule,
        AuthHttpModule.of({
          sessions: LivingSessions,
          flags: FeatureFlags,
          imports: [AccountsModule, AccountsHttpModule],
        }),
        PersonalDataModule.of({ imports: [AccountsModule], sources: [AccountsPersonalData] }),
        AccountsModule,
        AccountsHttpModule,
      ],
    })
    class AccountsApi {}
    app = await createHttpApplication(AccountsApi, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(async () => {
    await clearPeople(app.get(DataSource));
    await app.get(AccountsReferenceData).install();
  });

  const web = { 'x-calmness-client': 'web' };
  const form = {
    email: 'awa@example.fr',
    password: goodPassword,
    first_name: 'Awa',
    last_name: 'Diallo',
    locale: 'fr',
    accepted_terms_version: '1.1.1',
    adult: true,
  };
  const post = (path: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer> =>
    app.inject({ method: 'POST', url: `/api/auth/${path}`, payload, headers });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    app.inject({ method: 'GET', url: `/api/${path}`, headers });
  const patch = (payload: object, headers: Record<string, string>): Promise<Answer> =>
    app.inject({ method: 'PATCH', url: '/api/auth/user/profile/', payload, headers });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const cookieOf = (answer: Answer) => answer.cookies.find((cookie) => cookie.name === 'calmness_refresh');
  const withCookie = (value = '') => ({ ...web, cookie: `calmness_refresh=${value}` });
  const logIn = async (): Promise<{ grant: AccessGrant; cookie: string }> => {
    const answer = await post('login', { email: form.email, password: form.password });
    return { grant: answer.json<AccessGrant>(), cookie: cookieOf(answer)?.value ?? '' };
  };

  describe('joining', () => {
    it('answers the same to a stranger and for a known address', async () => {
      const first = await post('register', form);
      const second = await post('register', { ...form, email: 'AWA@example.fr' });
      expect(first.statusCode).toBe(201);
      expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body]);
      expect(first.json()).toEqual({ status: 'verification_sent' });
    });

    it.each([
      [
        'no body at all',
        {},
        ['email', 'password', 'first_name', 'last_name', 'locale', 'accepted_terms_version', 'adult'],
      ],
      ['an unknown field', { ...form, roles: ['admin'] }, ['roles']],
      [
        'wrong types',
        { ...form, email: 'awa', first_name: 7, adult: 'yes' },
        ['email', 'first_name', 'adult'],
      ],
      ['a minor', { ...form, adult: false }, ['adult']],
      ['a weak password', { ...form, password: '12345678' }, ['password']],
      ['a blank name', { ...form, last_name: '   ' }, ['last_name']],
    ])('answers 422 to %s, naming the fields', async (_what, payload, fields) => {
      const answer = await post('register', payload);
      expect(answer.statusCode).toBe(422);
      expect(
        answer
          .json<Problem>()
          .errors?.map((error) => error.field)
          .sort(),
      ).toEqual([...fields].sort());
    });

    it('answers 409 to terms of yesterday', async () => {
      const answer = await post('register', { ...form, accepted_terms_version: '0.9' });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'accounts.terms-outdated']);
    });

    it('answers 422 to a link that is none, and always the same to a resend', async () => {
      const link = await post('verify-email', { token: `${newId()}.abcdef` });
      expect([link.statusCode, link.json<Problem>().code]).toEqual([
        422,
        'accounts.verification-link-invalid',
      ]);
      await post('register', form);
      const known = await post('resend-verification', { email: form.email });
      const unknown = await post('resend-verification', { email: 'nobody@example.fr' });
      expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
      expect(known.statusCode).toBe(200);
    });
  });

  describe('a session', () => {
    beforeEach(() => post('register', form));

    it('is granted with a cookie no script and no other site can use', async () => {
      const answer = await post('login', { email: form.email, password: form.password });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        expires_in: 900,
        user: { email: form.email, initials: 'AD', is_verified: false, roles: ['member'], permissions: [] },
      });
      const cookie = cookieOf(answer);
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/auth' });
      expect(Math.round((cookie?.maxAge ?? 0) / 86_400)).toBe(30);
      expect(answer.body).not.toContain(cookieOf(answer)?.value);
      expect(answer.body).not.toContain('argon2');
    });

    it('answers one and the same 401 to a wrong password and an unknown address', async () => {
      const wrong = await post('login', { email: form.email, password: 'wrong' });
      const unknown = await post('login', { email: 'nobody@example.fr', password: 'wrong' });
      expect(wrong.statusCode).toBe(401);
      expect({ ...unknown.json<Problem>(), correlation_id: '' }).toEqual({
        ...wrong.json<Problem>(),
        correlation_id: '',
      });
      expect(wrong.json<Problem>().code).toBe('accounts.invalid-credentials');
      expect(cookieOf(wrong)).toBeUndefined();
    });

    it('goes on by the cookie, with a new access token and a new cookie', async () => {
      const { cookie } = await logIn();
      const answer = await post('refresh', undefined, withCookie(cookie));
      expect(answer.statusCode).toBe(200);
      expect(cookieOf(answer)?.value).not.toBe(cookie);
      const me = await get('auth/me', bearer(answer.json<AccessGrant>().access_token));
      expect(me.json<CurrentUser>().email).toBe(form.email);
    });

    it.each(['refresh', 'logout'])('is not touched by %s without the header of our own app', async (path) => {
      const { cookie } = await logIn();
      const answer = await post(path, undefined, { cookie: `calmness_refresh=${cookie}` });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, 'request.forbidden']);
      expect((await post('refresh', undefined, withCookie(cookie))).statusCode).toBe(200);
    });

    it('refuses a cookie nobody gave out, and leaves it alone', async () => {
      for (const headers of [web, withCookie('forged')]) {
        const answer = await post('refresh', undefined, headers);
        expect([answer.statusCode, answer.json<Problem>().code]).toEqual([401, 'accounts.session-expired']);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    });

    it('ends at the logout, cookie included', async () => {
      const { cookie } = await logIn();
      const answer = await post('logout', undefined, withCookie(cookie));
      expect(answer.statusCode).toBe(204);
      expect(cookieOf(answer)).toMatchObject({ value: '', path: '/api/auth' });
      expect((await post('refresh', undefined, withCookie(cookie))).statusCode).toBe(401);
      expect((await post('logout', undefined, web)).statusCode).toBe(204);
    });

    it.each(['forged', 'alg=none', 'of another audience', 'expired'])(
      'is not opened by a token %s',
      async (fault) => {
        const { grant } = await logIn();
        const token = spoiled(app.get(JwtService, { strict: false }), config, grant.user.id, fault);
        expect((await get('auth/me', bearer(token))).statusCode).toBe(401);
        expect((await get('auth/me', bearer(grant.access_token))).statusCode).toBe(200);
      },
    );

    it('of an account that is gone answers 401', async () => {
      const { grant } = await logIn();
      await clearPeople(app.get(DataSource));
      expect((await get('auth/me', bearer(grant.access_token))).statusCode).toBe(401);
    });
  });

  describe('the profile', () => {
    let headers: { authorization: string };
    beforeEach(async () => {
      await post('register', form);
      headers = bearer((await logIn()).grant.access_token);
    });

    it('is the member’s own, and saves what is well formed', async () => {
      const html = `<img src=x onerror=alert(1)>'; DROP TABLE accounts.member; --`;
      const answer = await patch(
        {
          version: 1,
          telegram_username: 'awa_diallo',
          whatsapp_number: '+33 6 12 34 56 78',
          country: 'SN',
          city: '',
          bio: html,
          preferred_assets: ['forex', 'stocks'],
          timezone: 'Africa/Dakar',
        },
        headers,
      );
      expect(answer.statusCode).toBe(200);
      const profile = (await get('auth/user/profile/', headers)).json<ProfileView>();
      expect(profile).toEqual(answer.json());
      expect(profile).toMatchObject({
        telegram_username: '@awa_diallo',
        whatsapp_number: '+33612345678',
        city: null,
        bio: html,
        is_verified: false,
        has_complete_profile: true,
        can_make_payment: false,
        version: 2,
      });
      expect((await get('auth/user/payment-eligibility/', headers)).json()).toEqual({
        can_make_payment: false,
        has_complete_profile: true,
        missing_fields: ['email_verified'],
        recommended_fields: [],
      });
    });

    it.each([
      ['email', { email: 'other@example.fr' }, 'unknown'],
      ['can_make_payment', { can_make_payment: true }, 'unknown'],
      ['roles', { roles: ['admin'] }, 'unknown'],
      ['first_name', { first_name: null }, 'required'],
      ['first_name', { first_name: '  ' }, 'required'],
      ['first_name', { first_name: { $ne: '' } }, 'type'],
      ['whatsapp_number', { whatsapp_number: '0612345678' }, 'phone'],
      ['phone', { phone: '+331' }, 'phone'],
      ['telegram_username', { telegram_username: 'no' }, 'pattern'],
      ['discord_username', { discord_username: 'jean#1234' }, 'retired_format'],
      ['country', { country: 'XX' }, 'not_in_list'],
      ['bio', { bio: 'x'.repeat(1_001) }, 'too_long'],
      ['trading_experience', { trading_experience: 'guru' }, 'not_in_list'],
      ['preferred_assets', { preferred_assets: ['art'] }, 'not_in_list'],
      ['preferred_assets', { preferred_assets: null }, 'required'],
      ['timezone', { timezone: 'Mars/Olympus' }, 'timezone'],
      ['locale', { locale: 'de' }, 'not_in_list'],
    ])('refuses %s %o as %s', async (field, changes, code) => {
      const answer = await patch({ version: 1, ...changes }, headers);
      expect(answer.statusCode).toBe(422);
      expect(answer.json<Problem>().errors).toEqual([{ field, code }]);
    });

    it('answers 409 when it was saved in between, and 422 without a version', async () => {
      await patch({ version: 1, city: 'Dakar' }, headers);
      const late = await patch({ version: 1, city: 'Lyon' }, headers);
      expect([late.statusCode, late.json<Problem>().code]).toEqual([409, 'request.conflict']);
      expect((await patch({ city: 'Lyon' }, headers)).statusCode).toBe(422);
    });

    it.each(['auth/me', 'auth/user/profile', 'auth/user/payment-eligibility', 'admin/members'])(
      '%s asks for a login',
      async (path) => {
        expect((await get(path)).statusCode).toBe(401);
      },
    );
  });

  describe('the list of members', () => {
    const admin = {
      email: 'sophie@example.fr',
      firstName: 'Sophie',
      lastName: '100%_\\',
      password: goodPassword,
    };
    let headers: { authorization: string };
    beforeEach(async () => {
      await app.get(CreateAdmin).execute(admin);
      const answer = await post('login', { email: admin.email, password: admin.password });
      headers = bearer(answer.json<AccessGrant>().access_token);
      for (const name of ['awa', 'zoe', 'ali']) {
        await post('register', { ...form, email: `${name}@example.fr`, first_name: name });
      }
    });
    const list = async (query: string): Promise<MemberList> =>
      (await get(`admin/members?${query}`, headers)).json<MemberList>();
    const emails = async (query: string): Promise<string[]> =>
      (await list(query)).members.map((member) => member.email);

    it('is for the staff', async () => {
      const member = await logIn();
      expect((await get('admin/members', bearer(member.grant.access_token))).statusCode).toBe(403);
      expect((await get('admin/members', headers)).statusCode).toBe(200);
    });

    it('finds by name and address, and takes what is typed literally', async () => {
      expect(await emails('search=ZOE')).toEqual(['zoe@example.fr']);
      expect(await emails('search=zoe diallo')).toEqual(['zoe@example.fr']);
      await post('register', { ...form, email: 'e@example.fr', first_name: 'Élodie' });
      expect(await emails(`search=${encodeURIComponent('éLODIE')}`)).toEqual(['e@example.fr']);
      expect(await emails('search=awa@ex')).toEqual(['awa@example.fr']);
      for (const typed of ['%25', '_', '\\', '100%25_\\']) {
        expect(await emails(`search=${typed}`)).toEqual([admin.email]);
      }
      expect(await emails(`search=${encodeURIComponent("' OR 1=1 --")}`)).toEqual([]);
    });

    it('pages, newest first', async () => {
      const first = await list('limit=3');
      expect(first.members.map((member) => member.email)).toEqual(
        ['ali', 'zoe', 'awa'].map((name) => `${name}@example.fr`),
      );
      const second = await list(`limit=3&cursor=${first.next_cursor}`);
      expect(second.members.map((member) => member.email)).toEqual([admin.email]);
      expect(second.next_cursor).toBeNull();
      expect(JSON.stringify(second)).not.toContain('argon2');
      expect((await get('admin/members?cursor=nonsense', headers)).statusCode).toBe(422);
    });
  });

  describe('the legal texts', () => {
    it('are open to everybody, in both languages and by version', async () => {
      const terms = (await get('legal?locale=en')).json<LegalTermsView>();
      expect(terms.accepted_terms_version).toBe('1.1.1');
      expect(terms.documents).toHaveLength(7);
      const [fr, en] = await Promise.all([get('legal/cgv'), get('legal/cgv?locale=en&version=1')]);
      expect(fr.json()).toMatchObject({ code: 'cgv', locale: 'fr', version: '1' });
      expect(en.json()).toMatchObject({ code: 'cgv', locale: 'en', version: '1' });
    });

    it.each([
      ['legal/nothing', 404],
      ['legal/cgv?version=9', 404],
      ['legal/cgv?version=one', 422],
      ['legal/cgv?locale=de', 422],
    ])('answer %s with %i', async (path, status) => {
      expect((await get(path)).statusCode).toBe(status);
    });
  });
});

function spoiled(jwt: JwtService, config: Config, memberId: string, fault: string): string {
  const key = config.keys.jwt.current();
  const claims = { sub: memberId, sid: newId(), roles: ['admin'], iss: 'calmness', aud: 'calmness-api' };
  const good = { secret: key.secret, keyid: key.id, expiresIn: 60 };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  switch (fault) {
    case 'forged':
      return jwt.sign(claims, { ...good, secret: 'a key the house never had, of a decent length' });
    case 'alg=none':
      return `${part({ alg: 'none', typ: 'JWT', kid: key.id })}.${part({ ...claims, exp: 4_000_000_000 })}.`;
    case 'of another audience':
      return jwt.sign({ ...claims, aud: 'elsewhere' }, good);
    default:
      return jwt.sign(claims, { ...good, expiresIn: -1 });
  }
}
