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
import { ActivityEntity } from './persistence/activity.entity';
import { ActivityRepository } from './persistence/activity.repository';
import { AddressProofEntity } from './persistence/address-proof.entity';
import { AddressProofRepository } from './persistence/address-proof.repository';
import { LegalAcceptanceEntity } from './persistence/legal-acceptance.entity';
import { LegalTextEntity } from './persistence/legal-text.entity';
import { LegalTextRepository } from './persistence/legal-text.repository';
import { MemberEntity } from './persistence/member.entity';
import { MemberRepository } from './persistence/member.repository';
import { SessionEntity } from './persistence/session.entity';
import { SessionTokenEntity } from './persistence/session-token.entity';

const repositories = [ActivityRepository, AddressProofRepository, LegalTextRepository, MemberRepository];

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
  providers: [...repositories, ...door],
  exports: [...door],
})
export class AccountsModule {}
