import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';
import { BeginErasures } from './privacy/application/begin-erasures';
import { BuildExports } from './privacy/application/build-exports';
import { ExpireExports } from './privacy/application/expire-exports';
import { FindBlockers } from './privacy/application/find-blockers';
import { RetireInactive } from './privacy/application/retire-inactive';
import { RunErasures } from './privacy/application/run-erasures';
import { WriteArchive } from './privacy/application/write-archive';
import { DataExportJobs } from './privacy/jobs/data-export.jobs';
import { ErasureJobs } from './privacy/jobs/erasure.jobs';
import { EndDiscordGrants } from './linking/application/end-discord-grants';
import { KeepDiscordGrants } from './linking/application/keep-discord-grants';
import { DiscordGrantsTicks } from './linking/jobs/discord-grants.ticks';
import { OnMessages } from './linking/jobs/on-messages';
import { OnBillingFacts } from './profile/jobs/on-billing-facts';
import { TidyAvatarsTick } from './profile/jobs/tidy-avatars.tick';
import { OnMemberFacts } from './profile/jobs/on-member-facts';
import { OnSubscriptionFacts } from './settings/jobs/on-subscription-facts';
import { ForgetOldTracesTick } from './access/jobs/forget-old-traces.tick';

/** What exports and erasures are made of: they ask every domain, so only the worker has them. */
const privacy = [
  BeginErasures,
  BuildExports,
  DataExportJobs,
  ErasureJobs,
  ExpireExports,
  FindBlockers,
  RetireInactive,
  RunErasures,
  WriteArchive,
];

/** Links made by messages, and what asks Discord; the composition root provides DiscordOAuth. */
const linking = [DiscordGrantsTicks, EndDiscordGrants, KeepDiscordGrants, OnMessages];

/** Handlers and ticks of people, for the worker. */
@Module({
  imports: [AccountsModule],
  providers: [
    OnMemberFacts,
    OnBillingFacts,
    OnSubscriptionFacts,
    ForgetOldTracesTick,
    TidyAvatarsTick,
    ...privacy,
    ...linking,
  ],
})
export class AccountsJobsModule {}
