import type { NotificationType } from '@calmness/contracts';
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
  security: 'Security',
  privacy: 'Personal data',
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
};
