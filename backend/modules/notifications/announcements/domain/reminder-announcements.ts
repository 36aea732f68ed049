import type { ShortChannel } from '@calmness/contracts';
import { loanReminderNames, loanWords, type LoanReminderName } from '../../reminders/domain/loan-words';
import { sessionWords, type SessionReminderName } from '../../reminders/domain/session-words';
import {
  subscriptionReminderNames,
  subscriptionWords,
  type SubscriptionReminderName,
} from '../../reminders/domain/subscription-words';
import type { Announcement } from './announcement';

type ReminderName = SubscriptionReminderName | SessionReminderName | LoanReminderName;

const phone: readonly ShortChannel[] = ['telegram', 'whatsapp', 'push', 'discord'];
const ending = { type: 'subscription_expiring', severity: 'warning' } as const;
const ended = { type: 'subscription_expired', severity: 'critical' } as const;
const due = { type: 'loan_due', severity: 'info' } as const;
const overdue = { type: 'loan_overdue', severity: 'warning' } as const;
const formation = { subjectKind: 'formations.session', category: 'formations', audience: 'member' } as const;

/** Each reminder of a subscription: in the list, by mail, and where a phone rings. */
const ofSubscriptions = subscriptionReminderNames.map((name): [ReminderName, Announcement] => [
  name,
  {
    subjectKind: 'billing.subscription',
    category: 'subscription',
    audience: 'member',
    inApp: { ...(name.startsWith('subscription-ends') ? ending : ended), texts: subscriptionWords[name] },
    short: { texts: subscriptionWords[name], channels: phone },
    mail: name,
  },
]);

const ofLoans = loanReminderNames.map((name): [ReminderName, Announcement] => [
  name,
  {
    subjectKind: 'equipment.loan',
    category: 'loans',
    audience: 'member',
    inApp: { ...(name === 'loan-overdue' ? overdue : due), texts: loanWords[name] },
    short: { texts: loanWords[name], channels: phone },
    mail: name,
  },
]);

/** A session a day ahead is read at leisure, an hour ahead on a phone, a quarter of an hour ahead where one sits. */
const ofSessions: Record<SessionReminderName, Announcement> = {
  'formation-session-24h': { ...formation, mail: 'formation-session-24h' },
  'formation-session-1h': {
    ...formation,
    short: { texts: sessionWords['formation-session-1h'], channels: ['push', 'whatsapp'] },
  },
  'formation-session-15m': {
    ...formation,
    inApp: { type: 'formation_session', severity: 'info', texts: sessionWords['formation-session-15m'] },
  },
  'coaching-session-30m': {
    subjectKind: 'coaching.session',
    category: 'coaching',
    audience: 'member',
    inApp: { type: 'coaching_session', severity: 'info', texts: sessionWords['coaching-session-30m'] },
    mail: 'coaching-session-30m',
  },
};

/** What each reminder is told through: a calendar only says when. */
export const reminderAnnouncements = {
  ...Object.fromEntries([...ofSubscriptions, ...ofLoans]),
  ...ofSessions,
} as Record<ReminderName, Announcement>;
