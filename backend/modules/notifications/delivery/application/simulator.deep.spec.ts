import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingChannel } from '@calmness/contracts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { UnitOfWork } from '@calmness/platform/database';
import { InFlight, VendorGate, vendorNames, type VendorName } from '@calmness/platform/vendors';
import { hasSimulator, startSimulator, type RunningSimulator } from '@calmness/platform/vendors/testing';
import {
  openSimulatedAcademy,
  reminder,
  type SimulatedAcademy,
  type SimulatedPerson,
} from '../../testing/simulated-academy';
import { contentSid } from '../../testing/reachable-people';
import { AddressStates } from '../../places/persistence/address-states';

interface Line {
  n: number;
  service: string;
  op?: string;
  event?: string;
  status: number;
  aside?: true;
  bad_signature?: boolean;
  violations?: { code: string; soft?: boolean; behaviour?: boolean; where?: string; message?: string }[];
}
interface State {
  telegram: { messages: { chat: { id: number }; text: string }[] };
  discord: { messages: { content: string; nonce?: string }[] };
  twilio: { messages: { body: string; to: string }[] };
  webpush: { sub: string; text: string; topic: string }[];
}
interface Scene {
  name: string;
  faults?: object[];
  /** Before and after the news is told. */
  before?: () => Promise<void>;
  after?: () => Promise<void>;
}

const crewSize = 24;
const paceSize = 120;
/** A circuit that opened rests a minute; then the last of the queue goes. */
const sceneTimeout = { timeout: 150_000, interval: 250 };
const channels: readonly OutgoingChannel[] = ['email', 'telegram', 'discord', 'whatsapp', 'push'];

/** The operation that carries a message, by service. */
const carriers = {
  telegram: 'sendMessage',
  discord: 'POST /channels',
  twilio: 'CreateMessage',
  webpush: 'push',
};
const everywhere = (kind: string, more: object = {}) =>
  Object.entries(carriers).map(([service, op]) => ({ service, op, kind, ...more }));

