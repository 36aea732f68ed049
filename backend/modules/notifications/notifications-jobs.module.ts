import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { Announce } from './announcements/application/announce';
import { ComposeMail } from './delivery/application/compose-mail';
import { SendDueMails } from './delivery/application/send-due-mails';
import { FollowZone } from './reminders/application/follow-zone';
import { ProcessSubscriptions } from './reminders/application/process-subscriptions';
import { RehearseDue } from './reminders/application/rehearse-due';
import { RemindDue } from './reminders/application/remind-due';
import { TakeAnchor } from './reminders/application/take-anchor';
import { OnAnchors } from './jobs/on-anchors';
import { OnAccountFacts } from './jobs/on-account-facts';
import { OnBillingFacts } from './jobs/on-billing-facts';
import { OnSecurityFacts } from './jobs/on-security-facts';
import { OnPrivacyFacts } from './jobs/on-privacy-facts';
import { SendMailsTick } from './jobs/send-mails.tick';
import { NotificationsModule } from './notifications.module';

/** Handlers and senders, for the worker. */
@Module({
  imports: [AccountsModule, NotificationsModule],
  providers: [
    Announce,
    ComposeMail,
    SendDueMails,
    FollowZone,
    RemindDue,
    RehearseDue,
    ProcessSubscriptions,
    TakeAnchor,
    OnAccountFacts,
    OnAnchors,
    OnBillingFacts,
    OnSecurityFacts,
    OnPrivacyFacts,
    SendMailsTick,
  ],
})
export class NotificationsJobsModule {}
