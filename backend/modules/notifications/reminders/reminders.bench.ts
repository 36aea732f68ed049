import { performance } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { TickScheduler } from '@calmness/platform/events';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type BenchRow, type TestContext } from '@calmness/platform/testing';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { FakeSubject, noTicks } from '../testing/fakes';
import { RemindDue } from './application/remind-due';
import { ReminderRepository } from './persistence/reminder.repository';

const planned = 1_000_000;
const due = 10_000;
const page = 500;
const told = 2_000;
/** Half an hour past nine in Paris. */
const now = new Date('2026-12-13T08:30:00Z');

/** So many anchors, each with one reminder; the first `dueCount` are due, the others in the weeks after. */
async function plant(dataSource: DataSource, reader: Uuid, count: number, dueCount: number): Promise<void> {
  await dataSource.query('TRUNCATE notifications.reminder_anchor, notifications.reminder');
  await dataSource.query(
    `INSERT INTO notifications.reminder_anchor (kind, subject_id, version, occurrence, at, zone, recipient_ids)
     SELECT 'subscription', md5('s' || n)::uuid, 1, '2026-12-20', '2026-12-19T23:00:00Z', 'Europe/Paris', ARRAY[$1::uuid]
       FROM generate_series(1, $2::int) AS n`,
    [reader, count],
  );
  await dataSource.query(
    `INSERT INTO notifications.reminder (kind, subject_id, occurrence, recipient_id, offset_key, due_at, expires_at,
                                         state)
     SELECT 'subscription', md5('s' || n)::uuid, '2026-12-20', $1, '-7d', at, at + interval '11 hours', 'planned'
       FROM generate_series(1, $2::int) AS n,
            LATERAL (SELECT CASE WHEN n <= $3 THEN timestamptz '2026-12-13T08:00:00Z'
                                 ELSE timestamptz '2026-12-14T08:00:00Z' + make_interval(days => n % 60) END AS at)`,
    [reader, count, dueCount],
  );
  await dataSource.query('VACUUM ANALYZE notifications.reminder, notifications.reminder_anchor');
}

/** Milliseconds of one pass, the best of five after a warm-up. */
async function best(pass: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const began = performance.now();
    const found = await pass();
    if (found !== due) throw new Error(`${found} reminders were found, not ${due}`);
    times.push(performance.now() - began);
  }
  return Math.min(...times.slice(1));
}

function scan(context: TestContext): Promise<number> {
  const reminders = context.get(ReminderRepository);
  return best(async () => {
    let found = 0;
    let rows = await reminders.due(now, { limit: page });
    while (rows.length > 0) {
      found += rows.length;
      rows = await reminders.due(now, { limit: page, after: rows.at(-1) });
    }
    return found;
  });
}

/** All at once, by the one statement anybody would write. */
function bareScan({ dataSource }: TestContext): Promise<number> {
  const text = `SELECT kind, subject_id, due_at FROM notifications.reminder
                 WHERE state = 'planned' AND due_at <= $1 ORDER BY due_at`;
  return best(async () => (await dataSource.query<unknown[]>(text, [now])).length);
}

/** Reminders decided, listed and handed to the mail per second. */
async function tellRate(context: TestContext): Promise<number> {
  context.clock.set(now.toISOString());
  const began = performance.now();
  const decided = await context.get(RemindDue).execute();
  if (decided.length !== told) throw new Error(`${decided.length} were decided`);
  return told / ((performance.now() - began) / 1_000);
}

/** The same three writes a subject, in a transaction each, and nothing asked. */
async function bareTellRate({ dataSource }: TestContext, reader: Uuid): Promise<number> {
  const began = performance.now();
  for (let n = 1; n <= told; n += 1)
    await dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO notifications.notification (id, member_id, type, severity, title, body, dedupe_key, created_at)
         VALUES (gen_random_uuid(), $1, 'subscription_expiring', 'info', 'title', 'body', $2, $3)`,
        [reader, `bare|${n}`, now],
      );
      await manager.query(
        `INSERT INTO notifications.delivery (id, channel, template, category, recipient_id, subject_kind, subject_id,
                                             dedupe_key, state, attempts, next_attempt_at, created_at)
         VALUES (gen_random_uuid(), 'email', 'subscription-ends-in-7', 'subscription', $1, 'billing.subscription',
                 md5('s' || $2::int)::uuid, 'bare|' || $2::int, 'queued', 0, $3, $3)`,
        [reader, n, now],
      );
      await manager.query(
        `UPDATE notifications.reminder SET state = 'told', decided_at = $2
          WHERE kind = 'subscription' AND subject_id = md5('s' || $1::int)::uuid`,
        [n, now],
      );
    });
  return told / ((performance.now() - began) / 1_000);
}

async function scanRows(context: TestContext, reader: Uuid): Promise<BenchRow[]> {
  await plant(context.dataSource, reader, due, due);
  const small = await scan(context);
  await plant(context.dataSource, reader, planned, due);
  const ours = await scan(context);
  const bare = await bareScan(context);
  const value = `${ours.toFixed(0)} ms`;
  const note = `${due} due of ${planned} planned, pages of ${page}`;
  return [
    { name: 'due scan', value, reference: `${bare.toFixed(0)} ms one statement`, ratio: ours / bare, note },
    {
      ...{ name: 'due scan, growth', value, reference: `${small.toFixed(0)} ms of ${due}` },
      ...{ ratio: ours / small, note: 'the same due, a hundred times as many planned' },
    },
  ];
}

/** What is due among a million, against one bare statement; and what telling costs beside its bare writes. */
export async function run(): Promise<BenchRow[]> {
  const subscription = new FakeSubject('billing.subscription');
  const others = ['accounts.member', 'accounts.verification'].map((kind) => new FakeSubject(kind));
  const context = await startTestContext({
    imports: [AccountsModule, NotificationsJobsModule],
    worker: true,
    subjects: [subscription, ...others],
    replace: [{ token: TickScheduler, value: noTicks }],
  });
  try {
    await context.get(AccountsReferenceData).install();
    const awa = { email: 'awa@example.fr', firstName: 'Awa', lastName: 'Diallo' };
    const reader = await context.get(DemoPeople).register({ ...awa, roles: ['member'] });
    await context.settle();
    const rows = await scanRows(context, reader);
    await plant(context.dataSource, reader, planned, told);
    const bare = await bareTellRate(context, reader);
    await plant(context.dataSource, reader, planned, told);
    const ours = await tellRate(context);
    const reference = `${bare.toFixed(0)} three bare writes`;
    const note = 'asked of the domain, listed, mail intended, decided; one subject a transaction';
    return [
      ...rows,
      { name: 'reminders told/s', value: ours.toFixed(0), reference, ratio: ours / bare, note },
    ];
  } finally {
    await context.close();
  }
}
