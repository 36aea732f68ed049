import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErasureBlocker } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsModule } from '../../accounts.module';
import { LogIn } from '../../access/application/log-in';
import { OtherDomain, personalDataWith } from '../../testing/other-domain';
import { clearPeople, countEvents, credentials, registered } from '../../testing/people';
import { BeginErasures } from './begin-erasures';
import { FindBlockers } from './find-blockers';
import { RetireInactive } from './retire-inactive';

const paidFor: ErasureBlocker = {
  code: 'subscription_active',
  params: {},
  url: '/user/payments',
  waivable: true,
};

describe('an account nobody uses', () => {
  let context: TestContext;
  const other = new OtherDomain();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, personalDataWith(other)],
      providers: [BeginErasures, FindBlockers, RetireInactive],
      composesPersonalData: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await clearPeople(context.dataSource);
    other.reset();
    context.clock.set('2026-11-20T09:00:00Z');
    await registered(context);
    await context.get(LogIn).execute(credentials());
    // Old traces are forgotten long before two years; the day of the last visit is not.
    await context.get(RetireInactive).execute();
    await context.dataSource.query('DELETE FROM accounts.session');
  });

  const nightOf = async (instant: string) => {
    context.clock.set(instant);
    await context.get(RetireInactive).execute();
    await context.get(BeginErasures).execute();
  };
  const warnings = () => countEvents(context.dataSource, 'accounts.inactivity-warned');
  const scheduled = () => countEvents(context.dataSource, 'accounts.erasure-scheduled');
  const states = async (): Promise<string[]> => {
    const rows = await context.dataSource.query<{ state: string }[]>('SELECT state FROM accounts.erasure');
    return rows.map(({ state }) => state);
  };

  it('is warned once after 23 months, and closed after 24', async () => {
    await nightOf('2028-10-20T08:59:59Z');
    expect(await warnings()).toBe(0);
    await nightOf('2028-10-20T09:00:00Z');
    await nightOf('2028-10-21T09:00:00Z');
    expect(await warnings()).toBe(1);
    await nightOf('2028-11-20T08:59:59Z');
    expect(await scheduled()).toBe(0);
    await nightOf('2028-11-20T09:00:00Z');
    expect(await scheduled()).toBe(1);
    await nightOf('2028-11-27T09:00:00Z');
    expect(await states()).toEqual(['running']);
  });

  it('is never closed less than thirty days after the warning', async () => {
    await nightOf('2029-06-01T09:00:00Z');
    await nightOf('2029-06-30T09:00:00Z');
    expect([await warnings(), await scheduled()]).toEqual([1, 0]);
    await nightOf('2029-07-01T09:00:00Z');
    expect(await scheduled()).toBe(1);
  });

  it('stays when its owner comes back, even in the last week', async () => {
    await nightOf('2028-10-20T09:00:00Z');
    await nightOf('2028-11-20T09:00:00Z');
    context.clock.set('2028-11-25T09:00:00Z');
    await context.get(LogIn).execute(credentials());
    await nightOf('2028-11-27T09:00:00Z');
    expect(await states()).toEqual(['cancelled']);
    await nightOf('2030-10-25T09:00:00Z');
    expect(await warnings()).toBe(2);
  });

  it('is left alone while something runs, and when its owner works for the academy', async () => {
    other.standing = [paidFor];
    await nightOf('2029-06-01T09:00:00Z');
    expect(await warnings()).toBe(0);
    other.standing = [];
    await context.dataSource.query(`UPDATE accounts.member SET roles = ARRAY['member', 'instructor']`);
    await nightOf('2029-06-02T09:00:00Z');
    expect(await warnings()).toBe(0);
  });

  it('is warned about one silence once in the table itself', async () => {
    await nightOf('2028-10-20T09:00:00Z');
    const [row] = await context.dataSource.query<{ member_id: Uuid; last_seen_at: Date }[]>(
      'SELECT member_id, last_seen_at FROM accounts.inactivity_warning',
    );
    await expect(
      context.dataSource.query(
        `INSERT INTO accounts.inactivity_warning VALUES (gen_random_uuid(), $1, $2, now())`,
        [row?.member_id, row?.last_seen_at],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'inactivity_warning_once' } });
  });
});
