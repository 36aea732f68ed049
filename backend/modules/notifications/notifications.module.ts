import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@calmness/accounts';
import { NotificationsDemoData } from './application/notifications-demo-data';
import { NotificationsFileSection } from './application/notifications-file-section';
import { NotificationsPersonalData } from './application/notifications-personal-data';
import { ChooseChannels } from './announcements/application/choose-channels';
import { IntentEntity } from './announcements/persistence/intent.entity';
import { IntentRepository } from './announcements/persistence/intent.repository';
import { BroadcastSubject } from './broadcast/application/broadcast-subject';
import { ForecastBroadcast } from './broadcast/application/forecast-broadcast';
import { ManageBroadcasts } from './broadcast/application/manage-broadcasts';
import { ReadBroadcasts } from './broadcast/application/read-broadcasts';
import { BroadcastRepository } from './broadcast/persistence/broadcast.repository';
import { BroadcastEntity, BroadcastRecipientEntity } from './broadcast/persistence/broadcast.entity';
import { ComposeMail } from './delivery/application/compose-mail';
import { ChannelSenders, type ChannelSender } from './delivery/channels/channel-sender';
import { DiscordChannel } from './delivery/channels/discord-channel';
import { MailChannel } from './delivery/channels/mail-channel';
import { PushChannel } from './delivery/channels/push-channel';
import { TelegramChannel } from './delivery/channels/telegram-channel';
import { WhatsAppChannel } from './delivery/channels/whatsapp-channel';
import { DeliveryEntity } from './delivery/persistence/delivery.entity';
import { PurgeLog } from './desk/application/purge-log';
import { OldRows } from './desk/persistence/old-rows';
import { AlertSubject } from './desk/application/alert-subject';
import { DeliveryAlerts } from './desk/application/delivery-alerts';
import { Alerts } from './desk/persistence/alerts';
import { Rings } from './delivery/persistence/rings';
import { Explain } from './desk/application/explain';
import { DeliveryDayEntity } from './desk/persistence/delivery-day.entity';
import { DigestEntity } from './delivery/persistence/digest.entity';
import { UpcomingDeliveries } from './delivery/application/upcoming-deliveries';
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
import { ConfigureWhatsApp } from './wording/application/configure-whatsapp';
import { EditWords } from './wording/application/edit-words';
import { PublishedWords } from './wording/application/published-words';
import { ReadWords } from './wording/application/read-words';
import { SampleSubject } from './wording/application/sample-subject';
import { SendTest } from './wording/application/send-test';
import { TestWhatsApp } from './wording/application/test-whatsapp';
import { WordingEntity } from './wording/persistence/wording.entity';
import { WordingRepository } from './wording/persistence/wording.repository';

/** Every way out of the house; only the worker's tick lets anything leave by them. */
const channels = [MailChannel, WhatsAppChannel, TelegramChannel, DiscordChannel, PushChannel];
const senders = {
  provide: ChannelSenders,
  inject: channels,
  useFactory: (...all: ChannelSender[]) => new ChannelSenders(all),
};

const shared = [
  ...channels,
  senders,
  BroadcastRepository,
  BroadcastSubject,
  ForecastBroadcast,
  ManageBroadcasts,
  ReadBroadcasts,
  ChooseChannels,
  ComposeMail,
  ConfigureWhatsApp,
  EditWords,
  PublishedWords,
  ReadWords,
  SampleSubject,
  SendTest,
  TestWhatsApp,
  WordingRepository,
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
  NotificationsDemoData,
  Alerts,
  AlertSubject,
  DeliveryAlerts,
  Rings,
  Explain,
  OldRows,
  PurgeLog,
  NotificationsFileSection,
  Preferences,
  UnsubscribeLinks,
  UpcomingDeliveries,
  UpcomingReminders,
  NotificationsPersonalData,
];

@Module({
  imports: [
    AccountsModule,
    TypeOrmModule.forFeature([
      BroadcastEntity,
      BroadcastRecipientEntity,
      DeliveryDayEntity,
      DeliveryEntity,
      DigestEntity,
      IntentEntity,
      NotificationEntity,
      PreferenceEntity,
      ReminderAnchorEntity,
      ReminderEntity,
      WordingEntity,
    ]),
  ],
  providers: shared,
  exports: shared,
})
export class NotificationsModule {}
