import type { NotificationType, ReminderSwitch } from '@calmness/contracts';
import type { notifications as french } from '../fr/notifications';
import { counting } from '../plural';

const count = counting('en');

const types: Record<NotificationType, string> = {
  welcome: 'Welcome',
  subscription_activated: 'Subscription',
  subscription_expiring: 'Subscription ending',
  subscription_expired: 'Subscription ended',
  payment_pending: 'Payment pending',
  payment_received: 'Payment received',
  payment_rejected: 'Payment rejected',
  payment_to_validate: 'To validate',
  invoice_issued: 'Invoice',
  formation_session: 'Formation session',
  coaching_session: 'Coaching',
  loan_due: 'Equipment to return',
  loan_overdue: 'Loan overdue',
  security: 'Security',
  privacy: 'Personal data',
};

const loanReminders: Record<ReminderSwitch, { name: string; hint: string }> = {
  'loan.-2d': { name: 'Two days before', hint: 'At 9 a.m.' },
  'loan.-1d': { name: 'The day before', hint: 'At 9 a.m.' },
  'loan.0d': { name: 'On the day of the return', hint: 'At 8 a.m.' },
  'loan.-2h': { name: 'Two hours before', hint: 'For loans of thirty days at most.' },
};

export const notifications: typeof french = {
  title: 'My notifications',
  lead: (unread) =>
    unread === 0 ? 'Everything is read.' : count(unread, 'unread notification', 'unread notifications'),
  filterLegend: 'Filter the notifications',
  filters: { all: 'All', unread: 'Unread', read: 'Read' },
  types,
  unread: 'Unread',
  open: 'Open',
  markRead: (title) => `Mark as read: ${title}`,
  markReadShort: 'Mark as read',
  remove: (title) => `Delete: ${title}`,
  removeShort: 'Delete',
  markAll: 'Mark all as read',
  clearRead: 'Delete the read ones',
  clearAsk: {
    title: 'Delete all read notifications?',
    body: 'Unread notifications stay. This cannot be undone.',
    confirm: 'Delete the read ones',
    cancel: 'Keep them',
  },
  allMarked: 'All notifications are read.',
  cleared: (n) => `${count(n, 'notification deleted', 'notifications deleted')}.`,
  removed: 'Notification deleted.',
  empty: {
    all: { title: 'No notification', reason: 'We will write to you here as soon as something happens.' },
    unread: { title: 'Everything is read', reason: 'You are up to date. Enjoy the calm.' },
    read: { title: 'No read notification', reason: 'Those you read are kept here.' },
  },
  backToDashboard: 'Back to the dashboard',
  preferences: {
    title: 'What I receive',
    lead: 'Choose by subject and by channel. What security or the law asks for is always sent.',
    open: 'Choose what I receive',
    back: 'My notifications',
    channel: (name: string) => `Channel: ${name}`,
    channels: {
      in_app: 'In my space',
      email: 'E-mail',
      whatsapp: 'WhatsApp',
      telegram: 'Telegram',
      discord: 'Private message on Discord',
      push: 'Notification on the device',
    },
    categories: {
      security: { name: 'Security and account', what: 'Logins, password, personal data.' },
      billing: { name: 'Payments and invoices', what: 'Orders, validations, invoices.' },
      subscription: {
        name: 'Subscription reminders',
        what: 'Before the end of access, and three days after.',
      },
      formations: { name: 'Formations', what: 'Sessions ahead, moved or cancelled.' },
      coaching: { name: 'Coaching', what: 'Bookings and session reminders.' },
      loans: { name: 'Equipment loans', what: 'The loan, reminders of the return, delays.' },
      signals: { name: 'Signals', what: 'Publication and closing.' },
      support: { name: 'Support messages', what: 'Answers to your questions.' },
      staff: { name: 'Work of the team', what: 'What waits for a decision.' },
      news: { name: 'Life of the academy', what: 'Welcome and news.' },
      offers: { name: 'Offers', what: 'Promotions. Nothing without your consent.' },
    },
    loans: {
      title: 'Loan reminders',
      lead: 'Keep those that help you. A delay is always told.',
      reminders: loanReminders,
    },
    mandatory: 'Always sent',
    cell: (category: string, channel: string) => `${category}, ${channel}`,
    saved: 'Your choice is saved.',
  },
  unsubscribe: {
    title: 'No longer receive these e-mails?',
    lead: (category: string) => `You will get no more e-mails: ${category}. They stay visible in your space.`,
    button: 'Stop them',
    done: 'Noted. You will not get these e-mails any more.',
    wrong: 'This link does not work.',
    back: 'Back to the first page',
  },
};
