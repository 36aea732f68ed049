import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '@calmness/platform/errors';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { clearPeople, credentials, goodPassword, registered } from '../../testing/people';
import { codeAt } from '../domain/one-time-password';
import { DisableTwoFactor } from './disable-two-factor';
import { EnableTwoFactor } from './enable-two-factor';
import type { Grant } from './grant';
import { LogIn } from './log-in';
import { ReadTwoFactor } from './read-two-factor';
import { RenewRecoveryCodes } from './renew-recovery-codes';
import { ResetTwoFactor } from './reset-two-factor';
import { SetUpTwoFactor } from './set-up-two-factor';

describe('a second factor', () => {
  let context: TestContext;
  let session: Grant;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    await registered(context);
    session = await logIn();
  });

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const logIn = (otp?: string): Promise<Grant> => context.get(LogIn).execute(credentials({ otp }));
  const setUp = (password = goodPassword) => context.get(SetUpTwoFactor).execute(session.member.id, password);
  const enable = (code: string) =>
    context.get(EnableTwoFactor).execute(session.member.id, session.sessionId, code);
  const now = (secret: string) => codeAt(secret, context.clock.now());
  const later = (): void => context.clock.advance({ seconds: 30 });
  /** Switched on; the next code is a fresh one. */
  const switchedOn = async (): Promise<{ secret: string; codes: string[] }> => {
    const { secret } = await setUp();
    const codes = await enable(now(secret));
    later();
    return { secret, codes };
  };

  it('is shown after the password, and asked for only once a code came back', async () => {
    expect(await codeOf(setUp('wrong'))).toBe('accounts.password-wrong');
    const { secret, otpauthUrl, qrSvg } = await setUp();
    expect(otpauthUrl).toContain(`secret=${secret}`);
    expect(otpauthUrl).toMatch(/^otpauth:\/\/totp\/Calmness:awa%40example\.fr\?/);
    expect(qrSvg).toMatch(/^<svg/);
    expect(await codeOf(logIn())).toBe('done');
    expect(await codeOf(enable('000000'))).toBe('accounts.otp-invalid');
    expect(await enable(now(secret))).toHaveLength(10);
    later();
    expect(await codeOf(logIn())).toBe('accounts.otp-required');
    expect(await codeOf(setUp())).toBe('accounts.two-factor-already-enabled');
  });

  it('is stored sealed, its recovery codes as hashes', async () => {
    const { secret, codes } = await switchedOn();
    const [dump] = await context.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(t) FROM accounts.two_factor t)::text
           || (SELECT json_agg(c) FROM accounts.recovery_code c)::text
           || (SELECT json_agg(e) FROM platform.outbox_event e)::text AS text`,
    );
    for (const told of [secret, ...codes]) expect(dump?.text).not.toContain(told);
  });

  it('takes a code once, even from ten at once', async () => {
    const { secret } = await switchedOn();
    const code = now(secret);
    const answers = await Promise.all(Array.from({ length: 4 }, () => codeOf(logIn(code))));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(await codeOf(logIn(code))).toBe('accounts.otp-invalid');
    later();
    expect(await codeOf(logIn(now(secret)))).toBe('done');
  });

  it('takes the code of half a minute ago, never an older one than was taken', async () => {
    const { secret } = await switchedOn();
    const before = now(secret);
    later();
    const present = now(secret);
    later();
    expect(await codeOf(logIn(present))).toBe('done');
    expect(await codeOf(logIn(before))).toBe('accounts.otp-invalid');
  });

  it('is stood in for by each recovery code once, however it is typed', async () => {
    const { codes } = await switchedOn();
    const [first = '', second = ''] = codes;
    expect(await codeOf(logIn(first.toLowerCase().replaceAll('-', ' ')))).toBe('done');
    expect(await codeOf(logIn(first))).toBe('accounts.otp-invalid');
    const state = await context.get(ReadTwoFactor).execute(session.member.id, session.member.roles);
    expect(state).toEqual({ enabled: true, compulsory: false, recoveryCodesLeft: 9 });
    const renewed = await context
      .get(RenewRecoveryCodes)
      .execute(session.member.id, { password: goodPassword, otp: second });
    expect(renewed).toHaveLength(10);
    expect(await codeOf(logIn(codes[2]))).toBe('accounts.otp-invalid');
    expect(await codeOf(logIn(renewed[0]))).toBe('done');
  });

  it('is given up with both proofs, and counts as a guess without', async () => {
    const { secret } = await switchedOn();
    const giveUp = (password: string, otp: string) =>
      codeOf(context.get(DisableTwoFactor).execute(session.member.id, { password, otp }));
    expect(await giveUp('wrong', now(secret))).toBe('accounts.password-wrong');
    expect(await giveUp(goodPassword, '000000')).toBe('accounts.otp-invalid');
    expect(await giveUp(goodPassword, now(secret))).toBe('done');
    expect(await codeOf(logIn())).toBe('done');
  });

  it('cannot be guessed: wrong codes are limited like wrong passwords', async () => {
    await switchedOn();
    const answers = await Promise.all(Array.from({ length: 40 }, () => codeOf(logIn('000000'))));
    expect(answers.filter((answer) => answer === 'accounts.otp-invalid')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'accounts.too-many-attempts')).toHaveLength(35);
  });

  it('is asked for without using up an attempt', async () => {
    const { secret } = await switchedOn();
    for (let n = 0; n < 20; n += 1) expect(await codeOf(logIn())).toBe('accounts.otp-required');
    expect(await codeOf(logIn(now(secret)))).toBe('done');
  });

  it('is taken away from the terminal when phone and codes are lost, every session with it', async () => {
    await switchedOn();
    await context.get(ResetTwoFactor).execute(' AWA@example.fr ');
    const living = `SELECT 1 FROM accounts.session WHERE revoked_at IS NULL`;
    expect(await context.dataSource.query<unknown[]>(living)).toEqual([]);
    expect(await codeOf(logIn())).toBe('done');
    await expect(context.get(ResetTwoFactor).execute('nobody@example.fr')).rejects.toThrow('Nobody has');
  });
});
