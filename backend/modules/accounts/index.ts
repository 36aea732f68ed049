export { AccountsModule } from './accounts.module';
export { AccountsHttpModule } from './accounts-http.module';
export { Throttle } from './access/application/throttle';
export { deviceName } from './access/domain/client';
export { LivingSessions } from './access/http/living-sessions';
export { AccountsJobsModule } from './accounts-jobs.module';
export { Audiences, type Audience } from './directory/application/audiences';
export { ContactBook, type Contact } from './directory/application/contact-book';
export {
  MemberDirectory,
  type MemberName,
  type MemberSummary,
} from './directory/application/member-directory';
export { PaymentEligibility } from './profile/application/payment-eligibility';
export type { Eligibility } from './profile/domain/eligibility';
export { LegalTexts, type LegalText, type LegalTextTitle } from './legal/application/legal-texts';
export { AccountsDemoData } from './application/accounts-demo-data';
export { AccountsDashboardSlice } from './application/accounts-dashboard-slice';
export { AccountsReferenceData } from './application/accounts-reference-data';
export { AccountsFileSection } from './directory/application/accounts-file-section';
export { MemberFile } from './directory/application/member-file';
export { MemberSearchSource } from './directory/application/member-search-source';
export { FileOpeningDto } from './directory/http/governance.dto';
export { MemberRowDto } from './directory/http/members.dto';
export { MemberSubject } from './directory/application/member-subject';
export { SecretLinkSubject } from './access/application/secret-link-subject';
export { EmailChangeSubject } from './access/application/email-change-subject';
export { ExternalAccountSubject } from './linking/application/external-account-subject';
export { WhatsAppProofSubject } from './linking/application/whatsapp-proof-subject';
export { SessionSubject } from './access/application/session-subject';
export { DemoPeople, type DemoPerson } from './application/demo-people';
export { CreateAdmin, type CreateAdminCommand } from './access/application/create-admin';
export { ResetTwoFactor } from './access/application/reset-two-factor';
export { CreateTestUser } from './access/application/create-test-user';
export { OrganisationSettings, type Organisation } from './settings/application/organisation-settings';
export { FeatureFlags } from './settings/application/feature-flags';
export { AccessLedger, type AccessNote } from './privacy/application/access-ledger';
export { AccountsPersonalData } from './privacy/application/accounts-personal-data';
export { CancelErasure } from './privacy/application/cancel-erasure';
export { UpcomingErasures } from './privacy/application/upcoming-erasures';
export { ErasureSubject } from './privacy/application/erasure-subject';
export { ExportSubject } from './privacy/application/export-subject';
export { InactivitySubject } from './privacy/application/inactivity-subject';
export { ScheduleErasure, type ScheduleErasureCommand } from './privacy/application/schedule-erasure';
