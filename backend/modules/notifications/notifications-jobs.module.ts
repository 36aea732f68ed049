import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { Announce } from './announcements/application/announce';
import { ChooseChannels } from './announcements/application/choose-channels';
import { ComposeMail } from './delivery/application/compose-mail';
import { Reconsider } from './delivery/application/reconsider';
import { SendDelivery } from './delivery/application/send-delivery';
import { SendDue } from './delivery/application/send-due';
import { ChannelSenders, type ChannelSender } from './delivery/channels/channel-sender';
import { DiscordChannel } from './delivery/channels/discord-channel';
import { MailChannel } from './delivery/channels/mail-channel';
import { PushChannel } from './delivery/channels/push-channel';
import { TelegramChannel } from './delivery/channels/telegram-channel';
import { WhatsAppChannel } from './delivery/channels/whatsapp-channel';
import { GatherDigests } from './digest/application/gather-digests';
import { DigestTick } from './jobs/digest.tick';
import { FollowZone } from './reminders/application/follow-zone';
import { ProcessSubscriptions } from './reminders/application/process-subscriptions';
import { RehearseDue } from './reminders/application/rehearse-due';
import { RemindDue } from './reminders/application/remind-due';
import { TakeAnchor } from './reminders/application/take-anchor';
import { OnAnchors } from './jobs/on-anchors';
import { OnAccountFacts } from './jobs/on-account-facts';
import { OnLinkingFacts } from './jobs/on-linking-facts';
import { OnBillingFacts } from './jobs/on-billing-facts';
import { OnSecurityFacts } from './jobs/on-security-facts';
import { OnTroubles } from './jobs/on-troubles';
import { OnPrivacyFacts } from './jobs/on-privacy-facts';
import { SendTick } from './jobs/send.tick';
import { UnderstandTick } from './jobs/understand.tick';
import { UnderstandEvents } from './ingress/application/understand-events';
import { Receipts } from './ingress/persistence/receipts';
import { WakeSnoozedTick } from './jobs/wake-snoozed.tick';
import { NotificationsModule } from './notifications.module';

const channels = [MailChannel, WhatsAppChannel, TelegramChannel, DiscordChannel, PushChannel];
const senders = {
  provide: ChannelSenders,
  inject: channels,
  useFactory: (...all: ChannelSender[]) => new ChannelSenders(all),
};

/** Handlers and senders, for the worker. */
@Module({
  imports: [AccountsModule, NotificationsModule],
  providers: [
    Announce,
    ChooseChannels,
    ComposeMail,
    Reconsider,
    SendDelivery,
    SendDue,
    ...channels,
    senders,
    GatherDigests,
    DigestTick,
    FollowZone,
    RemindDue,
    RehearseDue,
    ProcessSubscriptions,
    TakeAnchor,
    OnAccountFacts,
    OnAnchors,
    OnLinkingFacts,
    OnBillingFacts,
    OnSecurityFacts,
    OnPrivacyFacts,
    OnTroubles,
    SendTick,
    Receipts,
    UnderstandEvents,
    UnderstandTick,
    WakeSnoozedTick,
  ],
})
export class NotificationsJobsModule {}
