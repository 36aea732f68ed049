import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Flag } from '@calmness/contracts';
import type { EventPayload } from '@calmness/events';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsJobsModule } from '../../accounts-jobs.module';
import { AccountsModule } from '../../accounts.module';
import { AccountsDashboardSlice } from '../../application/accounts-dashboard-slice';
import { UpdateProfile } from '../../profile/application/update-profile';
import { atOnce, clearPeople, countEvents, memberOf, recordedEvents, registered } from '../../testing/people';
import { FeatureFlags } from './feature-flags';
import { ReadSettings } from './read-settings';
import { SwitchFlag } from './switch-flag';
import { SwitchPlanFlag } from './switch-plan-flag';
import { UpdateSettings, type UpdateSettingsCommand } from './update-settings';

type Activated = EventPayload<'billing.subscription-activated'>;
const admin = newId();
const flag = 'dashboard-activity';

describe('settings and features', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, AccountsJobsModule],
      worker: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.settle();
    await clearPeople(context.dataSource);
    await context.dataSource.query(
      'TRUNCATE accounts.feature_flag, accounts.plan_flag, accounts.member_plan',
    );
    context.clock.set('2026-11-20T09:00:00Z');
  });

  const update = (
    memberId: Uuid,
    version: number,
    changes: UpdateSettingsCommand['changes'],
    profile: UpdateSettingsCommand['profile'] = {},
  ) => context.get(UpdateSettings).execute({ memberId, version, changes, profile });
  const read = (memberId: Uuid) => context.get(ReadSettings).execute(memberId);
  const isOn = (asked: Flag, memberId: Uuid | null) => context.get(FeatureFlags).isOn(asked, memberId);
  const switchFlag = (isNowOn: boolean, version: number, which: Flag = flag) =>
    context.get(SwitchFlag).execute({ actorId: admin, flag: which, isOn: isNowOn, version });
  const switchPlan = (planId: Uuid, isNowOn: boolean, version: number) =>
    context.get(SwitchPlanFlag).execute({ actorId: admin, planId, flag, isOn: isNowOn, version });
  const tell = async (
    ...facts: ['billing.subscription-activated' | 'billing.subscription-expired', object][]
  ) => {
    for (const [name, payload] of facts) {
      await context.get(UnitOfWork).run((tx) => {
        tx.record(name, payload as Activated);
        return Promise.resolve();
      });
      await context.settle();
    }
  };
  const subscription = (
    memberId: Uuid,
    planId: Uuid,
    endsOn: string,
    version: number,
    subscriptionId = newId(),
  ) => ({
    ...{ subscriptionId, memberId, planId, startsOn: '2026-11-01', endsOn, extended: version > 1 },
    anchor: { kind: 'subscription', subjectId: subscriptionId, version, ended: true as const },
  });

  it('have no row until the first choice, and then one the member alone changes', async () => {
    const { id } = await registered(context);
    expect(await read(id)).toMatchObject({ version: 0, settings: { theme: 'auto', preset: null } });
    await update(id, 0, { theme: 'dark', shareWithMentors: true });
    await update(id, 1, { density: 'compact' });
    expect(await read(id)).toMatchObject({
      version: 2,
      settings: { theme: 'dark', density: 'compact', shareWithMentors: true, analyticsOptOut: false },
    });
    const told = (await recordedEvents(context.dataSource)).filter(
      ({ name }) => name === 'accounts.settings-changed',
    );
    expect(told.map(({ payload }) => payload)).toEqual([
      {
        memberId: id,
        version: 1,
        analyticsOptOut: false,
        shareWithMentors: true,
        audienceProfileOptIn: false,
      },
      {
        memberId: id,
        version: 2,
        analyticsOptOut: false,
        shareWithMentors: true,
        audienceProfileOptIn: false,
      },
    ]);
  });

  it('are saved by one of ten devices that look at the same version, the first one included', async () => {
    const { id } = await registered(context);
    for (const version of [0, 1]) {
      const savers = Array.from({ length: 10 }, () => () => update(id, version, { theme: 'light' }));
      const saves = await atOnce(context.dataSource, 'accounts.member', savers);
      const refused = saves.filter((save) => save.status === 'rejected');
      expect(refused.map((save) => (save.reason as DomainError).code)).toEqual(
        Array.from({ length: 9 }, () => 'request.conflict'),
      );
    }
    expect(await countEvents(context.dataSource, 'accounts.settings-changed')).toBe(2);
  });

  it('hold language and zone where the profile holds them: an older profile form is refused', async () => {
    const { id } = await registered(context);
    await update(id, 0, {}, { locale: 'en', timezone: 'Africa/Dakar' });
    expect(await memberOf(context.dataSource, 'awa@example.fr')).toMatchObject({
      locale: 'en',
      timezone: 'Africa/Dakar',
      version: 2,
    });
    const stale = context.get(UpdateProfile).execute({ memberId: id, version: 1, changes: { locale: 'fr' } });
    await expect(stale).rejects.toThrow('request.conflict');
    await update(id, 1, { theme: 'dark' }, { locale: 'en' });
    expect((await memberOf(context.dataSource, 'awa@example.fr')).version).toBe(2);
  });

  it('let a preset set its switches at once', async () => {
    const { id } = await registered(context);
    await update(id, 0, { preset: 'calm' });
    expect(await isOn(flag, id)).toBe(false);
    expect(await isOn('unread-badge', id)).toBe(false);
    await update(id, 1, { features: { 'unread-badge': true } });
    expect((await read(id)).settings.preset).toBeNull();
  });

  it('switch by the academy, then by plan, then by the member', async () => {
    const { id } = await registered(context);
    const planId = newId();
    await tell(['billing.subscription-activated', subscription(id, planId, '2026-12-20', 1)]);
    expect(await isOn(flag, id)).toBe(true);
    await update(id, 0, { features: { [flag]: false } });
    expect(await isOn(flag, id)).toBe(false);
    await update(id, 1, { features: { [flag]: true } });
    await switchPlan(planId, false, 0);
    expect(await isOn(flag, id)).toBe(false);
    await switchPlan(planId, true, 1);
    expect(await isOn(flag, id)).toBe(true);
    await switchFlag(false, 0);
    expect(await isOn(flag, id)).toBe(false);
    expect(await isOn(flag, null)).toBe(false);
    expect((await read(id)).switches[flag]).toEqual({ global: false, plan: true, member: true });
  });

  it('take the feature from a widget too, and keep its data', async () => {
    const { id } = await registered(context);
    await context.settle();
    const slice = context.get(AccountsDashboardSlice);
    await update(id, 0, { features: { [flag]: false } });
    expect(await slice.read(id)).not.toHaveProperty('recent_activity');
    await update(id, 1, { features: { [flag]: true } });
    expect((await slice.read(id)).recent_activity).not.toEqual([]);
  });

  it('follow the plan only while it runs, and one plan that has the feature is enough', async () => {
    const { id } = await registered(context);
    const [poor, rich] = [newId(), newId()];
    await switchPlan(poor, false, 0);
    await tell(['billing.subscription-activated', subscription(id, poor, '2026-11-25', 1)]);
    expect(await isOn(flag, id)).toBe(false);
    await tell(['billing.subscription-activated', subscription(id, rich, '2026-11-23', 1)]);
    expect(await isOn(flag, id)).toBe(true);
    // The last day counts in Paris: 23 November begins there at 23:00 UTC the evening before.
    context.clock.set('2026-11-22T22:59:59Z');
    expect(await isOn(flag, id)).toBe(true);
    context.clock.set('2026-11-22T23:00:00Z');
    expect(await isOn(flag, id)).toBe(false);
    context.clock.set('2026-11-24T23:00:00Z');
    expect(await isOn(flag, id)).toBe(true);
  });

  it('know the same plan whatever order its facts arrive in, and however often', async () => {
    const { id } = await registered(context);
    const [planId, subscriptionId] = [newId(), newId()];
    await switchPlan(planId, false, 0);
    const first = subscription(id, planId, '2026-12-01', 1, subscriptionId);
    const renewed = subscription(id, planId, '2027-01-01', 2, subscriptionId);
    const ended = {
      subscriptionId,
      memberId: id,
      endsOn: '2026-11-10',
      anchor: { ...renewed.anchor, version: 3 },
    };
    await tell(['billing.subscription-activated', renewed], ['billing.subscription-activated', first]);
    expect(await isOn(flag, id)).toBe(false);
    await tell(['billing.subscription-expired', ended], ['billing.subscription-activated', renewed]);
    expect(await isOn(flag, id)).toBe(true);
    const late = subscription(id, planId, '2027-01-01', 1);
    const overtaking = { ...ended, subscriptionId: late.subscriptionId };
    await tell(['billing.subscription-expired', overtaking], ['billing.subscription-activated', late]);
    expect(await isOn(flag, id)).toBe(true);
  });

  it('are switched by one of ten admins who look at the same version, and the audit says by whom', async () => {
    for (const version of [0, 1]) {
      const races = await Promise.allSettled(
        Array.from({ length: 10 }, () => switchFlag(version === 1, version, 'profile-photo')),
      );
      const refused = races.filter((race) => race.status === 'rejected');
      expect(refused.map((race) => (race.reason as DomainError).code)).toEqual(
        Array.from({ length: 9 }, () => 'request.conflict'),
      );
    }
    const audit = await context.dataSource.query<unknown[]>(
      `SELECT actor_id, action, object_id, before, after FROM platform.audit_entry
        WHERE object_type = 'feature-flag' AND object_id = 'profile-photo' ORDER BY id`,
    );
    const line = { actor_id: admin, action: 'accounts.switch-flag', object_id: 'profile-photo' };
    expect(audit).toEqual([
      { ...line, before: null, after: { on: false } },
      { ...line, before: { on: false }, after: { on: true } },
    ]);
  });
});
