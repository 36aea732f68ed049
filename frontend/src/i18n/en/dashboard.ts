import type { ActivityKind, DashboardWidgets, QuickAction } from '@calmness/contracts';
import type { dashboard as french } from '../fr/dashboard';

const activity: Record<ActivityKind, (subject: string) => string> = {
  registered: () => 'You joined the academy',
  email_verified: () => 'E-mail address confirmed',
  profile_completed: () => 'Profile completed',
  payment_declared: (subject) => `Order recorded ${subject}`,
  payment_validated: (subject) => `Payment validated ${subject}`,
  payment_rejected: (subject) => `Payment rejected ${subject}`,
  subscription_activated: (subject) => `Subscription activated ${subject}`,
  invoice_issued: (subject) => `Invoice issued ${subject}`,
};
const figures: Record<keyof DashboardWidgets, string> = {
  formations_active: 'Active courses',
  formations_completed: 'Completed courses',
  formations_upcoming: 'Upcoming courses',
  signals_active: 'Active signals',
  signals_profit_r: 'Signal profit',
  signals_win_rate: 'Win rate',
  notifications_unread: 'Unread notifications',
  subscriptions_active: 'Active subscriptions',
  subscriptions_days_left: 'Days left',
  payments_total_cents: 'Total paid',
  payments_this_month_cents: 'Paid this month',
};
const actions: Record<QuickAction['code'], string> = {
  complete_profile: 'Complete my profile',
  choose_plan: 'Choose a plan',
  renew: 'Extend my subscription',
  see_pending_payment: 'See my pending payment',
  read_notifications: 'Read my notifications',
};

export const dashboard: typeof french = {
  welcome: (name) => `Hello ${name}`,
  welcomeAnonymous: 'Hello',
  lead: 'Here is where you stand.',
  figuresTitle: 'Your figures',
  figures,
  noFiguresTitle: 'Your figures are coming',
  noFiguresReason: 'They will show here with your first subscription.',
  activityTitle: 'Recent activity',
  activity,
  noActivityTitle: 'Nothing yet',
  noActivityReason: 'What you do here will leave a trace, in order.',
  nextTitle: 'Next payment',
  nextDue: (day) => `Due on ${day}`,
  nextAction: 'Extend',
  noNext: 'No payment ahead.',
  actionsTitle: 'Quick actions',
  actions,
};
