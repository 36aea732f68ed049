import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@calmness/accounts';
import { NotificationsFileSection } from './application/notifications-file-section';
import { NotificationsPersonalData } from './application/notifications-personal-data';
import { IntentEntity } from './announcements/persistence/intent.entity';
import { IntentRepository } from './announcements/persistence/intent.repository';
import { DeliveryEntity } from './delivery/persistence/delivery.entity';
import { DigestEntity } from './delivery/persistence/digest.entity';
import { DeliveryRepository } from './delivery/persistence/delivery.repository';
import { WhatsAppTemplates } from './delivery/persistence/whatsapp-templates';
import { DigestSubject } from './digest/application/digest-subject';
import { DigestRepository } from './digest/persistence/digest.repository';
import { NotificationsDashboardSlice } from './inbox/application/notifications-dashboard-slice';
import { ChangeInbox } from './inbox/application/change-inbox';
import { PutAside } from './inbox/application/put-aside';
import { ProviderEvents } from './ingress/persistence/provider-events';
import { ReadInbox } from './inbox/application/read-inbox';
import { TidyInbox } from './inbox/application/tidy-inbox';
import { SubscribeBrowser } from './places/application/subscribe-browser';
import { PushSubscriptions } from './places/application/push-subscriptions';
import { AddressStates } from './places/persistence/address-states';
import { WriteInbox } from './inbox/application/write-inbox';
import { ChannelObstacles } from './preferences/application/channel-obstacles';
import { Preferences } from './preferences/application/preferences';
import { QuietTimes } from './preferences/application/quiet-times';
import { UnsubscribeLinks } from './preferences/application/unsubscribe-links';
import { PreferenceEntity } from './preferences/persistence/preference.entity';
import { UpcomingReminders } from './reminders/application/upcoming-reminders';
import { ReminderAnchorEntity } from './reminders/persistence/reminder-anchor.entity';
import { ReminderEntity } from './reminders/persistence/reminder.entity';
import { ReminderRepository } from './reminders/persistence/reminder.repository';
import { NotificationEntity } from './inbox/persistence/notification.entity';
import { NotificationRepository } from './inbox/persistence/notification.repository';

const shared = [
  DigestRepository,
  DigestSubject,
  IntentRepository,
  ProviderEvents,
  AddressStates,
  PushSubscriptions,
  SubscribeBrowser,
  ChannelObstacles,
  QuietTimes,
  WhatsAppTemplates,
  NotificationRepository,
  DeliveryRepository,
  ReminderRepository,
  ReadInbox,
  TidyInbox,
  ChangeInbox,
  PutAside,
  WriteInbox,
  NotificationsDashboardSlice,
  NotificationsFileSection,
  Preferences,
  UnsubscribeLinks,
  UpcomingReminders,
  NotificationsPersonalData,
];

@Module({
  imports: [
    AccountsModule,
    TypeOrmModule.forFeature([
      DeliveryEntity,
      DigestEntity,
      IntentEntity,
      NotificationEntity,
      PreferenceEntity,
      ReminderAnchorEntity,
      ReminderEntity,
    ]),
  ],
  providers: shared,
  exports: shared,
})
export class NotificationsModule {}
