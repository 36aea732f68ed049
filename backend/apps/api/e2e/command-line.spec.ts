import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DayQueueView, HealthReady } from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { Caller } from './caller';

describe('the command line', () => {
  let academy: Academy;
  let database: pg.Client;
  let said = '';
  beforeAll(async () => {
    academy = await Academy.open();
    database = new pg.Client({ connectionString: academy.databaseUrl });
    await database.connect();
    // The worker plans what the demonstration announced.
    await vi.waitFor(async () => expect(await planned()).not.toEqual([]), { timeout: 30_000 });
    // What follows is the command line's own doing.
    await academy.killWorker();
  });
  afterAll(async () => {
    await database.end();
    await academy.stop();
  });

  /** What a command printed; the log of the academy keeps what all of them did. */
  const cli = async (...words: string[]): Promise<string[]> => {
    const before = said.length;
    said = await academy.cli(...words);
    return said.slice(before).trim().split('\n');
  };
  const rows = async (sql: string): Promise<unknown[]> =>
    (await database.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row).join(' '));
  const planned = () =>
    rows(
      `SELECT due_at::text AS due FROM notifications.reminder
        WHERE kind = 'subscription' AND state = 'planned' AND due_at > now() ORDER BY due_at`,
    );
  /** Everything that a message leaves behind. */
  const traces = () =>
    rows(`SELECT (SELECT count(*) FROM notifications.notification) AS list,
                 (SELECT count(*) FROM notifications.delivery) AS mails,
                 (SELECT string_agg(concat_ws(' ', subject_id, offset_key, state, due_at), ',' ORDER BY 1)
                    FROM notifications.reminder) AS reminders`);

  it('says who would be told what and why, by ids alone, and writes nothing', async () => {
    const at = new Date(String((await planned())[0])).toISOString();
    const before = await traces();
    const lines = await cli('notifications:process-subscriptions', '--dry-run', `--at=${at}`);
    expect(lines.at(-1)).toMatch(new RegExp(`^dry run at ${at.replaceAll('.', '\\.')}: .*told`));
    const uuid = '[0-9a-f-]{36}';
    const line = new RegExp(
      `told: subscription-[a-z0-9-]+ to ${uuid} because of subscription ${uuid} of \\d{4}-\\d\\d-\\d\\d, [+-]\\dd, due `,
    );
    expect(lines.some((text) => line.test(text))).toBe(true);
    expect(lines.join('\n')).not.toMatch(/@|Dupont/);
    expect(await traces()).toEqual(before);
  });

  it('does what it said, once', async () => {
    const at = new Date(String((await planned())[0])).toISOString();
    const words = ['notifications:process-subscriptions', `--at=${at}`];
    const rehearsed = await cli(...words, '--dry-run');
    const done = await cli(...words);
    expect(done.slice(0, -1)).toEqual(rehearsed.slice(0, -1));
    expect(done.at(-1)).toBe(rehearsed.at(-1)?.replace('dry run', 'done'));
    expect((await cli(...words)).at(-1)).toBe(`done at ${at}: 0 new`);
  });

  it('tries WhatsApp out where it is configured, and says what is missing where it is not', async () => {
    await expect(academy.cli('notifications:test-whatsapp', '--to=0612')).rejects.toThrow(
      '--to is not a number',
    );
    await expect(academy.cli('notifications:test-whatsapp', '--to=+33612345678')).rejects.toThrow(
      'WhatsApp is off: set TWILIO_ACCOUNT_SID',
    );
    said = await academy.cli('invoices:verify');
  });

  it('refuses an instant that is none', async () => {
    await expect(academy.cli('notifications:process-subscriptions', '--at=tomorrow')).rejects.toThrow(
      '--at is not an ISO instant',
    );
    said = await academy.cli('invoices:verify');
  });

  it('purges the log of ninety days, and only counts when asked to', async () => {
    const lines = await cli('notifications:purge', '--dry-run');
    expect(lines).toContain('deliveries: 0');
    expect(lines.at(-1)).toBe('dry run, nothing was deleted');
    expect((await cli('notifications:purge')).at(-1)).toBe('done');
  });

  it('runs every tick once where no worker does, the mails that wait as well', async () => {
    const queued = () => rows(`SELECT id FROM notifications.delivery WHERE state = 'queued'`);
    // Those of the day that was supposed: it has come.
    await database.query(`UPDATE notifications.delivery SET next_attempt_at = now() WHERE state = 'queued'`);
    expect(await queued()).not.toEqual([]);
    const lines = await cli('scheduler:run', '--once');
    expect(lines).toContain('platform.sweep-events: ok');
    expect(lines.find((text) => text.startsWith('notifications.send:'))).toMatch(/\d+ done$/);
    expect(await queued()).toEqual([]);
  });

  it('brings a scheduler back that had fallen silent, as health and the file du jour saw', async () => {
    const admin = await Caller.as(academy, 'admin@calmnessfi.com');
    const seen = async () => {
      const { body: health } = await admin.get<HealthReady>('/health/ready');
      const { body: day } = await admin.get<DayQueueView>('/admin/day-queue');
      const row = day.waiting.find(({ kind }) => kind === 'silent_scheduler');
      return `${health.scheduler} ${row?.count ?? 'absent'}`;
    };
    await database.query(`UPDATE platform.tick_run SET ended_at = ended_at - interval '1 hour'`);
    expect(await seen()).toBe('silent 1');
    await cli('scheduler:run', '--once');
    expect(await seen()).toBe('ok 0');
  });
});
