import { locales } from '@calmness/contracts';
import { ProcessSubscriptions, PurgeLog, TestWhatsApp, type DecidedReminder } from '@calmness/notifications';
import { Clock, supposing } from '@calmness/platform/clock';
import { requiredOption, type Command, type CommandOptions } from '../command';

/** @throws Error when `--at` is no instant */
function instantOf({ at }: CommandOptions): Date | undefined {
  if (at === undefined) return undefined;
  const instant = new Date(typeof at === 'string' ? at : Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new Error('--at is not an ISO instant');
  return instant;
}

/** Ids, never names: what is printed may end in a log. */
function line(reminder: DecidedReminder): string {
  const { kind, subjectId, occurrence, recipientId, offsetKey, dueAt, announcement } = reminder;
  const verdict = reminder.reason ? `${reminder.state} (${reminder.reason})` : reminder.state;
  const why = `${kind} ${subjectId} of ${occurrence}, ${offsetKey}, due ${dueAt.toISOString()}`;
  return `${verdict}: ${announcement ?? 'nothing'} to ${recipientId} because of ${why}`;
}

function total(decided: readonly DecidedReminder[]): string {
  const states = [...new Set(decided.map(({ state }) => state))].sort();
  const counts = states.map((state) => `${decided.filter((one) => one.state === state).length} ${state}`);
  return counts.length > 0 ? counts.join(', ') : '0 new';
}

export const processSubscriptions: Command = {
  name: 'notifications:process-subscriptions',
  summary: 'tells the subscription reminders that are due: [--dry-run] writes nothing, [--at=<ISO instant>]',
  run: async ({ config, engine, options, say }) => {
    const dryRun = options['dry-run'] === true;
    const at = instantOf(options);
    // At another time than now people would be told what is not true yet.
    if (at && !dryRun && config.isProduction) throw new Error('--at needs --dry-run in production');
    const app = await engine();
    const now = at ?? app.get(Clock).now();
    const decided = await supposing(now, () => app.get(ProcessSubscriptions).execute({ dryRun }));
    for (const reminder of decided) say(line(reminder));
    say(`${dryRun ? 'dry run' : 'done'} at ${now.toISOString()}: ${total(decided)}`);
  },
};

export const testWhatsApp: Command = {
  name: 'notifications:test-whatsapp',
  summary: 'sends one WhatsApp message: --to=+33… [--template=<announcement>] [--locale=fr|en]',
  run: async ({ app, options, say }) => {
    const to = requiredOption(options, 'to');
    if (!/^\+[1-9]\d{4,14}$/.test(to)) throw new Error('--to is not a number such as +33612345678');
    const template = typeof options['template'] === 'string' ? options['template'] : undefined;
    const locale = locales.find((one) => one === options['locale']) ?? 'fr';
    const { outcome, meaning } = await (await app()).get(TestWhatsApp).execute({ to, template, locale });
    const detail = outcome.kind === 'accepted' ? outcome.providerId : outcome.reason;
    say(`${outcome.kind}: ${detail ?? ''}`);
    // The caller's exit code is what a script reads.
    if (outcome.kind !== 'accepted') throw new Error(meaning);
    say(meaning);
  },
};

export const purgeNotifications: Command = {
  name: 'notifications:purge',
  summary:
    'forgets deliveries, provider events and read messages of more than 90 days: [--dry-run] counts only',
  run: async ({ app, options, say }) => {
    const dryRun = options['dry-run'] === true;
    const purged = await (await app()).get(PurgeLog).execute({ dryRun });
    for (const [name, count] of Object.entries(purged)) say(`${name}: ${count}`);
    say(dryRun ? 'dry run, nothing was deleted' : 'done');
  },
};