describe.skipIf(!hasSimulator('the engine'))('the engine before vendors that fail in every way', () => {
  let simulator: RunningSimulator;
  let academy: SimulatedAcademy;
  let crew: SimulatedPerson[];
  const rows: Record<string, string | number>[] = [];

  beforeAll(async () => {
    simulator = await startSimulator();
    academy = await openSimulatedAcademy(simulator, { people: paceSize, onDiscord: crewSize });
    crew = academy.people.slice(0, crewSize);
    // No announcement of the house is a mass message yet: one reminder in four goes as one.
    await academy.query(`
      CREATE FUNCTION notifications.some_for_the_mass() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.lane = 2 AND hashtext(NEW.intent_id::text) % 4 = 0 THEN NEW.lane := 3; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER some_for_the_mass BEFORE INSERT ON notifications.delivery
        FOR EACH ROW EXECUTE FUNCTION notifications.some_for_the_mass()`);
  });
  afterAll(async () => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const table = rows.map((row) => columns.map((column) => String(row[column] ?? '')).join(' | '));
    process.stderr.write(
      `\n${[columns.join(' | '), columns.map(() => '---').join(' | '), ...table].join('\n')}\n\n`,
    );
    await academy.close();
  });

  const control = <T = unknown>(path: string, body?: unknown) => simulator.control<T>(path, body);
  const person = (number: number): SimulatedPerson => {
    const found = crew[number];
    if (!found) throw new Error(`Nobody is number ${number}`);
    return found;
  };
  const linesSince = (since: number) => control<Line[]>(`log?since=${since}`);
  const lastLine = async () => (await control<Line[]>('log')).at(-1)?.n ?? 0;
  const open = async () => {
    const [row] = await academy.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM notifications.delivery
        WHERE closed_at IS NULL OR (channel = 'whatsapp' AND state IN ('accepted', 'sent') AND changed_at > $1)`,
      // Receipts still come; the last ones of a message may have been forged, and refused.
      [new Date(Date.now() - 5_000)],
    );
    return row?.count;
  };
  /**
   * Messages that may have been on their way beside one that was told "later": nobody can call them back. None where an
   * answer comes sooner than the pace sends the next one; some on a machine that is busy with something else.
   */
  const besides = () => {
    const inFlight = academy.worker.get(InFlight);
    return vendorNames.reduce((sum, vendor) => sum + inFlight.limitOf(vendor) - 1, 0);
  };
  const tellEverybody = async () => {
    for (const [index, each] of crew.entries()) {
      await academy.tell(reminder, each);
      if (index % 3 === 0) await academy.tell('password-changed', each);
      if (index % 3 === 1) await academy.tell('payment-rejected', each);
    }
  };
  const found = (lines: Line[], which: (violation: NonNullable<Line['violations']>[number]) => boolean) =>
    lines.flatMap(({ service, op, violations = [] }) =>
      violations
        .filter(which)
        .map(({ code, where, message }) => `${service} ${op} ${code} ${where} ${message}`),
    );
  const hard = (lines: Line[]) => found(lines, ({ soft, behaviour }) => !soft && !behaviour);
  const tooEarly = (lines: Line[]) => found(lines, ({ code }) => code === 'before_retry_after');
  const repeats = (lines: Line[]) => found(lines, ({ code }) => code === 'duplicate_send');

  async function row(name: string, since: Date, lines: Line[]): Promise<void> {
    const ends = await academy.query<{ channel: string; state: string; count: number }>(
      `SELECT channel, state, count(*)::int AS count FROM notifications.delivery WHERE created_at >= $1
        GROUP BY channel, state ORDER BY channel, state`,
      [since],
    );
    const of = (channel: string) =>
      ends
        .filter((end) => end.channel === channel)
        .map(({ state, count }) => `${count} ${state}`)
        .join(', ');
    rows.push({
      scene: name,
      ...Object.fromEntries(channels.map((channel) => [channel, of(channel)])),
      seconds: ((Date.now() - since.getTime()) / 1_000).toFixed(0),
      'before retry_after': tooEarly(lines).length,
      'repeats by policy': repeats(lines).length,
      hard: hard(lines).length,
    });
  }

  const scenes: Scene[] = [
    { name: 'calm' },
    { name: '429, 3 s', faults: everywhere('429', { retry_after: 3, skip: 5 }) },
    {
      name: '429, 6 s, twice, Discord global',
      faults: everywhere('429', { retry_after: 6, skip: 5, times: 2, global: true }),
    },
    {
      name: '500, 502, HTML page',
      faults: ['500', '502', 'html'].flatMap((kind) => everywhere(kind, { skip: 3 })),
    },
    { name: 'connection reset ×5', faults: everywhere('reset', { times: 5 }) },
    {
      name: 'done, then cut',
      faults: everywhere('drop_after', { times: 2, skip: 2 }),
      before: async () => void (await control('smtp', { drop_after_data: 4 })),
    },
    { name: 'done, then silence', faults: everywhere('hang_after', { times: 2, skip: 2, ms: 4_000 }) },
    { name: 'not done, silence', faults: everywhere('timeout', { times: 2, skip: 2, ms: 4_000 }) },
    {
      name: 'callbacks twice, backwards, late, forged',
      faults: [
        { service: 'twilio', op: 'status', kind: 'duplicate_delivery', times: 8 },
        { service: 'twilio', op: 'status', kind: 'reorder_delivery', times: 6 },
        { service: 'twilio', op: 'status', kind: 'delay_delivery', ms: 1_000, times: 4 },
        { service: 'twilio', op: 'status', kind: 'bad_signature', times: 5 },
        { service: 'telegram', op: 'webhook', kind: 'duplicate_delivery', times: 1 },
        { service: 'telegram', op: 'webhook', kind: 'bad_signature', times: 2 },
      ],
      before: async () => {
        for (const { telegramId } of crew.slice(0, 3))
          await control('telegram/message', { user: telegramId, text: 'bonjour' });
      },
    },
    {
      name: 'people who left, blocked, closed',
      before: async () => {
        const outcome = { service: 'twilio', op: 'outcome', kind: 'outcome', code: 63016, status: 'failed' };
        await control('faults', { ...outcome, match: { To: `whatsapp:${person(0).number}` } });
        // A block that is told, and one that is found out by writing.
        await control('telegram/block', { user: person(1).telegramId });
        await control('telegram/deactivate', { user: person(2).telegramId });
        await control('discord/user', { id: person(3).discordId, dm: false });
        await control('discord/leave', { user: person(4).discordId, guild: '1300000000000000100' });
        await control('twilio/contact', { to: `whatsapp:${person(5).number}`, onWhatsApp: false });
        await control('twilio/contact', { to: `whatsapp:${person(6).number}`, optedOut: true });
        await control('webpush/expire', { id: person(7).browser, status: 410 });
        await control('webpush/expire', { id: person(8).browser, status: 404 });
        await control('smtp', { reject: [`${mailbox(person(9))}@`], greylist: [`${mailbox(person(10))}@`] });
      },
    },
    {
      name: 'template no longer approved',
      before: () => hold('pause', 'whatsapp'),
      after: async () => {
        await approve('rejected');
        await hold('resume', 'whatsapp');
      },
    },
    { name: 'calm again', before: () => approve('approved') },
  ];

  function mailbox({ email }: SimulatedPerson): string {
    return email.slice(0, email.indexOf('@'));
  }
  function hold(how: 'pause' | 'resume', vendor: VendorName): Promise<void> {
    const { worker } = academy;
    return worker.get(UnitOfWork).run((tx) => worker.get(VendorGate)[how](tx, vendor, newId()));
  }
  async function approve(approval: string): Promise<void> {
    await academy.query('UPDATE notifications.whatsapp_template SET approval = $1 WHERE content_sid = $2', [
      approval,
      contentSid,
    ]);
  }

  it.each(scenes)(
    '$name: everything ends, nothing is said too early',
    async ({ name, faults = [], before, after }) => {
      const [since, mark] = [new Date(), await lastLine()];
      if (faults.length > 0) await control('faults', faults);
      await before?.();
      let together = besides();
      await tellEverybody();
      await after?.();
      const opened = () => {
        together = Math.max(together, besides());
        return open();
      };
      await expect.poll(opened, sceneTimeout).toBe(0);
      const lines = await linesSince(mark);
      await row(name, since, lines);
      expect(hard(lines)).toEqual([]);
      expect(tooEarly(lines).length, tooEarly(lines).join('\n')).toBeLessThanOrEqual(together);
      const left = await control<{ times: number; kind: string; service: string }[]>('faults');
      expect(
        left.filter(({ times }) => times > 0),
        'every fault befell somebody',
      ).toEqual([]);
    },
    200_000,
  );

  /** The news a message is about; Discord's words are escaped. */
  const named = (text: string) =>
    /S-([\da-f-]{36})/.exec(text.replaceAll('\\', ''))?.[1] ?? `nobody: ${text.slice(0, 80)}`;
  const twice = (keys: string[]) => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  /** Deliveries by the news they carry: a person has one of each by channel. */
  const deliveriesOf = (channel: OutgoingChannel) =>
    academy.query<{ id: Uuid; subject: string; state: string; lane: number; doubted: boolean }>(
      `SELECT id, subject_id AS subject, state, lane, doubt_since IS NOT NULL AS doubted
         FROM notifications.delivery WHERE channel = $1`,
      [channel],
    );

  it('told nobody twice, but for what the policy allows', async () => {
    const state = await control<State>('state');
    expect(twice(state.telegram.messages.map(({ text }) => named(text)))).toEqual([]);
    expect(twice(state.twilio.messages.map(({ body }) => named(body)))).toEqual([]);
    // Discord was asked twice, and its nonce made one message of it.
    expect(twice(state.discord.messages.map(({ content }) => named(content)))).toEqual([]);
    // A push told twice has the same topic: the second replaces the first on the phone.
    const pushes = state.webpush.map(({ sub, text, topic }) => ({ sub, text, topic }));
    const again = new Set(twice(pushes.map(({ sub, text }) => `${sub} ${text}`)));
    for (const key of again)
      expect(
        new Set(pushes.filter((push) => `${push.sub} ${push.text}` === key).map(({ topic }) => topic)).size,
      ).toBe(1);
    // A mail that matters may leave once more under its own Message-ID.
    const mails = await control<{ message_id: string }[]>('mail');
    const ids = mails.map(({ message_id }) => message_id.slice(1, message_id.indexOf('@')));
    const repeated = twice(ids);
    const known = await deliveriesOf('email');
    for (const id of repeated) {
      const delivery = known.find((each) => id.includes(each.id));
      expect(delivery).toMatchObject({ doubted: true });
      expect(delivery?.lane).toBeLessThan(2);
      expect(ids.filter((each) => each === id)).toHaveLength(2);
    }
    rows.push({
      scene: `asked twice: ${again.size} pushes of one topic, ${repeated.length} mails of one Message-ID`,
    });
  });

  it('says of each message what its provider would say', async () => {
    const state = await control<State>('state');
    const mails = await control<{ message_id: string }[]>('mail');
    const arrived: Record<string, Set<string>> = {
      telegram: new Set(state.telegram.messages.map(({ text }) => named(text))),
      whatsapp: new Set(state.twilio.messages.map(({ body }) => named(body))),
      discord: new Set(state.discord.messages.map(({ content }) => named(content))),
      push: new Set(state.webpush.map(({ text }) => named(text))),
    };
    for (const [channel, subjects] of Object.entries(arrived)) {
      for (const { subject, state: end } of await deliveriesOf(channel as OutgoingChannel)) {
        if (['sent', 'delivered', 'read'].includes(end))
          expect(subjects, `${channel} ${end}`).toContain(subject);
        // Twilio takes a message and fails it later; nobody knows of an unknown one.
        else if (end !== 'unknown' && channel !== 'whatsapp')
          expect(subjects, `${channel} ${end}`).not.toContain(subject);
      }
    }
    const ids = mails.map(({ message_id }) => message_id).join();
    for (const { id, state: end } of await deliveriesOf('email')) {
      if (end === 'sent') expect(ids).toContain(id);
      else if (end !== 'unknown') expect(ids, end).not.toContain(id);
    }
  });

  it('keeps one row of the list for each piece of news, and every delivery in a named end', async () => {
    const [counts] = await academy.query<{ told: number; rows: number; open: number }>(
      `SELECT (SELECT count(*)::int FROM notifications.intent WHERE decisions ->> 'in_app' = 'told') AS told,
              (SELECT count(*)::int FROM notifications.notification) AS rows,
              (SELECT count(*)::int FROM notifications.delivery WHERE closed_at IS NULL) AS open`,
    );
    expect(counts?.told).toBeGreaterThan(300);
    expect(counts).toMatchObject({ rows: counts?.told, open: 0 });
    // N6: delivered over all but cancelled, suppressed and expired; without receipts, taken is delivered.
    const rates = await academy.query<{ channel: string; counted: number; rate: string }>(
      `SELECT coalesce(channel, 'all') AS channel, count(*)::int AS counted,
              round(100.0 * count(*) FILTER (WHERE state IN ('delivered', 'read')
                OR (channel <> 'whatsapp' AND state = 'sent')) / count(*), 1) AS rate
         FROM notifications.delivery WHERE state NOT IN ('cancelled', 'suppressed', 'expired')
        GROUP BY ROLLUP (channel) ORDER BY 1`,
    );
    rows.push({
      scene: `success, % (all: ${rates.find(({ channel }) => channel === 'all')?.rate})`,
      ...Object.fromEntries(
        rates
          .filter(({ channel }) => channel !== 'all')
          .map(({ channel, rate, counted }) => [channel, `${rate} of ${counted}`]),
      ),
    });
  });

  it('remembers who closed his door, and refuses what was forged', async () => {
    const states = academy.worker.get(AddressStates);
    const stateOf = async (channel: OutgoingChannel, address: string) =>
      (await states.of(channel, address)).state;
    expect(await stateOf('telegram', String(person(1).telegramId))).toBe('blocked');
    expect(await stateOf('telegram', String(person(2).telegramId))).toBe('gone');
    expect(await stateOf('discord', person(3).discordId)).toBe('blocked');
    expect(await stateOf('discord', person(4).discordId)).toBe('unreachable');
    expect(await stateOf('whatsapp', person(5).number)).toBe('unreachable');
    expect(await stateOf('whatsapp', person(6).number)).toBe('opted-out');
    expect(await stateOf('email', person(9).email)).toBe('unreachable');
    const browsers = await academy.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM notifications.push_subscription WHERE member_id = ANY ($1)',
      [[person(7).id, person(8).id]],
    );
    expect(browsers).toEqual([{ count: 0 }]);
    const asides = (await control<Line[]>('log')).filter(
      ({ aside, event }) => aside && event?.match(/callback|webhook/),
    );
    const forged = asides.filter(({ bad_signature }) => bad_signature);
    expect(forged.map(({ status }) => status)).toEqual(forged.map(() => 403));
    expect(forged).toHaveLength(5);
    // Telegram's line does not say that it was forged: two were, and nothing else was refused.
    expect(asides.filter(({ service, status }) => service === 'telegram' && status === 403)).toHaveLength(2);
    expect(
      asides
        .filter(({ bad_signature, service }) => !bad_signature && service === 'twilio')
        .map(({ status }) => status),
    ).not.toContain(403);
  });

  it('holds the pace of Telegram, alone and with a colleague, and is never told that it is too fast', async () => {
    // Two workers, then vendors as far away as they really are.
    for (const pace of ['one worker', 'two workers', 'two workers, answers after 120 ms']) {
      if (pace === 'two workers') await academy.hire();
      if (pace.endsWith('ms')) await control('faults', everywhere('slow', { ms: 120, times: paceSize }));
      const [since, mark] = [new Date(), await lastLine()];
      for (const vendor of vendorNames) await hold('pause', vendor);
      for (const each of academy.people.slice(crewSize)) await academy.tell(reminder, each);
      const released = new Date();
      for (const vendor of vendorNames) await hold('resume', vendor);
      await expect.poll(open, sceneTimeout).toBe(0);
      const lines = await linesSince(mark);
      await row(`pace: ${pace}`, since, lines);
      const sent = lines.filter(({ op }) => op === 'sendMessage');
      expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
      const speeds = await academy.query<{ channel: string; rate: string; p95: number }>(
        `SELECT channel, round(count(*) / extract(epoch FROM max(accepted_at) - min(accepted_at)), 1) AS rate,
                percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM accepted_at - $2)) AS p95
           FROM notifications.delivery WHERE created_at >= $1 GROUP BY channel`,
        [since, released],
      );
      rows.push({
        scene: 'a second, and p95',
        ...Object.fromEntries(
          speeds.map(({ channel, rate, p95 }) => [channel, `${rate}/s, ${Number(p95).toFixed(1)} s`]),
        ),
      });
      expect(tooEarly(lines)).toEqual([]);
    }
  }, 200_000);

  it('leaves the vendors nothing to complain about', async () => {
    const report = await control<{ violations: Record<string, number>; unimplemented: string[] }>('report');
    process.stderr.write(`\nthe simulator's report: ${JSON.stringify(report)}\n`);
    // Each scene counted its own.
    const known = ['(soft)', '.before_retry_after'];
    const bad = Object.keys(report.violations).filter((code) => !known.some((end) => code.endsWith(end)));
    expect(bad).toEqual([]);
    const asked = Object.keys(report.violations).filter((code) => code.includes('duplicate_send'));
    expect(asked.filter((code) => !/^(discord|webpush)\./.test(code))).toEqual([]);
    expect(report.unimplemented).toEqual([]);
  });
});
