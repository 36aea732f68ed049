export { NotificationsModule } from './notifications.module';
export { NotificationsHttpModule } from './notifications-http.module';
export { NotificationsJobsModule } from './notifications-jobs.module';
export { NotificationsDashboardSlice } from './inbox/application/notifications-dashboard-slice';
export { NotificationsPersonalData } from './application/notifications-personal-data';
export { NotificationsFileSection } from './application/notifications-file-section';
export { UpcomingReminders } from './reminders/application/upcoming-reminders';
export { ProcessSubscriptions } from './reminders/application/process-subscriptions';
export type { DecidedReminder } from './reminders/application/remind-due';
