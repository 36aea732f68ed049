import type { Floor } from '../floor';
import { CreateAdmin } from './application/create-admin';
import { CreateTestUser } from './application/create-test-user';
import { LogIn } from './application/log-in';
import { LogOut } from './application/log-out';
import { OpenAccount } from './application/open-account';
import { PasswordHasher } from './application/password-hasher';
import { PurgeSessions } from './application/purge-sessions';
import { RefreshSession } from './application/refresh-session';
import { RegisterMember } from './application/register-member';
import { RequestVerification } from './application/request-verification';
import { ResendVerification } from './application/resend-verification';
import { VerificationLinks } from './application/verification-links';
import { VerificationSubject } from './application/verification-subject';
import { VerifyEmail } from './application/verify-email';
import { AddressProofEntity } from './persistence/address-proof.entity';
import { AddressProofRepository } from './persistence/address-proof.repository';
import { SessionTokenEntity } from './persistence/session-token.entity';
import { SessionEntity } from './persistence/session.entity';
import { SessionRepository } from './persistence/session.repository';

/** Getting in: registration, proof of the address, login, sessions. */
export const accessFloor: Floor = {
  entities: [AddressProofEntity, SessionEntity, SessionTokenEntity],
  inside: [
    AddressProofRepository,
    LogIn,
    LogOut,
    OpenAccount,
    PasswordHasher,
    PurgeSessions,
    RefreshSession,
    RegisterMember,
    RequestVerification,
    ResendVerification,
    SessionRepository,
    VerificationLinks,
    VerifyEmail,
  ],
  door: [CreateAdmin, CreateTestUser, VerificationSubject],
};
