import { setTimeout as pause } from 'node:timers/promises';
import { AccountsModule, AccountsReferenceData } from '@calmness/accounts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, TestClock, type BenchRow, type TestContext } from '@calmness/platform/testing';
import { VendorGate } from '@calmness/platform/vendors';
import { Announce } from '../announcements/application/announce';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject } from '../testing/fakes';
import { reachablePeople } from '../testing/reachable-people';

const people = 300;
const newsPerSecond = 10;
const channels = 5;
const seconds = 30;
const targetSeconds = 5;
const name = 'subscription-ends-in-3';

class WallClock extends TestClock {
  override now(): Date {
    return new Date();
  }
}

/** When each provider was handed what, by the recipient it is for. */
function stopwatch(vendors: FakeVendors): Map<string, number>[] {
  const seen = Array.from({ length: channels }, () => new Map<string, number>());
  const watch = (index: number, script: { sent: unknown[] }) => {
    const push = script.sent.push.bind(script.sent);
    script.sent.push = (...messages: unknown[]) => {
      const subject = /S-([\da-f-]{36})/.exec(JSON.stringify(messages).replaceAll('\\', ''))?.[1];
      if (subject) seen[index]?.set(subject, performance.now());
      return push(...messages);
    };
  };
  [
    vendors.mail,
    vendors.telegram.script,
    vendors.discord.script,
    vendors.push.script,
    vendors.whatsApp.templates,
  ].forEach((script, index) => watch(index, script));
  return seen;
}

const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;

/** Announces at an even pace; answers when each piece of news was committed, by its subject. */
async function announceEvenly(context: TestContext, members: readonly Uuid[]): Promise<Map<string, number>> {
  const committed = new Map<string, number>();
  const announce = context.get(Announce);
  const started = performance.now();
  for (let n = 0; n < newsPerSecond * seconds; n += 1) {
    const subjectId = newId();
    await announce.execute({ name, subjectId, memberId: members[n % people] ?? newId() });
    committed.set(subjectId, performance.now());
    const due = started + ((n + 1) * 1_000) / newsPerSecond;
    await pause(Math.max(0, due - performance.now()));
  }
  return committed;
}

function composed(vendors: FakeVendors): Promise<TestContext> {
  const subject = new FakeSubject('billing.subscription');
  subject.describe = (id) =>
    Promise.resolve({ title: 'Premium', facts: { plan: `S-${id}`, lastDay: '19/12/2026' }, stillTrue: true });
  return startTestContext({
    imports: [AccountsModule, NotificationsJobsModule],
    worker: true,
    clock: new WallClock(),
    subjects: [subject, new FakeSubject('accounts.member'), new FakeSubject('accounts.verification')],
    // The gate is the real one: its pace is part of the answer.
    replace: vendors.replace.filter(({ token }) => token !== VendorGate),
  });
}

/** How long a message takes from its commit to its provider, at a pace of fifty a second over all channels. */
export async function run(): Promise<BenchRow[]> {
  const vendors = new FakeVendors();
  const context = await composed(vendors);
  try {
    await context.get(AccountsReferenceData).install();
    const members = await reachablePeople(context, people, [name]);
    const seen = stopwatch(vendors);
    const committed = await announceEvenly(context, members);
    const wanted = committed.size * channels;
    const arrived = () => seen.reduce((sum, channel) => sum + channel.size, 0);
    for (let waited = 0; arrived() < wanted && waited < 600; waited += 1) await pause(100);
    const delays = seen.flatMap((channel) => [...channel].map(([id, at]) => at - (committed.get(id) ?? NaN)));
    const [median, p95] = [0.5, 0.95].map((share) => percentile(delays, share) / 1_000);
    return [
      {
        name: 'commit to provider, p95',
        value: `${(p95 ?? NaN).toFixed(2)} s`,
        reference: `${targetSeconds} s promised`,
        ratio: (p95 ?? NaN) / targetSeconds,
        note: `${newsPerSecond * channels} messages/s for ${seconds} s, ${delays.length} of ${wanted} arrived, median ${(median ?? NaN).toFixed(2)} s`,
      },
    ];
  } finally {
    await context.close();
  }
}
