import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeyRing } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import {
  atOnce,
  clearPeople,
  countEvents,
  goodPassword,
  memberOf,
  newestToken,
  recordedEvents,
  registered,
  stranger,
} from '../../testing/people';
import { AccountsReferenceData } from '../../application/accounts-reference-data';
import { RegisterMember } from './register-member';
import { ResendVerification } from './resend-verification';
import { SecretLinkSubject } from './secret-link-subject';
import { VerifyEmail } from './verify-email';

describe('joining', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    await context.get(AccountsReferenceData).install();
  });

  const register = (changes = {}) => context.get(RegisterMember).execute(stranger(changes));
  const verify = (token: string) => context.get(VerifyEmail).execute(token);
  const resend = (email: string) => context.get(ResendVerification).execute(email);
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const rows = async (sql: string): Promise<unknown[]> => context.dataSource.query(sql);

  it('makes a member, notes what was accepted, and asks for a proof of the address', async () => {
    await register({ email: ' Awa@Example.fr ', firstName: ' Awa ' });
    const member = await memberOf(context.dataSource, 'Awa@Example.fr');
    expect(member).toMatchObject({
      firstName: 'Awa',
      roles: ['member'],
      timezone: 'Europe/Paris',
      emailVerifiedAt: null,
      isDemo: false,
    });
    expect(member.passwordHash).toMatch(/^\$argon2id\$/);
    expect(
      await rows('SELECT code, version, accepted_at FROM accounts.legal_acceptance ORDER BY code'),
    ).toEqual(
      ['cgu', 'cgv', 'privacy'].map((code) => ({ code, version: 1, accepted_at: context.clock.now() })),
    );
    const [proof] = await context.dataSource.query<{ id: string }[]>('SELECT id FROM accounts.address_proof');
    expect(await recordedEvents(context.dataSource)).toEqual([
      { name: 'accounts.member-registered', payload: { memberId: member.id } },
      { name: 'accounts.verification-requested', payload: { memberId: member.id, tokenId: proof?.id } },
    ]);
  });

  it.each([
    ['accounts.adult-required', { adult: false }],
    ['accounts.terms-outdated', { acceptedTermsVersion: '1.1.0' }],
    ['accounts.password-too-weak', { password: 'short' }],
    ['accounts.password-too-weak', { password: 'awa@example.fr' }],
  ])('is refused with %s, and leaves nothing', async (code, changes) => {
    expect(await codeOf(register(changes))).toBe(code);
    expect(await rows('SELECT 1 FROM accounts.member')).toEqual([]);
    expect(await recordedEvents(context.dataSource)).toEqual([]);
  });

  it('says the same of a known address, changes nothing of it, and tells its owner', async () => {
    await register();
    const owner = await memberOf(context.dataSource, 'awa@example.fr');
    expect(await codeOf(register({ email: 'AWA@example.fr', password: 'a thief knows better' }))).toBe(
      'done',
    );
    expect(await memberOf(context.dataSource, 'awa@example.fr')).toEqual(owner);
    expect((await recordedEvents(context.dataSource)).at(-1)).toEqual({
      name: 'accounts.known-address-registered',
      payload: { memberId: owner.id },
    });
  });

  it('of one address by ten at once makes one member and ten equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => codeOf(register())));
    expect(answers).toEqual(Array.from({ length: 10 }, () => 'done'));
    expect(await rows('SELECT count(*)::int AS n FROM accounts.member')).toEqual([{ n: 1 }]);
    expect(await countEvents(context.dataSource, 'accounts.member-registered')).toBe(1);
    expect(await countEvents(context.dataSource, 'accounts.known-address-registered')).toBe(9);
  });

  it('proves the address once, and forgives a second click', async () => {
    const member = await registered(context, {}, false);
    const token = await newestToken(context, member.id);
    const clicks = Array.from({ length: 10 }, () => () => verify(token));
    const answers = await atOnce(context.dataSource, 'accounts.member', clicks);
    expect(answers.map((answer) => answer.status)).toEqual(clicks.map(() => 'fulfilled'));
    context.clock.advance({ hours: 100 });
    expect(await codeOf(verify(token))).toBe('done');
    const verified = await memberOf(context.dataSource, member.email);
    expect(verified.emailVerifiedAt).toEqual(new Date('2026-11-20T09:00:00Z'));
    expect(await countEvents(context.dataSource, 'accounts.email-verified')).toBe(1);
  });

  it('refuses a link that is forged, unknown or 48 hours old', async () => {
    const member = await registered(context, {}, false);
    const token = await newestToken(context, member.id);
    const invalid = 'accounts.verification-link-invalid';
    for (const wrong of ['', 'x', `${newId()}.abc`, `${token}x`, `${token.split('.')[0]}.`]) {
      expect(await codeOf(verify(wrong))).toBe(invalid);
    }
    context.clock.advance({ hours: 48 });
    expect(await codeOf(verify(token))).toBe(invalid);
    expect((await memberOf(context.dataSource, member.email)).emailVerifiedAt).toBeNull();
  });

  it('sends another link once a minute, however many ask together', async () => {
    const member = await registered(context, {}, false);
    const links = () => countEvents(context.dataSource, 'accounts.verification-requested');
    await resend(member.email);
    expect(await links()).toBe(1);
    context.clock.advance({ seconds: 61 });
    const asking = Array.from({ length: 10 }, () => () => resend(' AWA@example.fr '));
    await atOnce(context.dataSource, 'accounts.member', asking);
    expect(await links()).toBe(2);
    context.clock.advance({ seconds: 61 });
    await verify(await newestToken(context, member.id));
    await resend(member.email);
    expect(await links()).toBe(2);
  });

  it('says nothing of an address nobody has', async () => {
    expect(await codeOf(resend('nobody@example.fr'))).toBe('done');
    expect(await recordedEvents(context.dataSource)).toEqual([]);
  });

  it('describes the link to its member alone, the same at every retry, and stores no secret', async () => {
    const member = await registered(context, {}, false);
    const [proof] = await context.dataSource.query<{ id: typeof member.id; hash: string }[]>(
      'SELECT id, hash FROM accounts.address_proof',
    );
    if (!proof) throw new Error('no proof');
    const subject = context.get(SecretLinkSubject);
    const told = await subject.describe(proof.id, member.id, 'fr');
    expect(told).toMatchObject({
      title: 'Confirmez votre adresse e-mail',
      secretLink: `http://localhost:3000/verify-email?token=${await newestToken(context, member.id)}`,
      facts: { firstName: 'Awa', expiresAt: 'dimanche 22 novembre 2026 à 10:00, heure d’Europe centrale' },
      stillTrue: true,
    });
    expect(await subject.describe(proof.id, member.id, 'fr')).toEqual(told);
    expect(await subject.describe(proof.id, newId(), 'fr')).toBeNull();
    const [, secret = ''] = (told?.secretLink ?? '').split('.');
    expect(JSON.stringify(await recordedEvents(context.dataSource))).not.toContain(secret);
    expect(proof.hash).not.toContain(secret);
    await verify(await newestToken(context, member.id));
    expect((await subject.describe(proof.id, member.id, 'fr'))?.stillTrue).toBe(false);
  });

  it('still opens a link made before the keys were rotated', async () => {
    const member = await registered(context, {}, false);
    const token = await newestToken(context, member.id);
    const old = context.config.keys.link.current();
    const rotated = KeyRing.parse(`new:${'n'.repeat(43)},${old.id}:${old.secret}`);
    const before = context.config.keys.link;
    context.config.keys.link = rotated;
    try {
      expect(await newestToken(context, member.id)).toBe(token);
      expect(await codeOf(verify(token))).toBe('done');
    } finally {
      context.config.keys.link = before;
    }
  });

  it('keeps passwords out of every table', async () => {
    await registered(context);
    const [dump] = await context.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(m) FROM accounts.member m)::text || (SELECT json_agg(e) FROM platform.outbox_event e)::text AS text`,
    );
    expect(dump?.text).not.toContain(goodPassword);
  });
});
