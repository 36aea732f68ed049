import type { ModuleMetadata } from '@nestjs/common';
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
  InvoiceChainSubject,
  InvoiceDocumentSubject,
  InvoiceSubject,
  CancellationSubject,
  ContractRequestSubject,
  PaymentSubject,
  SubscriptionSubject,
} from '@calmness/billing';
import {
  BroadcastSubject,
  AlertSubject,
  DigestSubject,
  NotificationsJobsModule,
  NotificationsModule,
  NotificationsPersonalData,
  SampleSubject,
} from '@calmness/notifications';
import { AuthModule } from '@calmness/platform/auth';
import { ClockModule } from '@calmness/platform/clock';
import { PersonalDataModule } from '@calmness/platform/composition';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { DatabaseModule } from '@calmness/platform/database';
import { EventsModule, ParkedEventSubject } from '@calmness/platform/events';
import { FilesModule } from '@calmness/platform/files';
import { LiveModule } from '@calmness/platform/live';
import { ObservabilityModule } from '@calmness/platform/observability';
import { PdfModule } from '@calmness/platform/pdf';
import { SubjectsModule } from '@calmness/platform/subjects';
import { VendorsModule } from '@calmness/platform/vendors';
import { MailModule } from '@calmness/platform/vendors/smtp';

type Imports = NonNullable<ModuleMetadata['imports']>;

const subjects = SubjectsModule.of({
  imports: [AccountsModule, BillingModule, EventsModule, NotificationsModule],
  sources: [
    BroadcastSubject,
    AlertSubject,
    CancellationSubject,
    ContractRequestSubject,
    DigestSubject,
    EmailChangeSubject,
    ErasureSubject,
    ExportSubject,
    ExternalAccountSubject,
    InactivitySubject,
    InvoiceChainSubject,
    InvoiceDocumentSubject,
    InvoiceSubject,
    MemberSubject,
    ParkedEventSubject,
    PaymentSubject,
    SampleSubject,
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

/** Every module's core and jobs: whoever composes them does what a worker does. */
export const domainJobs: Imports = [
  AccountsModule,
  AccountsJobsModule,
  BillingModule,
  BillingJobsModule,
  NotificationsModule,
  NotificationsJobsModule,
];

/** What those jobs stand on, but for who wakes them: queues and crons in a worker, a person in the command line. */
export function workerPlatform(config: Config): Imports {
  return [
    ConfigModule.of(config),
    ClockModule,
    ObservabilityModule,
    DatabaseModule,
    AuthModule,
    EventsModule,
    FilesModule,
    LiveModule,
    PdfModule,
    MailModule,
    VendorsModule,
    subjects,
    personalData,
  ];
}
