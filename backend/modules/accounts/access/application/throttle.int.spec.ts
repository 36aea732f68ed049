import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '@calmness/platform/errors';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { aBrowser, clearPeople, credentials, registered, stranger } from '../../testing/people';
import { ThrottleRepository } from '../persistence/throttle.repository';
import { throttlePolicies } from '../domain/throttle';
import { ConfirmPassword } from './confirm-password';
import { LogIn } from './log-in';
import { RegisterMember } from './register-member';

/** The code of a refusal, and the seconds to wait when there are some. */
interface Refusal {
  code: string;
  wait: unknown;
}

async function outcomeOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
    return { code: 'done', wait: undefined };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, wait: error.params['retry_after_seconds'] };
  }
}

describe('guessing', () => {
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

  const logIn = (changes: Parameters<typeof credentials>[0] = {}) =>
    context.get(LogIn).execute(credentials(changes));
  const guess = (address = '198.51.100.9', email = 'awa@example.fr'): Promise<Refusal> =>
    outcomeOf(logIn({ email, password: 'a wrong password', client: aBrowser({ address }) }));
  const { account, network } = throttlePolicies;

  it('a thousand times at once looks at five passwords, and never keeps out the owner’s browser', async () => {
    const { deviceToken } = await logIn();
    const guesses = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => guess(`198.51.${n >> 8}.${n & 255}`)),
    );
    const looked = guesses.filter(({ code }) => code === 'accounts.invalid-credentials');
    expect(looked).toHaveLength(account.free);
    expect(new Set(guesses.map(({ code }) => code))).toEqual(
      new Set(['accounts.invalid-credentials', 'accounts.too-many-attempts']),
    );
    expect((await outcomeOf(logIn())).code).toBe('accounts.too-many-attempts');
    const owner = await logIn({ client: aBrowser({ deviceToken }) });
    expect(owner.member.email).toBe('awa@example.fr');
  });

  it('costs nobody his first attempt because a neighbour’s was written a moment before it', async () => {
    const attempts = context.get(ThrottleRepository);
    const at = (ms: number) => new Date(Date.parse('2026-11-20T09:00:00Z') + ms);
    const claims = [7, 3, 0].map((ms) => () => attempts.claim('network:test', network, at(ms)));
    const waits: (Date | undefined)[] = [];
    for (const claim of claims) waits.push(await claim());
    expect(waits).toEqual([undefined, undefined, undefined]);
  });

  it('waits twice as long each time, fifteen minutes at most, and is forgiven after a quiet day', async () => {
    for (let n = 0; n < account.free; n += 1) await guess();
    const waits: unknown[] = [];
    for (let n = 0; n < 7; n += 1) {
      const { wait } = await guess();
      waits.push(wait);
      context.clock.advance({ seconds: Number(wait) });
      expect((await guess()).code).toBe('accounts.invalid-credentials');
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    context.clock.advance({ hours: 25 });
    for (let n = 0; n < account.free; n += 1) {
      expect((await guess()).code).toBe('accounts.invalid-credentials');
    }
  });

  it('starts again for the owner once he is in', async () => {
    for (let n = 0; n < account.free - 1; n += 1) await guess();
    await logIn();
    for (let n = 0; n < account.free; n += 1) {
      expect((await guess()).code).toBe('accounts.invalid-credentials');
    }
  });

  it('over many accounts from one network is stopped there, not elsewhere', async () => {
    for (let n = 0; n < network.free; n += 1) await guess('203.0.113.5', `nobody${n}@example.fr`);
    expect(await guess('203.0.113.5', 'somebody@example.fr')).toEqual({
      code: 'accounts.too-many-attempts',
      wait: network.firstWaitSeconds,
    });
    expect((await guess('203.0.113.6', 'somebody@example.fr')).code).toBe('accounts.invalid-credentials');
  });

  it('inside a session is limited as well', async () => {
    const { member } = await logIn();
    const confirm = (password: string) =>
      outcomeOf(context.get(ConfirmPassword).execute(member.id, password));
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm('a wrong password')));
    expect(answers.filter(({ code }) => code === 'accounts.password-wrong')).toHaveLength(
      throttlePolicies.confirmation.free,
    );
  });

  it('leaves neither an address nor an account to be read', async () => {
    await guess('203.0.113.5');
    const [dump] = await context.dataSource.query<{ text: string }[]>(
      'SELECT json_agg(t)::text AS text FROM accounts.throttle t',
    );
    expect(dump?.text).not.toMatch(/203\.0|awa|example/);
  });

  it('is no way to fill the house with accounts either', async () => {
    const { free } = throttlePolicies.registration;
    const join = (n: number) =>
      outcomeOf(
        context
          .get(RegisterMember)
          .execute(stranger({ email: `robot${n}@example.fr`, address: '203.0.113.5' })),
      );
    await context.dataSource.query('DELETE FROM accounts.throttle');
    const answers = await Promise.all(Array.from({ length: free + 10 }, (_, n) => join(n)));
    expect(answers.filter(({ code }) => code === 'done')).toHaveLength(free);
  });
});
