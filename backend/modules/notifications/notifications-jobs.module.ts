import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { Announce } from './announcements/application/announce';
import { SendBroadcasts } from './broadcast/application/send-broadcasts';
import { Reconsider } from './delivery/application/reconsider';
import { SendDelivery } from './delivery/application/send-delivery';
import { SendDue } from './delivery/application/send-due';
import { GatherDigests } from './digest/application/gather-digests';
import { DigestTick } from './jobs/digest.tick';
import { FollowZone } from './reminders/application/follow-zone';
import { ProcessSubscriptions } from './reminders/application/process-subscriptions';
import { RehearseDue } from './reminders/application/rehearse-due';
import { RemindDue } from './reminders/application/remind-due';
import { TakeAnchor } from './reminders/application/take-anchor';
import { BroadcastTick } from './jobs/broadcast.tick';
import { OnAnchors } from './jobs/on-anchors';
import { OnAccountFacts } from './jobs/on-account-facts';
import { OnContractFacts } from './jobs/on-contract-facts';
import { OnLinkingFacts } from './jobs/on-linking-facts';
import { OnBillingFacts } from './jobs/on-billing-facts';
import { OnSecurityFacts } from './jobs/on-security-facts';
import { OnTroubles } from './jobs/on-troubles';
import { OnPrivacyFacts } from './jobs/on-privacy-facts';
import { PurgeLogTick } from './jobs/purge-log.tick';
import { WatchTick } from './jobs/watch.tick';
import { Watch } from './desk/application/watch';
import { TroubleFigures } from './desk/persistence/trouble-figures';
import { SendTick } from './jobs/send.tick';
import { UnderstandTick } from './jobs/understand.tick';
import { UnderstandEvents } from './ingress/application/understand-events';
import { MailReceipts } from './ingress/application/mail-receipts';
import { Receipts } from './ingress/persistence/receipts';
import { WakeSnoozedTick } from './jobs/wake-snoozed.tick';
import { NotificationsModule } from './notifications.module';

/** Handlers and senders, for the worker. */
@Module({
  imports: [AccountsModule, NotificationsModule],
  providers: [
    Announce,
    BroadcastTick,
    SendBroadcasts,
    Reconsider,
    SendDelivery,
    SendDue,
    GatherDigests,
    DigestTick,
    FollowZone,
    RemindDue,
    RehearseDue,
    ProcessSubscriptions,
    TakeAnchor,
    OnAccountFacts,
    OnAnchors,
    OnContractFacts,
    OnLinkingFacts,
    OnBillingFacts,
    OnSecurityFacts,
    OnPrivacyFacts,
    PurgeLogTick,
    TroubleFigures,
    Watch,
    WatchTick,
    OnTroubles,
    SendTick,
    MailReceipts,
    Receipts,
    UnderstandEvents,
    UnderstandTick,
    WakeSnoozedTick,
  ],
})
export class NotificationsJobsModule {}
