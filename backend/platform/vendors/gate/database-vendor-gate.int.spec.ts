import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataSourceOptions, UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { vendorNames, type SendOutcome, type VendorName } from '../outcome';
import { DatabaseVendorGate } from './database-vendor-gate';
import { pacesFor, whatsAppSandbox } from './paces';
import { VendorGate, type Lane, type VendorHealth } from './vendor-gate';

const failed: SendOutcome = { kind: 'retryable', reason: '502' };
const unclear: SendOutcome = { kind: 'unknown', reason: 'timeout' };
const accepted: SendOutcome = { kind: 'accepted', providerId: '1' };
const refused: SendOutcome = { kind: 'permanent', reason: '403', address: 'blocked' };

describe('the gate before every vendor', () => {
  let context: TestContext;
  let elsewhere: DataSource;
  let gate: VendorGate;
  /** The same gate in another worker. */
  let other: DatabaseVendorGate;

  beforeAll(async () => {
    context = await startTestContext();
    gate = context.get(VendorGate);
    elsewhere = await new DataSource(dataSourceOptions(context.config)).initialize();
    other = new DatabaseVendorGate(elsewhere, context.clock, pacesFor(undefined));
  });
  beforeEach(async () => {
    await context.dataSource.query(`
      UPDATE platform.vendor_gate SET circuit = 'closed', rests_until = NULL, blocked_until = NULL, paused_at = NULL,
        paused_by = NULL, failures = 0, last_reason = NULL, last_accepted_at = NULL, last_failed_at = NULL`);
    await context.dataSource.query('DELETE FROM platform.vendor_bucket');
    context.clock.set('2026-11-20T09:00:00Z');
  });
  afterAll(async () => {
    await elsewhere.destroy();
    await context.close();
  });

  const admitted = async (vendor: VendorName, wanted: number, lane: Lane = 'transactional') =>
    (await gate.admit(vendor, wanted, lane)).admitted;
  const hear = async (vendor: VendorName, outcome: SendOutcome, times = 1) => {
    for (let n = 0; n < times; n += 1) await gate.heard(vendor, outcome);
  };
  const healthOf = async (vendor: VendorName): Promise<VendorHealth> => {
    const found = (await gate.health()).find((row) => row.vendor === vendor);
    if (!found) throw new Error(`The gate does not know ${vendor}`);
    return found;
  };
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  /** Everybody asks at once, from two workers. */
  const race = (questions: number, ask: (asked: VendorGate) => Promise<number>) =>
    Promise.all(Array.from({ length: questions }, (_, n) => ask(n % 2 ? gate : other))).then(sum);

  describe('the pace', () => {
    it('is shared: workers that race never get more than the bucket holds', async () => {
      const ask = async (asked: VendorGate) => (await asked.admit('telegram', 3, 'reminder')).admitted;
      expect(await race(12, ask)).toBe(3);
      context.clock.advance({ milliseconds: 80 });
      expect(await race(12, ask)).toBe(2);
    });

    it('never lets a second pass more than the vendor takes', async () => {
      for (const [vendor, limit] of [
        ['telegram', 30],
        ['discord', 50],
        ['whatsapp', 80],
      ] as const) {
        let left = 0;
        for (let tenth = 0; tenth < 10; tenth += 1) {
          left += await admitted(vendor, 100);
          context.clock.advance({ milliseconds: 100 });
        }
        expect(left).toBeLessThanOrEqual(limit);
        expect(left).toBeGreaterThan(limit / 2);
      }
    });

    it('says when to ask again, and keeps its word', async () => {
      const first = await gate.admit('telegram', 6, 'reminder');
      expect(first).toEqual({ admitted: 3, againAt: new Date('2026-11-20T09:00:00.120Z') });
      context.clock.set(first.againAt.toISOString());
      expect(await gate.admit('telegram', 3, 'reminder')).toEqual({ admitted: 3, againAt: first.againAt });
    });

    it('takes nothing for a question about nothing', async () => {
      expect(await admitted('push', 0)).toBe(0);
      expect(await admitted('push', 100)).toBe(100);
    });

    it('keeps 30 % of every second free of mass messages', async () => {
      expect(await admitted('push', 200, 'bulk')).toBe(70);
      expect(await admitted('push', 200, 'critical')).toBe(30);
      context.clock.advance({ seconds: 1 });
      expect(await admitted('push', 200, 'bulk')).toBe(70);
      expect(await admitted('push', 200, 'bulk')).toBe(0);
      expect(await admitted('push', 200, 'reminder')).toBe(30);
    });

    it('knows the sandbox of WhatsApp: one message every 3.1 seconds, mass messages slower', async () => {
      const sandbox = new DatabaseVendorGate(elsewhere, context.clock, pacesFor(whatsAppSandbox));
      const ask = async (lane: Lane) => (await sandbox.admit('whatsapp', 5, lane)).admitted;
      expect(await ask('critical')).toBe(1);
      context.clock.advance({ seconds: 3 });
      expect(await ask('critical')).toBe(0);
      context.clock.advance({ milliseconds: 100 });
      expect(await ask('bulk')).toBe(1);
      context.clock.advance({ milliseconds: 3_100 });
      expect(await ask('bulk')).toBe(0);
    });

    it('gives whole tokens although they flow in by parts that are none', async () => {
      let left = 0;
      for (let step = 0; step < 50; step += 1) {
        left += await admitted('telegram', 100);
        // 0.6 of a token, five times, is a little less than three.
        context.clock.advance({ milliseconds: 24 });
      }
      expect(left).toBe(32);
    });

    it('does not run backwards with the clock of a late worker', async () => {
      expect(await admitted('telegram', 5)).toBe(3);
      context.clock.set('2026-11-20T08:59:00Z');
      expect(await admitted('telegram', 5)).toBe(0);
      context.clock.set('2026-11-20T09:00:00.040Z');
      expect(await admitted('telegram', 5)).toBe(1);
    });
  });

  describe('a place behind a vendor', () => {
    it('has a pace of its own, raced for as well', async () => {
      const ask = async (asked: VendorGate) => ((await asked.admitTo('telegram', '42')) === null ? 1 : 0);
      expect(await race(10, ask)).toBe(1);
      expect(await gate.admitTo('telegram', '42')).toEqual(new Date('2026-11-20T09:00:01Z'));
      expect(await gate.admitTo('telegram', '43')).toBeNull();
      context.clock.advance({ seconds: 1 });
      expect(await gate.admitTo('telegram', '42')).toBeNull();
    });

    it('is slower in a group, and free where only the whole counts', async () => {
      expect(await gate.admitTo('telegram', '-100')).toBeNull();
      expect(await gate.admitTo('telegram', '-100')).toEqual(new Date('2026-11-20T09:00:03.334Z'));
      for (let n = 0; n < 50; n += 1) expect(await gate.admitTo('discord', '7')).toBeNull();
      const domains = ['example.org', 'Example.org'];
      for (let n = 0; n < 20; n += 1) expect(await gate.admitTo('mail', domains[n % 2] ?? '')).toBeNull();
      expect(await gate.admitTo('mail', 'example.org')).not.toBeNull();
    });

    it('is forgotten once idle, and never readable', async () => {
      const places = async () => {
        const rows = await context.dataSource.query<{ key: string }[]>(
          `SELECT key FROM platform.vendor_bucket WHERE key LIKE '%|%'`,
        );
        return rows.map((row) => row.key);
      };
      for (let n = 0; n < 20; n += 1) await gate.admitTo('telegram', `7000${n}`);
      expect(await places()).toHaveLength(20);
      expect((await places()).join()).not.toContain('7000');
      context.clock.advance({ minutes: 2 });
      for (let n = 0; n < 5; n += 1) await gate.admitTo('telegram', `8000${n}`);
      expect(await places()).toHaveLength(5);
    });
  });

  describe('the circuit', () => {
    it('opens after five failures in a row, whatever their kind', async () => {
      await hear('telegram', failed, 4);
      await hear('telegram', accepted);
      await hear('telegram', failed, 2);
      await hear('telegram', unclear, 2);
      expect(await admitted('telegram', 1)).toBe(1);
      await hear('telegram', failed);
      expect(await gate.admit('telegram', 1, 'critical')).toEqual({
        admitted: 0,
        againAt: new Date('2026-11-20T09:01:00Z'),
      });
      expect(await healthOf('telegram')).toMatchObject({
        ...{ circuit: 'open', failures: 5, lastReason: '502' },
        blockedUntil: new Date('2026-11-20T09:01:00Z'),
      });
      expect(await admitted('discord', 1)).toBe(1);
    });

    it('is not tripped by what is wrong with one address', async () => {
      await hear('telegram', refused, 20);
      expect(await healthOf('telegram')).toMatchObject({ circuit: 'closed', failures: 0 });
    });

    it('counts failures that race', async () => {
      await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? gate : other).heard('push', failed)));
      expect(await healthOf('push')).toMatchObject({ circuit: 'open', failures: 10 });
    });

    it('lets exactly one probe pass, whoever asks', async () => {
      await hear('discord', failed, 5);
      context.clock.advance({ seconds: 60 });
      const ask = async (asked: VendorGate) => (await asked.admit('discord', 10, 'critical')).admitted;
      expect(await race(10, ask)).toBe(1);
      expect(await race(10, ask)).toBe(0);
      expect((await healthOf('discord')).circuit).toBe('probing');
    });

    it('closes on a probe that was accepted, or refused for its address alone', async () => {
      for (const outcome of [accepted, refused]) {
        await hear('discord', failed, 5);
        context.clock.advance({ seconds: 60 });
        expect(await admitted('discord', 10)).toBe(1);
        await hear('discord', outcome);
        expect(await healthOf('discord')).toMatchObject({
          circuit: 'closed',
          failures: 0,
          blockedUntil: null,
        });
        expect(await admitted('discord', 10)).toBe(8);
        context.clock.advance({ seconds: 10 });
      }
    });

    it('opens again when the probe fails, and asks anew when its worker died', async () => {
      await hear('discord', failed, 5);
      context.clock.advance({ seconds: 60 });
      expect(await admitted('discord', 1)).toBe(1);
      await hear('discord', unclear);
      expect(await admitted('discord', 1)).toBe(0);
      context.clock.advance({ seconds: 60 });
      expect(await admitted('discord', 1)).toBe(1);
      context.clock.advance({ seconds: 59 });
      expect(await admitted('discord', 1)).toBe(0);
      context.clock.advance({ seconds: 1 });
      expect(await admitted('discord', 1)).toBe(1);
    });
  });

  describe("the vendor's own retry_after", () => {
    it('stops everything until then, and counts for no failure', async () => {
      await hear('telegram', { kind: 'retryable', reason: '429', afterSeconds: 90 }, 9);
      await hear('telegram', { kind: 'retryable', reason: '429', afterSeconds: 3 });
      await hear('telegram', accepted);
      const until = new Date('2026-11-20T09:01:30Z');
      expect(await gate.admit('telegram', 1, 'critical')).toEqual({ admitted: 0, againAt: until });
      expect(await healthOf('telegram')).toMatchObject({
        circuit: 'closed',
        blockedUntil: until,
        failures: 0,
      });
      context.clock.set('2026-11-20T09:01:29.999Z');
      expect(await admitted('telegram', 1)).toBe(0);
      context.clock.set('2026-11-20T09:01:30Z');
      expect(await admitted('telegram', 1)).toBe(1);
    });

    it('outlasts the rest of an open circuit', async () => {
      await hear('telegram', failed, 5);
      await hear('telegram', { kind: 'retryable', reason: '429', afterSeconds: 100 });
      context.clock.advance({ seconds: 61 });
      expect(await admitted('telegram', 1)).toBe(0);
      context.clock.advance({ seconds: 39 });
      expect(await admitted('telegram', 5)).toBe(1);
    });
  });

  describe('the last look before a message leaves', () => {
    const nine = (time: string) => new Date(`2026-11-20T09:${time}Z`);

    it('hears what every worker heard since: later, a rest, a pause', async () => {
      expect(await other.closedUntil('telegram')).toBeNull();
      await hear('telegram', { kind: 'retryable', reason: '429', afterSeconds: 3 });
      expect(await other.closedUntil('telegram')).toEqual(nine('00:03'));
      expect(await other.closedUntil('discord')).toBeNull();
      context.clock.advance({ seconds: 3 });
      expect(await other.closedUntil('telegram')).toBeNull();
      await hear('telegram', failed, 5);
      expect(await other.closedUntil('telegram')).toEqual(nine('01:03'));
      const by = newId();
      await context.get(UnitOfWork).run((tx) => gate.pause(tx, 'push', by));
      expect(await other.closedUntil('push')).toEqual(nine('00:33'));
      await context.get(UnitOfWork).run((tx) => gate.resume(tx, 'push', by));
      expect(await other.closedUntil('push')).toBeNull();
    });

    it('gives the probe to another message when the first had no reason to leave', async () => {
      await hear('discord', failed, 5);
      context.clock.advance({ seconds: 60 });
      expect(await admitted('discord', 1)).toBe(1);
      expect(await admitted('discord', 1)).toBe(0);
      await other.unused('discord');
      expect(await admitted('discord', 1)).toBe(1);
      await hear('discord', accepted);
      await gate.unused('discord');
      expect(await healthOf('discord')).toMatchObject({ circuit: 'closed', blockedUntil: null });
    });

    it('lets the probe pass', async () => {
      await hear('discord', failed, 5);
      context.clock.advance({ seconds: 60 });
      expect(await admitted('discord', 1)).toBe(1);
      expect(await gate.closedUntil('discord')).toBeNull();
    });
  });

  describe('a pause', () => {
    const by = newId();
    const change = (verb: 'pause' | 'resume') =>
      context.get(UnitOfWork).run((tx) => gate[verb](tx, 'whatsapp', by));

    it('lets nothing leave, not even a probe, until it is lifted', async () => {
      await change('pause');
      expect(await gate.admit('whatsapp', 1, 'critical')).toEqual({
        admitted: 0,
        againAt: new Date('2026-11-20T09:00:30Z'),
      });
      expect((await healthOf('whatsapp')).pausedAt).toEqual(new Date('2026-11-20T09:00:00Z'));
      await hear('whatsapp', failed, 5);
      context.clock.advance({ minutes: 2 });
      expect(await admitted('whatsapp', 1)).toBe(0);
      await change('resume');
      expect(await admitted('whatsapp', 1)).toBe(1);
    });

    it('is written down once, with who did it', async () => {
      await Promise.all([change('pause'), change('pause')]);
      await change('resume');
      await change('resume');
      const lines = await context.dataSource.query<unknown[]>(
        `SELECT action, object_type, object_id, before, after FROM platform.audit_entry
          WHERE actor_id = $1 ORDER BY id DESC LIMIT 2`,
        [by],
      );
      const paused = { paused_at: '2026-11-20T09:00:00.000Z' };
      const about = { object_type: 'vendor', object_id: 'whatsapp' };
      expect(lines).toEqual([
        { ...about, action: 'platform.resume-vendor', before: paused, after: { paused_at: null } },
        { ...about, action: 'platform.pause-vendor', before: { paused_at: null }, after: paused },
      ]);
    });
  });

  it('tells the health of every vendor, in their order', async () => {
    expect((await gate.health()).map((row) => row.vendor)).toEqual([...vendorNames]);
    await hear('mail', accepted);
    expect(await healthOf('mail')).toEqual({
      ...{ vendor: 'mail', circuit: 'closed', blockedUntil: null, pausedAt: null, failures: 0 },
      ...{ lastReason: null, lastAcceptedAt: new Date('2026-11-20T09:00:00Z'), lastFailedAt: null },
    });
  });
});
