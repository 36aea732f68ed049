import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { legalDocumentCodes } from '@calmness/contracts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { eligibilityOf } from '../../profile/domain/eligibility';
import {
  clearPeople,
  countEvents,
  credentials,
  goodPassword,
  memberOf,
  registered,
} from '../../testing/people';
import { AccountsReferenceData } from '../../application/accounts-reference-data';
import { ContactBook } from '../../directory/application/contact-book';
import { CreateAdmin } from './create-admin';
import { CreateTestUser } from './create-test-user';
import { DemoPeople } from '../../application/demo-people';
import { LegalTexts } from '../../legal/application/legal-texts';
import { LogIn } from './log-in';
import { MemberDirectory } from '../../directory/application/member-directory';
import { MemberSubject } from '../../directory/application/member-subject';

describe('people and texts', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    await context.get(AccountsReferenceData).install();
  });

  const admin = {
    email: 'sophie@example.fr',
    firstName: 'Sophie',
    lastName: 'Laurent',
    password: goodPassword,
  };

  describe('of the demonstration', () => {
    it('have the seeds’ own member: complete, verified, marked, able to log in', async () => {
      const { memberId, email } = await context.get(CreateTestUser).execute();
      const jean = await memberOf(context.dataSource, email);
      expect(jean).toMatchObject({
        id: memberId,
        firstName: 'Jean',
        lastName: 'Dupont',
        telegramUsername: '@jeandupont',
        discordUsername: 'jeandupont',
        whatsappNumber: '+33612345678',
        isDemo: true,
        roles: ['member'],
      });
      expect(eligibilityOf(jean)).toMatchObject({ canMakePayment: true, recommendedFields: [] });
      const password = context.config.demoPassword ?? '';
      expect((await context.get(LogIn).execute(credentials({ email, password }))).member.id).toBe(memberId);
      for (const name of ['member-registered', 'email-verified', 'profile-updated']) {
        expect(await countEvents(context.dataSource, `accounts.${name}`)).toBe(1);
      }
    });

    it('are made once, however often they are asked for', async () => {
      const coach = {
        email: 'coach@calmnessfi.com',
        firstName: 'Élodie',
        lastName: 'N’Diaye',
        roles: ['member', 'instructor'],
      } as const;
      const people = context.get(DemoPeople);
      const first = await people.register(coach);
      expect(await people.register(coach)).toBe(first);
      const stored = await memberOf(context.dataSource, coach.email);
      expect(stored).toMatchObject({ roles: ['member', 'instructor'], telegramUsername: '@elodiendiaye' });
      expect(eligibilityOf(stored).canMakePayment).toBe(true);
    });

    it('do not exist in production', async () => {
      const production = await startTestContext({
        imports: [AccountsModule],
        databaseUrl: context.databaseUrl,
        config: { demoPassword: undefined },
      });
      await expect(production.get(CreateTestUser).execute()).rejects.toThrow('refused in production');
      await production.close();
    });
  });

  describe('an administrator', () => {
    it('is made at the terminal, audited, and can log in', async () => {
      const id = await context.get(CreateAdmin).execute(admin);
      const { member } = await context.get(LogIn).execute(credentials({ email: admin.email }));
      expect(member).toMatchObject({ id, roles: ['member', 'admin'], isDemo: false });
      expect(member.emailVerifiedAt).not.toBeNull();
      const audit = await context.dataSource.query<unknown[]>(
        'SELECT action, object_id FROM platform.audit_entry WHERE object_id = $1',
        [id],
      );
      expect(audit).toEqual([{ action: 'accounts.create-admin', object_id: id }]);
    });

    it('is not made of a member, of a weak password, or of an address that is none', async () => {
      const member = await registered(context, { email: admin.email });
      await expect(context.get(CreateAdmin).execute(admin)).rejects.toThrow('has an account already');
      expect((await memberOf(context.dataSource, admin.email)).roles).toEqual(member.roles);
      const other = { ...admin, email: 'other@example.fr' };
      await expect(context.get(CreateAdmin).execute({ ...other, password: 'admin' })).rejects.toThrow(
        'accounts.password-too-weak',
      );
      await expect(context.get(CreateAdmin).execute({ ...other, email: 'nowhere' })).rejects.toThrow(
        'request.invalid',
      );
    });
  });

  describe('the façades', () => {
    it('give contacts and names, and leave strangers out', async () => {
      const awa = await registered(context);
      const zoe = await registered(context, { email: 'zoe@example.fr', locale: 'en' }, false);
      const book = context.get(ContactBook);
      expect(await book.contactOf(awa.id)).toEqual({
        memberId: awa.id,
        email: 'awa@example.fr',
        emailVerified: true,
        firstName: 'Awa',
        lastName: 'Diallo',
        locale: 'fr',
        timezone: 'Europe/Paris',
        ...{ whatsapp: null, telegramId: null, discordId: null },
      });
      expect(await book.contactOf(newId())).toBeNull();
      const contacts = await book.contactsOf([awa.id, zoe.id, newId()]);
      expect(
        contacts.map((contact) => [contact.memberId, contact.emailVerified, contact.locale]).sort(),
      ).toEqual(
        [
          [awa.id, true, 'fr'],
          [zoe.id, false, 'en'],
        ].sort(),
      );
      expect(await book.contactsOf([])).toEqual([]);
      const names = await context.get(MemberDirectory).namesOf([awa.id, newId()]);
      expect([...names]).toEqual([
        [awa.id, { firstName: 'Awa', lastName: 'Diallo', email: 'awa@example.fr', isDemo: false }],
      ]);
      expect(await context.get(MemberDirectory).find(newId())).toBeNull();
    });

    it('find the staff by permission', async () => {
      await registered(context);
      const adminId = await context.get(CreateAdmin).execute(admin);
      const people = context.get(DemoPeople);
      const person = { firstName: 'Luc', lastName: 'Bernard' };
      const accountant = await people.register({
        ...person,
        email: 'compta@example.fr',
        roles: ['member', 'accountant'],
      });
      const staff = async (permission: Parameters<ContactBook['staffWith']>[0]): Promise<Uuid[]> =>
        (await context.get(ContactBook).staffWith(permission)).map((contact) => contact.memberId);
      expect(await staff('billing.payments-read')).toEqual([adminId, accountant]);
      expect(await staff('billing.payments-validate')).toEqual([adminId]);
    });

    it('describe a member to himself and to the staff, to nobody else', async () => {
      const awa = await registered(context);
      const zoe = await registered(context, { email: 'zoe@example.fr' });
      const adminId = await context.get(CreateAdmin).execute(admin);
      const subject = context.get(MemberSubject);
      expect(await subject.describe(awa.id, awa.id)).toMatchObject({ title: 'Awa Diallo', url: '/user' });
      expect(await subject.describe(awa.id, adminId)).toMatchObject({ url: '/admin/members' });
      expect(await subject.describe(awa.id, zoe.id)).toBeNull();
      expect(await subject.describe(newId(), adminId)).toBeNull();
    });
  });

  describe('the legal texts', () => {
    const texts = (): LegalTexts => context.get(LegalTexts);

    it('are published once, in both languages, by however many installers', async () => {
      await Promise.all([1, 2, 3, 4].map(() => context.get(AccountsReferenceData).install()));
      const [row] = await context.dataSource.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM accounts.legal_text',
      );
      expect(row?.n).toBe(2 * legalDocumentCodes.length);
      for (const code of legalDocumentCodes) {
        for (const locale of ['fr', 'en'] as const) {
          const text = await texts().current(code, locale);
          expect(text).toMatchObject({ code, locale, version: '1' });
          expect(text.title.length).toBeGreaterThan(3);
          expect(text.body.length).toBeGreaterThan(500);
        }
      }
    });

    it('change the terms when one of the accepted texts changes, and keep what was read', async () => {
      expect(await texts().termsVersion()).toBe('1.1.1');
      await context.dataSource.query(
        `INSERT INTO accounts.legal_text (id, code, version, locale, title, body, published_at)
         SELECT gen_random_uuid(), 'cgv', 2, locale, 'CGV', 'Nouveau texte', now()
           FROM unnest(ARRAY['fr', 'en']) AS locale`,
      );
      expect(await texts().termsVersion()).toBe('1.2.1');
      expect(await texts().currentVersion('cgv')).toBe('2');
      expect((await texts().read('cgv', 'fr', 1)).body).not.toBe('Nouveau texte');
      await context.get(AccountsReferenceData).install();
      expect((await texts().current('cgv', 'fr')).body).toBe('Nouveau texte');
      await expect(
        context.dataSource.query(`UPDATE accounts.legal_text SET body = 'x' WHERE code = 'cgv'`),
      ).rejects.toThrow('append-only');
      await expect(texts().read('cgv', 'fr', 9)).rejects.toThrow('accounts.legal-document-not-found');
    });
  });
});
