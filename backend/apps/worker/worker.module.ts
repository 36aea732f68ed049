import { Module, type DynamicModule } from '@nestjs/common';
import {
  AccountsJobsModule,
  AccountsModule,
  EmailChangeSubject,
  MemberSubject,
  SecretLinkSubject,
  SessionSubject,
} from '@calmness/accounts';
import {
  BillingJobsModule,
  BillingModule,
  InvoiceSubject,
  PaymentSubject,
  SubscriptionSubject,
} from '@calmness/billing';
import { NotificationsJobsModule, NotificationsModule } from '@calmness/notifications';
import { AuthModule } from '@calmness/platform/auth';
import { ClockModule } from '@calmness/platform/clock';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { DatabaseModule } from '@calmness/platform/database';
import { CatalogueCheck, EventsModule, EventsWorkerModule } from '@calmness/platform/events';
import { FilesModule } from '@calmness/platform/files';
import { Heartbeat, ObservabilityModule } from '@calmness/platform/observability';
import { PdfModule } from '@calmness/platform/pdf';
import { SubjectsModule } from '@calmness/platform/subjects';
import { MailModule } from '@calmness/platform/vendors/smtp';

const subjects = SubjectsModule.of({
  imports: [AccountsModule, BillingModule],
  sources: [
    EmailChangeSubject,
    InvoiceSubject,
    MemberSubject,
    PaymentSubject,
    SecretLinkSubject,
    SessionSubject,
    SubscriptionSubject,
  ],
});

/** Every module's core and jobs: relay, handlers, ticks, PDF. Has no routes. */
@Module({
  imports: [
    AccountsModule,
    AccountsJobsModule,
    BillingModule,
    BillingJobsModule,
    NotificationsModule,
    NotificationsJobsModule,
  ],
  providers: [CatalogueCheck, Heartbeat],
})
export class WorkerModule {
  static of(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        ObservabilityModule,
        DatabaseModule,
        AuthModule,
        EventsModule,
        EventsWorkerModule,
        FilesModule,
        PdfModule,
        MailModule,
        subjects,
      ],
    };
  }
}
