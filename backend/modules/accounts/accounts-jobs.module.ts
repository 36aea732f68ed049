import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';
import { OnBillingFacts } from './profile/jobs/on-billing-facts';
import { OnMemberFacts } from './profile/jobs/on-member-facts';
import { PurgeSessionsTick } from './access/jobs/purge-sessions.tick';

/** Handlers and ticks of people, for the worker. */
@Module({ imports: [AccountsModule], providers: [OnMemberFacts, OnBillingFacts, PurgeSessionsTick] })
export class AccountsJobsModule {}
