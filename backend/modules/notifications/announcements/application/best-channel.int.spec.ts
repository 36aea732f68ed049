import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { SendDue } from '../../delivery/application/send-due';
import { DeliveryEntity } from '../../delivery/persistence/delivery.entity';
import { ChangeInbox } from '../../inbox/application/change-inbox';
import { inboxChanges } from '../../inbox/persistence/notification.repository';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { PushSubscriptions } from '../../places/application/push-subscriptions';
import { FakeVendors } from '../../testing/fake-vendors';
import { FakeSubject, noTicks } from '../../testing/fakes';
import { Announce } from './announce';

describe('news that can wait for the list', () => {
  let context: TestContext;
  let member: Uuid;
  const vendors = new FakeVendors();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: ['billing.subscription', 'accounts.member', 'accounts.verification'].map(
        (kind) => new FakeSubject(kind),
      ),
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    await context.get(AccountsReferenceData).install();
    const jean = { email: 'jean@example.fr', firstName: 'Jean', lastName: 'Dupont' };
    member = await context.get(DemoPeople).register({ ...jean, roles: ['member'] });
    await context.settle();
    const keys = { endpoint: 'https://push.example/phone', p256dh: 'key', auth: 'secret' };
    await context.get(PushSubscriptions).add(member, keys, 'Pixel');
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query('TRUNCATE notifications.intent, notifications.notification CASCADE');
    vendors.push.script.clear();
    context.clock.set('2026-11-20T09:00:00Z');
    const subjectId = newId();
    await context
      .get(Announce)
      .execute({ name: 'subscription-activated', subjectId, memberId: member, occurrence: '2027-02-20' });
    await send();
  });

  const send = () => context.get(SendDue).execute();
  const later = (duration: Temporal.DurationLike) => {
    context.clock.advance(duration);
    return send();
  };
  const pushed = async () => {
    const [row] = await context.dataSource.manager.findBy(DeliveryEntity, { channel: 'push' });
    return [row?.state, row?.lastReason];
  };

  it('rings once, when nobody read it in ten minutes', async () => {
    expect(await pushed()).toEqual(['queued', null]);
    await later({ minutes: 9, seconds: 59 });
    expect(vendors.push.script.sent).toEqual([]);
    await later({ seconds: 1 });
    await later({ hours: 1 });
    expect(await pushed()).toEqual(['sent', null]);
    expect(vendors.push.script.sent).toHaveLength(1);
  });

  it('does not ring for who read it by then', async () => {
    await context.get(ChangeInbox).all(member, inboxChanges.read);
    await later({ minutes: 10 });
    expect(await pushed()).toEqual(['cancelled', 'read-in-app']);
    expect(vendors.push.script.sent).toEqual([]);
  });
});
