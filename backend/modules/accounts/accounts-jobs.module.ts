import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';
import { OnBillingFacts } from './jobs/on-billing-facts';
import { OnMemberFacts } from './jobs/on-member-facts';
import { PurgeSessionsTick } from './jobs/purge-sessions.tick';

/** Handlers and ticks of people, for the worker. */
@Module({ imports: [AccountsModule], providers: [OnMemberFacts, OnBillingFacts, PurgeSessionsTick] })
export class AccountsJobsModule {}
