import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';
import { OnBillingFacts } from './profile/jobs/on-billing-facts';
import { OnMemberFacts } from './profile/jobs/on-member-facts';
import { OnSubscriptionFacts } from './settings/jobs/on-subscription-facts';
import { ForgetOldTracesTick } from './access/jobs/forget-old-traces.tick';

/** Handlers and ticks of people, for the worker. */
@Module({
  imports: [AccountsModule],
  providers: [OnMemberFacts, OnBillingFacts, OnSubscriptionFacts, ForgetOldTracesTick],
})
export class AccountsJobsModule {}
