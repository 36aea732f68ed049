import type { Floor } from '../floor';
import { CancelEmailChange } from './application/cancel-email-change';
import { ChangePassword } from './application/change-password';
import { ChoosePassword } from './application/choose-password';
import { ConfirmEmailChange } from './application/confirm-email-change';
import { ConfirmPassword } from './application/confirm-password';
import { CreateAdmin } from './application/create-admin';
import { CreateTestUser } from './application/create-test-user';
import { ResetTwoFactor } from './application/reset-two-factor';
import { DisableTwoFactor } from './application/disable-two-factor';
import { EmailChangeSubject } from './application/email-change-subject';
import { EnableTwoFactor } from './application/enable-two-factor';
import { EndSession } from './application/end-session';
import { ForgetOldTraces } from './application/forget-old-traces';
import { ListSessions } from './application/list-sessions';
import { LogIn } from './application/log-in';
import { LogInWithPasskey } from './application/log-in-with-passkey';
import { PasskeyCeremony } from './application/passkey-ceremony';
import { Passkeys } from './application/passkeys';
import { LogOut } from './application/log-out';
import { LoginAttempt } from './application/login-attempt';
import { OpenAccount } from './application/open-account';
import { OpenSession } from './application/open-session';
import { PasswordHasher } from './application/password-hasher';
import { ReadEmailChange } from './application/read-email-change';
import { ReadTwoFactor } from './application/read-two-factor';
import { RefreshSession } from './application/refresh-session';
import { RegisterMember } from './application/register-member';
import { RenewRecoveryCodes } from './application/renew-recovery-codes';
import { RequestEmailChange } from './application/request-email-change';
import { RequestPasswordReset } from './application/request-password-reset';
import { RequestVerification } from './application/request-verification';
import { ResendVerification } from './application/resend-verification';
import { ResetPassword } from './application/reset-password';
import { SecondFactor } from './application/second-factor';
import { SecretLinkSubject } from './application/secret-link-subject';
import { SecretLinks } from './application/secret-links';
import { SecureAccount } from './application/secure-account';
import { SessionSubject } from './application/session-subject';
import { SetUpTwoFactor } from './application/set-up-two-factor';
import { Throttle } from './application/throttle';
import { VerifyEmail } from './application/verify-email';
import { AddressProofEntity } from './persistence/address-proof.entity';
import { AddressProofRepository } from './persistence/address-proof.repository';
import { EmailChangeEntity } from './persistence/email-change.entity';
import { EmailChangeRepository } from './persistence/email-change.repository';
import { KnownDeviceEntity } from './persistence/known-device.entity';
import { KnownDeviceRepository } from './persistence/known-device.repository';
import { PasskeyEntity } from './persistence/passkey.entity';
import { PasskeyRepository } from './persistence/passkey.repository';
import { RecoveryCodeEntity } from './persistence/recovery-code.entity';
import { SessionTokenEntity } from './persistence/session-token.entity';
import { SessionEntity } from './persistence/session.entity';
import { SessionRepository } from './persistence/session.repository';
import { ThrottleEntity } from './persistence/throttle.entity';
import { ThrottleRepository } from './persistence/throttle.repository';
import { TwoFactorEntity } from './persistence/two-factor.entity';
import { TwoFactorRepository } from './persistence/two-factor.repository';

const repositories = [
  AddressProofRepository,
  EmailChangeRepository,
  KnownDeviceRepository,
  PasskeyRepository,
  SessionRepository,
  ThrottleRepository,
  TwoFactorRepository,
];
const gettingIn = [
  ForgetOldTraces,
  LogIn,
  LogInWithPasskey,
  LogOut,
  LoginAttempt,
  OpenAccount,
  OpenSession,
  RefreshSession,
  RegisterMember,
  Throttle,
];
const proofs = [
  ChangePassword,
  ChoosePassword,
  ConfirmPassword,
  DisableTwoFactor,
  EnableTwoFactor,
  PasskeyCeremony,
  Passkeys,
  PasswordHasher,
  ReadTwoFactor,
  RenewRecoveryCodes,
  RequestPasswordReset,
  RequestVerification,
  ResendVerification,
  ResetPassword,
  SecondFactor,
  SecretLinks,
  SetUpTwoFactor,
  VerifyEmail,
];
const keepingSafe = [
  CancelEmailChange,
  ConfirmEmailChange,
  EndSession,
  ListSessions,
  ReadEmailChange,
  RequestEmailChange,
  SecureAccount,
];

/** Getting in and staying safe: registration, proofs, login, second factor, sessions. */
export const accessFloor: Floor = {
  entities: [
    AddressProofEntity,
    EmailChangeEntity,
    KnownDeviceEntity,
    PasskeyEntity,
    RecoveryCodeEntity,
    SessionEntity,
    SessionTokenEntity,
    ThrottleEntity,
    TwoFactorEntity,
  ],
  inside: [...repositories, ...gettingIn, ...proofs, ...keepingSafe],
  door: [CreateAdmin, CreateTestUser, EmailChangeSubject, ResetTwoFactor, SecretLinkSubject, SessionSubject],
};
