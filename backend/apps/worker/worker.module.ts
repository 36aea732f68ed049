import { Module, type DynamicModule } from '@nestjs/common';
import {
  AccountsJobsModule,
  AccountsModule,
  AccountsPersonalData,
  EmailChangeSubject,
  ErasureSubject,
  ExportSubject,
  ExternalAccountSubject,
  InactivitySubject,
  MemberSubject,
  SecretLinkSubject,
  SessionSubject,
  WhatsAppProofSubject,
} from '@calmness/accounts';
import {
  BillingJobsModule,
  BillingModule,
  BillingPersonalData,
  InvoiceSubject,
  PaymentSubject,
  SubscriptionSubject,
} from '@calmness/billing';
import {
  NotificationsJobsModule,
  NotificationsModule,
  NotificationsPersonalData,
} from '@calmness/notifications';
import { AuthModule } from '@calmness/platform/auth';
import { ClockModule } from '@calmness/platform/clock';
import { PersonalDataModule } from '@calmness/platform/composition';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { DatabaseModule } from '@calmness/platform/database';
import { CatalogueCheck, EventsModule, EventsWorkerModule } from '@calmness/platform/events';
import { FilesModule } from '@calmness/platform/files';
import { LiveModule } from '@calmness/platform/live';
import { Heartbeat, ObservabilityModule } from '@calmness/platform/observability';
import { PdfModule } from '@calmness/platform/pdf';
import { SubjectsModule } from '@calmness/platform/subjects';
import { VendorsModule } from '@calmness/platform/vendors';
import { MailModule } from '@calmness/platform/vendors/smtp';

const subjects = SubjectsModule.of({
  imports: [AccountsModule, BillingModule],
  sources: [
    EmailChangeSubject,
    ErasureSubject,
    ExportSubject,
    ExternalAccountSubject,
    InactivitySubject,
    InvoiceSubject,
    MemberSubject,
    PaymentSubject,
    SecretLinkSubject,
    SessionSubject,
    SubscriptionSubject,
    WhatsAppProofSubject,
  ],
});
const personalData = PersonalDataModule.of({
  imports: [AccountsModule, BillingModule, NotificationsModule],
  sources: [AccountsPersonalData, BillingPersonalData, NotificationsPersonalData],
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
        LiveModule,
        PdfModule,
        MailModule,
        VendorsModule,
        subjects,
        personalData,
      ],
    };
  }
}
