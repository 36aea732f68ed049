import { Module, type DynamicModule } from '@nestjs/common';
import {
  AccountsDashboardSlice,
  AccountsFileSection,
  AccountsHttpModule,
  AccountsModule,
  FeatureFlags,
  LivingSessions,
  MemberSearchSource,
  UpcomingErasures,
  AccountsPersonalData,
} from '@calmness/accounts';
import {
  BillingDashboardSlice,
  BillingFileSection,
  BillingHttpModule,
  BillingModule,
  BillingPersonalData,
  BillingSearchSource,
  BillingWalletSection,
  MentionsEnding,
  PaymentsToValidate,
  RefundsToApprove,
  RequestsToHandle,
} from '@calmness/billing';
import {
  DeliveryAlerts,
  NotificationsDashboardSlice,
  NotificationsFileSection,
  NotificationsHttpModule,
  NotificationsModule,
  NotificationsPersonalData,
  UpcomingDeliveries,
  UpcomingReminders,
} from '@calmness/notifications';
import { AuditHttpModule } from '@calmness/platform/audit';
import { AuthHttpModule, AuthModule } from '@calmness/platform/auth';
import { ClockModule } from '@calmness/platform/clock';
import { PersonalDataModule } from '@calmness/platform/composition';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { DatabaseModule } from '@calmness/platform/database';
import { EventsHttpModule, EventsModule } from '@calmness/platform/events';
import { FilesHttpModule, FilesModule } from '@calmness/platform/files';
import { HealthHttpModule } from '@calmness/platform/health';
import { HttpModule } from '@calmness/platform/http';
import { LiveHttpModule, LiveModule } from '@calmness/platform/live';
import { ObservabilityModule } from '@calmness/platform/observability';
import { VendorsModule } from '@calmness/platform/vendors';
import { MailboxHttpModule, MailModule } from '@calmness/platform/vendors/smtp';
import { DashboardComposer, dashboardSlices } from './compose/dashboard-composer';
import { DashboardController } from './compose/dashboard.controller';
import { DayQueueComposer, DayQueueController, dayQueueSources } from './compose/day-queue.controller';
import {
  MemberFileComposer,
  MemberFileController,
  memberFileSections,
} from './compose/member-file.controller';
import { SearchComposer, SearchController, searchSources } from './compose/search.controller';
import { RehearsalComposer, RehearsalController, upcomingEffects } from './compose/rehearsal.controller';
import { WalletComposer, WalletController, walletSections } from './compose/wallet.controller';
import { ParkedEventsSource } from './compose/parked-events.source';
import { SilentSchedulerSource } from './compose/silent-scheduler.source';

/** What stands between a member and his erasure is asked from every domain; the erasing is the worker's. */
const personalData = PersonalDataModule.of({
  imports: [AccountsModule, BillingModule, NotificationsModule],
  sources: [AccountsPersonalData, BillingPersonalData, NotificationsPersonalData],
});

/** Gathers providers into the list a composer is given. */
const listed = (...pieces: unknown[]): unknown[] => pieces;

/** HTTP over every module's core: writes outbox rows, never consumes a queue, never runs a cron. */
@Module({
  imports: [
    AccountsModule,
    AccountsHttpModule,
    BillingModule,
    BillingHttpModule,
    NotificationsModule,
    NotificationsHttpModule,
  ],
  controllers: [
    DashboardController,
    DayQueueController,
    MemberFileController,
    RehearsalController,
    SearchController,
    WalletController,
  ],
  providers: [
    DashboardComposer,
    DayQueueComposer,
    MemberFileComposer,
    RehearsalComposer,
    SearchComposer,
    WalletComposer,
    ParkedEventsSource,
    SilentSchedulerSource,
    {
      provide: dashboardSlices,
      inject: [AccountsDashboardSlice, BillingDashboardSlice, NotificationsDashboardSlice],
      useFactory: listed,
    },
    {
      provide: memberFileSections,
      inject: [AccountsFileSection, BillingFileSection, NotificationsFileSection],
      useFactory: listed,
    },
    { provide: walletSections, inject: [BillingWalletSection], useFactory: listed },
    {
      provide: upcomingEffects,
      inject: [UpcomingErasures, UpcomingReminders, UpcomingDeliveries],
      useFactory: listed,
    },
    { provide: searchSources, inject: [MemberSearchSource, BillingSearchSource], useFactory: listed },
    {
      provide: dayQueueSources,
      inject: [
        PaymentsToValidate,
        RefundsToApprove,
        RequestsToHandle,
        ParkedEventsSource,
        SilentSchedulerSource,
        DeliveryAlerts,
        MentionsEnding,
      ],
      useFactory: listed,
    },
  ],
})
export class ApiModule {
  static of(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        ObservabilityModule,
        DatabaseModule,
        AuthModule,
        AuthHttpModule.of({
          sessions: LivingSessions,
          flags: FeatureFlags,
          imports: [AccountsModule, AccountsHttpModule],
        }),
        EventsModule,
        EventsHttpModule,
        FilesModule,
        FilesHttpModule,
        LiveModule,
        LiveHttpModule,
        MailModule,
        VendorsModule,
        HttpModule,
        HealthHttpModule,
        AuditHttpModule,
        personalData,
        ...(config.isProduction ? [] : [MailboxHttpModule]),
      ],
    };
  }
}
