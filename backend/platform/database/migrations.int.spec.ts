import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { migrations } from '@calmness/migrations';
import { createTestDatabase, type TestDatabase } from '@calmness/platform/testing';
import { revertMigrations, runMigrations } from './migrate';

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq', 'public') ORDER BY 1`,
    );
    return found.rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  it('bring an empty database up, take it down again, and up once more', async () => {
    database = await createTestDatabase('empty');
    await runMigrations(database.url, migrations);
    const up = await tablesOf(database.url);
    expect(up).toContain('platform.outbox_event');
    await revertMigrations(database.url, migrations);
    expect(await tablesOf(database.url)).toEqual([]);
    await runMigrations(database.url, migrations);
    expect(await tablesOf(database.url)).toEqual(up);
  });

  it('run once when three processes start together', async () => {
    database = await createTestDatabase('empty');
    const runs = await Promise.all([1, 2, 3].map(() => runMigrations(database.url, migrations)));
    expect(runs.flat().sort()).toEqual(migrations.map((migration) => migration.name).sort());
  });

  it('carry the rows of an older database through every later one', async () => {
    database = await createTestDatabase('empty');
    const [first] = migrations;
    if (!first) throw new Error('There is a first migration');
    await runMigrations(database.url, [first]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO platform.outbox_event (id, name, payload, occurred_at, correlation_id, recorded_at)
       SELECT gen_random_uuid(), 'accounts.member-registered', '{}', now(), 'c', now() - make_interval(days => n)
         FROM generate_series(0, 400, 40) AS n`,
    );
    const rows = async (): Promise<unknown[]> =>
      (await client.query('SELECT * FROM platform.outbox_event ORDER BY id')).rows as unknown[];
    const before = await rows();
    expect(before).toHaveLength(11);
    await runMigrations(database.url, migrations);
    expect(await rows()).toEqual(before);
    await client.end();
  });

  /** The house as its first release left it: somebody logged in, with a link in his inbox. */
  const firstPeople = `
    INSERT INTO accounts.member (id, email, password_hash, first_name, last_name, locale, timezone, roles, is_demo,
                                 preferred_assets, has_complete_profile, can_make_payment, version, created_at)
    VALUES ('01890000-0000-7000-8000-000000000001', 'awa@example.fr', 'x', 'Awa', 'Diallo', 'fr', 'Europe/Paris',
            ARRAY['member'], false, '{}', false, false, 1, '2026-01-01T00:00:00Z');
    INSERT INTO accounts.session (id, member_id, created_at, expires_at, revoked_at, revoked_because)
    VALUES ('01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000001',
            '2026-01-02T00:00:00Z', '2026-02-02T00:00:00Z', NULL, NULL),
           ('01890000-0000-7000-8000-000000000003', '01890000-0000-7000-8000-000000000001',
            '2026-01-02T00:00:00Z', '2026-02-02T00:00:00Z', '2026-01-03T00:00:00Z', 'token-reused');
    INSERT INTO accounts.session_token (id, session_id, hash, created_at)
    VALUES ('01890000-0000-7000-8000-000000000004', '01890000-0000-7000-8000-000000000002', repeat('a', 64),
            '2026-01-05T00:00:00Z');
    INSERT INTO accounts.address_proof (id, member_id, purpose, hash, created_at, expires_at)
    VALUES ('01890000-0000-7000-8000-000000000005', '01890000-0000-7000-8000-000000000001', 'verify-email',
            repeat('b', 64), '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z');
    INSERT INTO notifications.notification (id, member_id, type, severity, title, body, dedupe_key, created_at, read_at)
    SELECT ('01890000-0000-7000-8000-00000000010' || n)::uuid, '01890000-0000-7000-8000-000000000001', type, 'info',
           'Titre', 'Texte', type, '2026-01-01T00:00:00Z',
           CASE WHEN n = 1 THEN timestamptz '2026-01-02T00:00:00Z' END
      FROM unnest(ARRAY['welcome', 'security', 'subscription_expiring', 'payment_received'])
           WITH ORDINALITY AS t (type, n);`;

  it('carry people, sessions and links through what came later, and back again', async () => {
    database = await createTestDatabase('empty');
    const first = migrations.slice(0, 4);
    await runMigrations(database.url, first);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(firstPeople);
    await runMigrations(database.url, migrations);
    const { rows: sessions } = await client.query(
      `SELECT last_seen_at, device, two_factor, revoked_because FROM accounts.session ORDER BY id`,
    );
    expect(sessions).toEqual([
      {
        ...{ last_seen_at: new Date('2026-01-05T00:00:00Z'), device: 'unknown', two_factor: false },
        revoked_because: null,
      },
      {
        ...{ last_seen_at: new Date('2026-01-02T00:00:00Z'), device: 'unknown', two_factor: false },
        revoked_because: 'token-reused',
      },
    ]);
    const { rows: members } = await client.query(
      `SELECT email, password_reset_required, locked_at, erased_at FROM accounts.member`,
    );
    const untouched = { password_reset_required: false, locked_at: null, erased_at: null };
    expect(members).toEqual([{ email: 'awa@example.fr', ...untouched }]);
    const { rows: messages } = await client.query(
      `SELECT category, seen_at IS NOT NULL AS seen FROM notifications.notification ORDER BY id`,
    );
    expect(messages).toEqual([
      { category: 'news', seen: true },
      { category: 'security', seen: false },
      { category: 'subscription', seen: false },
      { category: 'billing', seen: false },
    ]);
    // Words the older house does not know: they go, or become ones it knows; the people stay.
    await client.query(`
      UPDATE accounts.session SET revoked_at = now(), revoked_because = 'account-secured';
      UPDATE accounts.address_proof SET purpose = 'accept-invitation';`);
    await revertMigrations(database.url, migrations, migrations.length - first.length);
    const { rows: left } = await client.query(
      `SELECT (SELECT count(*)::int FROM accounts.member) AS members,
              (SELECT array_agg(DISTINCT revoked_because) FROM accounts.session) AS reasons,
              (SELECT count(*)::int FROM accounts.address_proof) AS links`,
    );
    expect(left).toEqual([{ members: 1, reasons: ['logout'], links: 0 }]);
    await runMigrations(database.url, migrations);
    await client.end();
  });

  it('keep the templates of WhatsApp when the words of the staff are taken back', async () => {
    database = await createTestDatabase('empty');
    const words = migrations.findIndex(({ name }) => name.startsWith('NotificationsWords'));
    await runMigrations(database.url, migrations.slice(0, words));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO notifications.whatsapp_template VALUES ('loan-overdue', 'fr', $1, 'approved', '["body"]', now())`,
      [`HX${'0a'.repeat(16)}`],
    );
    const templates = async () =>
      (await client.query<object>('SELECT * FROM notifications.whatsapp_template')).rows;
    const before = await templates();
    await runMigrations(database.url, migrations.slice(0, words + 1));
    expect(await templates()).toMatchObject([{ version: 1, updated_by: null }]);
    await revertMigrations(database.url, migrations.slice(0, words + 1), 1);
    expect(await templates()).toEqual(before);
    await runMigrations(database.url, migrations.slice(0, words + 1));
    await client.end();
  });

  it('keep what was chosen when the single reminders are taken back', async () => {
    database = await createTestDatabase('empty');
    const known = migrations.findIndex(({ name }) => name.startsWith('RemindersAndRuns'));
    await runMigrations(database.url, migrations.slice(0, known));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const member = '01890000-0000-7000-8000-000000000001';
    await client.query(
      `INSERT INTO notifications.preference (member_id, cells, version, updated_at) VALUES ($1, '{"a": true}', 1, now())`,
      [member],
    );
    await runMigrations(database.url, migrations.slice(0, known + 1));
    const { rows: chosen } = await client.query('SELECT cells, reminders FROM notifications.preference');
    expect(chosen).toEqual([{ cells: { a: true }, reminders: {} }]);
    await revertMigrations(database.url, migrations.slice(0, known + 1), 1);
    const { rows: left } = await client.query('SELECT cells FROM notifications.preference');
    expect(left).toEqual([{ cells: { a: true } }]);
    await client.end();
  });

  it('keep every message told before there were channels, so that no replay tells it again', async () => {
    database = await createTestDatabase('empty');
    const known = migrations.findIndex(({ name }) => name.startsWith('NotificationsChannels'));
    await runMigrations(database.url, migrations.slice(0, known));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const [member, payment] = [
      '01890000-0000-7000-8000-000000000001',
      '01890000-0000-7000-8000-000000000002',
    ];
    const key = `payment-rejected|${payment}||${member}`;
    await client.query(
      `INSERT INTO notifications.notification (id, member_id, type, severity, title, body, dedupe_key, created_at)
       VALUES (gen_random_uuid(), $1, 'payment_rejected', 'warning', 'Titre', 'Texte', $2, '2026-01-01T00:00:00Z')`,
      [member, key],
    );
    await client.query(
      `INSERT INTO notifications.delivery (id, channel, template, category, recipient_id, subject_kind, subject_id,
                                           dedupe_key, state, attempts, next_attempt_at, created_at, closed_at)
       VALUES (gen_random_uuid(), 'email', 'payment-rejected', 'billing', $1, 'billing.payment', $2, $3, 'sent', 1,
               '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:02Z'),
              (gen_random_uuid(), 'email', 'payment-declared', 'billing', $1, 'billing.payment', $2, $4, 'queued', 0,
               '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL)`,
      [member, payment, `email|${key}`, `email|payment-pending|${payment}||${member}`],
    );
    await runMigrations(database.url, migrations.slice(0, known + 1));
    const { rows: intents } = await client.query(
      `SELECT announcement, category, subject_id, decisions FROM notifications.intent ORDER BY announcement`,
    );
    const about = { category: 'billing', subject_id: payment };
    expect(intents).toEqual([
      { announcement: 'payment-pending', ...about, decisions: { email: 'queued' } },
      { announcement: 'payment-rejected', ...about, decisions: { in_app: 'told', email: 'queued' } },
    ]);
    const deliveries = async () =>
      (await client.query('SELECT state FROM notifications.delivery ORDER BY template')).rows as unknown[];
    expect(await deliveries()).toEqual([{ state: 'queued' }, { state: 'sent' }]);
    // What the older house cannot name ends there, and nothing of it is sent by mistake.
    await client.query(
      `INSERT INTO notifications.delivery (id, intent_id, channel, template, category, lane, recipient_id, subject_kind,
         subject_id, dedupe_key, state, attempts, next_attempt_at, expires_at, unless_read, test, created_at, changed_at)
       SELECT gen_random_uuid(), id, 'telegram', 'x', 'loans', 2, recipient_id, 'equipment.loan', subject_id, 'k', 'queued',
              0, now(), now(), false, false, now(), now() FROM notifications.intent LIMIT 1`,
    );
    await client.query(
      `UPDATE notifications.delivery SET state = 'suppressed', last_reason = 'opted-out', closed_at = now()
        WHERE template = 'payment-declared'`,
    );
    await revertMigrations(database.url, migrations.slice(0, known + 1), 1);
    expect(await deliveries()).toEqual([{ state: 'cancelled' }, { state: 'sent' }]);
    await runMigrations(database.url, migrations);
    await client.end();
  });
});
