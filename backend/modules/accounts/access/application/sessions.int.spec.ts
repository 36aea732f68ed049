import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeyRing } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { atOnce, clearPeople, credentials, goodPassword, registered } from '../../testing/people';
import type { Grant } from './grant';
import { LogIn } from './log-in';
import { LogOut } from './log-out';
import { ForgetOldTraces } from './forget-old-traces';
import { RefreshSession } from './refresh-session';

describe('a session', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
    await registered(context);
  });

  const logIn = (password = goodPassword, email = 'awa@example.fr'): Promise<Grant> =>
    context.get(LogIn).execute(credentials({ email, password }));
  const refresh = (token: string): Promise<Grant> => context.get(RefreshSession).execute(token);
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const living = async (): Promise<number> => {
    const [row] = await context.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM accounts.session_token WHERE rotated_at IS NULL',
    );
    return row?.n ?? 0;
  };
  const revoked = async (): Promise<unknown[]> =>
    context.dataSource.query('SELECT revoked_because FROM accounts.session WHERE revoked_at IS NOT NULL');

  it('opens with the right password, whatever the capitals of the address', async () => {
    const grant = await logIn(goodPassword, ' AWA@example.fr ');
    expect(grant.member.firstName).toBe('Awa');
    expect(grant.sessionEndsAt).toEqual(new Date('2026-12-20T09:00:00Z'));
  });

  it.each([
    ['a wrong password', goodPassword.toUpperCase(), 'awa@example.fr'],
    ['an unknown address', goodPassword, 'nobody@example.fr'],
    ['a LIKE pattern for an address', goodPassword, '%@example.fr'],
  ])('stays shut for %s', async (_what, password, email) => {
    expect(await codeOf(logIn(password, email))).toBe('accounts.invalid-credentials');
    expect(await living()).toBe(0);
  });

  it('opens before the address is proven', async () => {
    await registered(context, { email: 'new@example.fr' }, false);
    expect((await logIn(goodPassword, 'new@example.fr')).member.emailVerifiedAt).toBeNull();
  });

  it('goes on with a new token each time, and stores none', async () => {
    const first = await logIn();
    context.clock.advance({ minutes: 15 });
    const second = await refresh(first.refreshToken);
    context.clock.advance({ minutes: 15 });
    const third = await refresh(second.refreshToken);
    const tokens = [first, second, third].map((grant) => grant.refreshToken);
    expect(new Set(tokens).size).toBe(3);
    expect(third.sessionId).toBe(first.sessionId);
    expect(third.sessionEndsAt).toEqual(first.sessionEndsAt);
    expect(await living()).toBe(1);
    const stored = JSON.stringify(await context.dataSource.query('SELECT * FROM accounts.session_token'));
    for (const token of tokens) expect(stored).not.toContain(token);
  });

  it('gives ten tabs that refresh at once the same living token', async () => {
    const { refreshToken } = await logIn();
    const tabs = Array.from({ length: 10 }, () => () => refresh(refreshToken));
    const answers = await atOnce(context.dataSource, 'accounts.session', tabs);
    const given = new Set(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? answer.value.refreshToken : String(answer.reason),
      ),
    );
    expect(given.size).toBe(1);
    expect(await living()).toBe(1);
    expect(await revoked()).toEqual([]);
    context.clock.advance({ minutes: 15 });
    expect(await codeOf(refresh([...given][0] ?? ''))).toBe('done');
  });

  it('forgives a lost answer for 30 seconds, even two steps back', async () => {
    const first = await logIn();
    const second = await refresh(first.refreshToken);
    context.clock.advance({ seconds: 10 });
    const third = await refresh(second.refreshToken);
    context.clock.advance({ seconds: 20 });
    expect((await refresh(first.refreshToken)).refreshToken).toBe(third.refreshToken);
    expect(await living()).toBe(1);
  });

  it('ends for everybody when a replaced token is shown after the grace', async () => {
    const first = await logIn();
    const second = await refresh(first.refreshToken);
    const elsewhere = await logIn();
    context.clock.advance({ seconds: 31 });
    expect(await codeOf(refresh(first.refreshToken))).toBe('accounts.session-expired');
    expect(await codeOf(refresh(second.refreshToken))).toBe('accounts.session-expired');
    expect(await revoked()).toEqual([{ revoked_because: 'token-reused' }]);
    expect(await codeOf(refresh(elsewhere.refreshToken))).toBe('done');
  });

  it('follows a chain made across a change of keys', async () => {
    const first = await logIn();
    const second = await refresh(first.refreshToken);
    const before = context.config.keys.link;
    const old = before.current();
    context.config.keys.link = KeyRing.parse(`new:${'n'.repeat(43)},${old.id}:${old.secret}`);
    try {
      const third = await refresh(second.refreshToken);
      expect((await refresh(first.refreshToken)).refreshToken).toBe(third.refreshToken);
    } finally {
      context.config.keys.link = before;
    }
  });

  it('ends thirty days after the login, and is forgotten a day later', async () => {
    let { refreshToken } = await logIn();
    for (let week = 0; week < 4; week += 1) {
      context.clock.advance({ hours: 24 * 7 });
      ({ refreshToken } = await refresh(refreshToken));
    }
    context.clock.advance({ hours: 48 });
    expect(await codeOf(refresh(refreshToken))).toBe('accounts.session-expired');
    await context.get(ForgetOldTraces).execute();
    expect(await living()).toBe(1);
    context.clock.advance({ hours: 25 });
    await context.get(ForgetOldTraces).execute();
    expect(await context.dataSource.query('SELECT 1 FROM accounts.session_token')).toEqual([]);
  });

  it('ends at the logout, with any of its tokens, and only that one', async () => {
    const first = await logIn();
    const other = await logIn();
    const second = await refresh(first.refreshToken);
    await context.get(LogOut).execute(second.refreshToken);
    expect(await codeOf(refresh(second.refreshToken))).toBe('accounts.session-expired');
    expect(await codeOf(refresh(first.refreshToken))).toBe('accounts.session-expired');
    expect(await codeOf(refresh(other.refreshToken))).toBe('done');
    await expect(context.get(LogOut).execute('a token nobody gave out')).resolves.toBeUndefined();
  });

  it.each(['', 'a token nobody gave out'])('is not carried on by "%s"', async (token) => {
    expect(await codeOf(refresh(token))).toBe('accounts.session-expired');
  });
});
