import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsDashboardSlice } from './application/accounts-dashboard-slice';
import { AccountsReferenceData } from './application/accounts-reference-data';
import { ContactBook } from './application/contact-book';
import { CreateAdmin } from './application/create-admin';
import { CreateTestUser } from './application/create-test-user';
import { DemoPeople } from './application/demo-people';
import { LegalTexts } from './application/legal-texts';
import { MemberDirectory } from './application/member-directory';
import { MemberSubject } from './application/member-subject';
import { PaymentEligibility } from './application/payment-eligibility';
import { VerificationSubject } from './application/verification-subject';
import { ListMembers } from './application/list-members';
import { LogIn } from './application/log-in';
import { LogOut } from './application/log-out';
import { NoteActivity } from './application/note-activity';
import { OpenAccount } from './application/open-account';
import { PasswordHasher } from './application/password-hasher';
import { PurgeSessions } from './application/purge-sessions';
import { ReadMember } from './application/read-member';
import { RecomputeEligibility } from './application/recompute-eligibility';
import { RefreshSession } from './application/refresh-session';
import { RegisterMember } from './application/register-member';
import { RequestVerification } from './application/request-verification';
import { ResendVerification } from './application/resend-verification';
import { UpdateProfile } from './application/update-profile';
import { VerificationLinks } from './application/verification-links';
import { VerifyEmail } from './application/verify-email';
import { ActivityEntity } from './persistence/activity.entity';
import { ActivityRepository } from './persistence/activity.repository';
import { AddressProofEntity } from './persistence/address-proof.entity';
import { AddressProofRepository } from './persistence/address-proof.repository';
import { LegalAcceptanceEntity } from './persistence/legal-acceptance.entity';
import { LegalAcceptanceRepository } from './persistence/legal-acceptance.repository';
import { LegalTextEntity } from './persistence/legal-text.entity';
import { LegalTextRepository } from './persistence/legal-text.repository';
import { MemberEntity } from './persistence/member.entity';
import { MemberRepository } from './persistence/member.repository';
import { SessionRepository } from './persistence/session.repository';
import { SessionEntity } from './persistence/session.entity';
import { SessionTokenEntity } from './persistence/session-token.entity';

const repositories = [
  ActivityRepository,
  AddressProofRepository,
  LegalAcceptanceRepository,
  LegalTextRepository,
  MemberRepository,
  SessionRepository,
];

/** What only our own routes and handlers ask for. */
const internals = [
  ListMembers,
  LogIn,
  LogOut,
  NoteActivity,
  PurgeSessions,
  ReadMember,
  RecomputeEligibility,
  RefreshSession,
  RegisterMember,
  ResendVerification,
  UpdateProfile,
  VerifyEmail,
];

const collaborators = [OpenAccount, PasswordHasher, RequestVerification, VerificationLinks];

/** What other modules and the composition roots may ask for. */
const door = [
  AccountsDashboardSlice,
  AccountsReferenceData,
  ContactBook,
  CreateAdmin,
  CreateTestUser,
  DemoPeople,
  LegalTexts,
  MemberDirectory,
  MemberSubject,
  PaymentEligibility,
  VerificationSubject,
];

/** People: use cases and persistence, for all processes. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ActivityEntity,
      AddressProofEntity,
      LegalAcceptanceEntity,
      LegalTextEntity,
      MemberEntity,
      SessionEntity,
      SessionTokenEntity,
    ]),
  ],
  providers: [...repositories, ...collaborators, ...internals, ...door],
  exports: [...internals, ...door],
})
export class AccountsModule {}
