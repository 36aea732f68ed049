import type { NotificationCategory } from '@calmness/contracts';

export const notificationFilters = ['all', 'unread', 'read', 'snoozed', 'archived'] as const;
export type NotificationFilter = (typeof notificationFilters)[number];

const queries: Record<NotificationFilter, string> = {
  all: 'folder=inbox',
  unread: 'status=unread',
  read: 'status=read',
  snoozed: 'folder=snoozed',
  archived: 'folder=archived',
};

/** What the server is asked for a tab and a subject. */
export function listQuery(filter: NotificationFilter, category: NotificationCategory | null): string {
  return category ? `${queries[filter]}&category=${category}` : queries[filter];
}
