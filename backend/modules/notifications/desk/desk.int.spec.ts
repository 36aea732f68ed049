import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { deliveryStates, type OutgoingChannel } from '@calmness/contracts';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../announcements/application/announce';
import { SendDue } from '../delivery/application/send-due';
import { DeliveryEntity } from '../delivery/persistence/delivery.entity';
import { NotificationsHttpModule } from '../notifications-http.module';
import { Preferences } from '../preferences/application/preferences';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { plantDelivery, type PlantedDelivery } from '../testing/plant-delivery';
import { NotificationsFileSection } from '../application/notifications-file-section';
import { Explain } from './application/explain';
import { PurgeLog } from './application/purge-log';
import { ReadDashboard } from './application/read-dashboard';
import { ReadDeliveryLog } from './application/read-delivery-log';
import { ReconsiderByHand } from './application/reconsider-by-hand';
import { deliveryCsv } from './http/delivery-csv';
import { DeliveryLogReader } from './persistence/delivery-log';

const now = '2026-11-20T09:00:00Z';
const reminder = 'subscription-ends-in-3';
const channels: OutgoingChannel[] = ['email', 'whatsapp', 'telegram', 'discord', 'push'];

describe('the delivery desk', () => {
  let context: TestContext;
  let member: Uuid;
  const staff = newId();
  const vendors = new FakeVendors();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule, NotificationsHttpModule],
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
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query('TRUNCATE notifications.intent, notifications.delivery_day CASCADE');
    await context.dataSource.query('DELETE FROM notifications.notification');
    context.clock.set(now);
    vendors.mail.sent.length = 0;
    vendors.mail.answers.length = 0;
  });

  const plant = (planted: Omit<PlantedDelivery, 'recipientId' | 'at'> & Partial<PlantedDelivery>) =>
    plantDelivery(context.dataSource, { recipientId: member, at: now, ...planted });
  const row = (id: Uuid) => context.dataSource.manager.findOneByOrFail(DeliveryEntity, { id });
  const desk = () => context.get(ReadDashboard);
  const byHand = () => context.get(ReconsiderByHand);
  const log = () => context.get(ReadDeliveryLog);
  const audited = (action: string) =>
    context.dataSource.query<{ object_id: string }[]>(
      'SELECT object_id FROM platform.audit_entry WHERE action = $1 AND actor_id = $2',
      [action, staff],
    );
  async function csvLines(limit?: number): Promise<Record<string, string>[]> {
    let text = '';
    for await (const piece of deliveryCsv(context.get(DeliveryLogReader).all({}), limit)) text += piece;
    expect(text.startsWith('\uFEFF')).toBe(true);
    return parse(text, { bom: true, columns: true, delimiter: ';', relax_column_count: true });
  }

  it('says the same success rate as its CSV and as SQL, whatever happened', async () => {
    const states = deliveryStates.filter((state) => state !== 'sending');
    for (const [index, state] of states.entries())
      for (const channel of channels)
        for (let times = 0; times <= (index + channels.indexOf(channel)) % 3; times += 1)
          await plant({ channel, state });
    await plant({ state: 'failed', test: true });
    const { success_rate_percent: shown, outcomes, total } = await desk().execute(7);

    const [sql] = await context.dataSource.query<{ rate: number }[]>(
      `SELECT round(100.0 * count(*) FILTER (WHERE state IN ('delivered', 'read')
                OR (channel <> 'whatsapp' AND state IN ('accepted', 'sent')))
              / count(*) FILTER (WHERE state NOT IN ('cancelled', 'suppressed', 'expired', 'digested')), 1)::float8 AS rate
         FROM notifications.delivery WHERE NOT test`,
    );
    const lines = (await csvLines()).filter(({ test }) => test === 'false');
    const having = (...wanted: string[]) =>
      lines.filter(({ outcome }) => wanted.includes(outcome ?? '')).length;
    const inCsv = having('arrived') / having('arrived', 'missed', 'under_way');

    expect(shown).toBe(sql?.rate);
    expect(shown).toBe(Math.round(inCsv * 1_000) / 10);
    expect(total).toBe(lines.length);
    expect(outcomes.left_out).toBe(having('left_out'));
  });

  it('counts the days of the academy, splits by channel and template, and knows the delay', async () => {
    await plant({ state: 'sent', at: '2026-11-19T23:30:00Z', template: 'invoice-issued' });
    await plant({ state: 'sent', at: '2026-11-19T22:30:00Z' });
    await plant({ state: 'failed', channel: 'telegram' });
    await plant({ state: 'failed', at: '2026-11-13T22:59:00Z' });
    const week = await desk().execute(7);
    expect(week.by_day.map(({ day }) => day)).toHaveLength(7);
    expect(week.by_day.at(-1)).toMatchObject({ day: '2026-11-20', arrived: 1, missed: 1 });
    expect(week.by_day.at(-2)).toMatchObject({ day: '2026-11-19', arrived: 1, missed: 0 });
    expect(week.total).toBe(3);
    expect(week.by_channel.find(({ channel }) => channel === 'telegram')).toMatchObject({
      success_rate_percent: 0,
    });
    expect(week.by_channel.find(({ channel }) => channel === 'push')).toMatchObject({
      success_rate_percent: null,
    });
    expect(week.by_template[0]).toMatchObject({ template: 'welcome', arrived: 1, missed: 1 });
    expect(week.delay_ms).toEqual({ p50: 2_000, p95: 2_000 });
    expect((await desk().execute(1)).total).toBe(2);
    expect((await desk().execute(30)).total).toBe(4);
    expect(week.newest[0]).toMatchObject({ recipient_name: 'Jean Dupont' });
  });

  it('looks back on a year, the days the log has forgotten included', async () => {
    await plant({ state: 'sent', at: '2026-03-02T09:00:00Z' });
    await plant({ state: 'failed', at: '2026-03-02T10:00:00Z' });
    await plant({ state: 'sent', at: '2025-11-20T22:59:00Z' });
    await plant({ state: 'sent' });
    await context.get(PurgeLog).execute();
    const year = await desk().execute(365);
    expect([year.total, year.by_day.length, year.by_day[0]?.day]).toEqual([3, 365, '2025-11-21']);
    expect(year.by_day.find(({ day }) => day === '2026-03-02')).toMatchObject({ arrived: 1, missed: 1 });
    expect(year.delay_ms).toEqual({ p50: 2_000, p95: 2_000 });
    // A slow day of three messages beside two quick ones.
    await context.dataSource.query(
      `INSERT INTO notifications.delivery_day VALUES ('2026-04-01', 'email', 'news', 'welcome', 'sent', 3, 12000, 22000)`,
    );
    expect((await desk().execute(365)).delay_ms).toEqual({ p50: 8_000, p95: 14_000 });
    expect((await desk().execute(90)).delay_ms).toEqual({ p50: 2_000, p95: 2_000 });
  });

  it('has a log that is narrowed, and read page by page', async () => {
    const other = newId();
    const ids = [
      await plant({ state: 'sent', at: '2026-11-18T22:59:59Z' }),
      await plant({ state: 'failed', at: '2026-11-18T23:00:00Z', channel: 'telegram' }),
      await plant({ state: 'sent', recipientId: other }),
    ];
    const found = async (filter: Parameters<ReadDeliveryLog['page']>[0]) =>
      (await log().page(filter, 20)).map(({ id }) => id);
    expect(await found({})).toEqual(ids.toReversed());
    expect(await found({ channel: 'telegram' })).toEqual([ids[1]]);
    expect(await found({ state: 'sent', member_id: member })).toEqual([ids[0]]);
    expect(await found({ member_id: other })).toEqual([ids[2]]);
    expect(await found({ from: '2026-11-19', to: '2026-11-19' })).toEqual([ids[1]]);
    expect(await found({ category: 'loans' })).toEqual([]);
    const beforeLast = (await log().page({}, 1, ids[2])).map(({ id }) => id);
    expect(beforeLast).toEqual([ids[1], ids[0]]);
  });

  it('gives a CSV that runs no formula and says when it was cut', async () => {
    for (let times = 0; times < 3; times += 1) await plant({ state: 'failed' });
    const lines = await csvLines(2);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ reason: "'-1+1", recipient_id: member });
    expect(lines[2]?.['id']).toContain('Liste coupée à 2 lignes');
  });

  it('explains to its reader why a message came, and to nobody else', async () => {
    vendors.mail.answers.push({ kind: 'permanent', reason: '550 no such mailbox' });
    await context.get(Announce).execute({ name: reminder, subjectId: newId(), memberId: member });
    await context.get(SendDue).execute();
    const [message] = await context.dataSource.query<{ id: Uuid }[]>(
      'SELECT id FROM notifications.notification',
    );
    const id = message?.id ?? newId();
    const { category, channels: told } = await context.get(Explain).why(member, id);
    expect(category).toBe('subscription');
    expect(told).toMatchObject([
      { channel: 'in_app', decision: 'told', state: null },
      { channel: 'email', decision: 'queued', state: 'failed', reason: '550 no such mailbox' },
      ...['whatsapp', 'telegram'].map((channel) => ({ channel, decision: 'no-address', state: null })),
      { channel: 'discord', decision: 'opted-out' },
      { channel: 'push', decision: 'no-address' },
    ]);
    await expect(context.get(Explain).why(newId(), id)).rejects.toMatchObject({ kind: 'not-found' });
    const file = await context.get(NotificationsFileSection).read(member);
    expect(file).toMatchObject({
      messages: [{ announcement: reminder, channels: told }],
      wishes: { refused: [], quiet_hours: null },
    });
    await context
      .get(Preferences)
      .save(member, [{ category: 'subscription', channel: 'telegram', enabled: false }], 0);
    expect(await context.get(NotificationsFileSection).read(member)).toMatchObject({
      wishes: { refused: [{ category: 'subscription', channel: 'telegram' }] },
    });
    await context.dataSource.query('TRUNCATE notifications.preference');
  });

  describe('a retry', () => {
    const announce = async (): Promise<Uuid> => {
      await context.get(Announce).execute({ name: reminder, subjectId: newId(), memberId: member });
      const [mail] = await context.dataSource.manager.findBy(DeliveryEntity, { channel: 'email' });
      if (!mail) throw new Error('A reminder is a mail');
      return mail.id;
    };
    const send = () => context.get(SendDue).execute();

    it('sends the same row again, with eight tries of its own, and is audited once', async () => {
      const id = await announce();
      await context.dataSource.query('UPDATE notifications.delivery SET attempts = 7 WHERE id = $1', [id]);
      vendors.mail.answers.push({ kind: 'retryable', reason: '451' }, { kind: 'retryable', reason: '452' });
      await send();
      expect(await row(id)).toMatchObject({ state: 'failed', attempts: 8, lastReason: '451' });
      const clicks = Array.from({ length: 10 }, () => byHand().retry({ deliveryId: id, actorId: staff }));
      expect((await Promise.allSettled(clicks)).every(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await audited('notifications.retry-delivery')).toHaveLength(1);
      await send();
      expect(await row(id)).toMatchObject({
        state: 'queued',
        attempts: 9,
        attemptsBefore: 8,
        lastReason: '452',
      });
      context.clock.advance({ minutes: 1 });
      await send();
      expect(await row(id)).toMatchObject({ state: 'sent', attempts: 10 });
      const { steps, decisions, may_retry } = await log().one(id);
      expect(steps.map(({ state, reason }) => [state, reason])).toContainEqual(['queued', 'staff-retry']);
      expect(decisions).toContainEqual({ channel: 'email', decision: 'queued' });
      expect(may_retry).toBe(false);
      await byHand().retry({ deliveryId: id, actorId: staff });
      expect((await row(id)).state).toBe('sent');
    });

    it.each(['failed', 'unknown', 'expired', 'suppressed'] as const)('takes what is %s', async (state) => {
      const id = await plant({ state });
      expect((await log().one(id)).may_retry).toBe(true);
      await byHand().retry({ deliveryId: id, actorId: staff });
      expect(await row(id)).toMatchObject({ state: 'queued', closedAt: null });
    });

    it('keeps a doubt nobody settled, and forgets the one a receipt did', async () => {
      for (const state of ['unknown', 'failed'] as const) {
        const id = await plant({ state, channel: 'whatsapp' });
        const since = new Date('2026-11-20T08:00:00Z');
        await context.dataSource.manager.update(DeliveryEntity, { id }, { doubtSince: since });
        await byHand().retry({ deliveryId: id, actorId: staff });
        expect((await row(id)).doubtSince).toEqual(state === 'unknown' ? since : null);
      }
    });

    it('refuses what is no longer news, what was cancelled, and what never was', async () => {
      const old = await plant({ state: 'failed', at: '2026-11-13T09:00:00Z' });
      const gone = await plant({ state: 'cancelled' });
      const tooLate = { code: 'notifications.delivery-too-late', kind: 'conflict' };
      for (const deliveryId of [old, gone])
        await expect(byHand().retry({ deliveryId, actorId: staff })).rejects.toMatchObject(tooLate);
      await expect(byHand().retry({ deliveryId: newId(), actorId: staff })).rejects.toMatchObject({
        kind: 'not-found',
      });
    });
  });

  describe('a cancellation', () => {
    it.each(['queued', 'deferred', 'digested'] as const)('holds back what is %s', async (state) => {
      const id = await plant({ state });
      await byHand().cancel({ deliveryId: id, actorId: staff });
      await byHand().cancel({ deliveryId: id, actorId: staff });
      expect(await row(id)).toMatchObject({ state: 'cancelled', lastReason: 'staff-cancelled' });
      expect(
        (await audited('notifications.cancel-delivery')).filter((line) => line.object_id === id),
      ).toHaveLength(1);
    });

    it('that races the sender: either it leaves or it is held back, never both', async () => {
      await context.get(Announce).execute({ name: reminder, subjectId: newId(), memberId: member });
      const [mail] = await context.dataSource.manager.findBy(DeliveryEntity, { channel: 'email' });
      const deliveryId = mail?.id ?? newId();
      const cancels = Array.from({ length: 9 }, () => byHand().cancel({ deliveryId, actorId: staff }));
      const [, ...results] = await Promise.allSettled([context.get(SendDue).execute(), ...cancels]);
      const held = results.some(({ status }) => status === 'fulfilled');
      expect(vendors.mail.sent).toHaveLength(held ? 0 : 1);
      expect((await row(deliveryId)).state).toBe(held ? 'cancelled' : 'sent');
    });

    it('comes too late for what has left', async () => {
      for (const state of ['sending', 'sent', 'failed'] as const) {
        const deliveryId = await plant({ state });
        await expect(byHand().cancel({ deliveryId, actorId: staff })).rejects.toMatchObject({
          code: 'notifications.delivery-left',
        });
      }
    });
  });
});
