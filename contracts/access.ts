import type { IsoInstantText, UuidText } from './primitives';

/** A forgotten password: the same answer whether or not the address is known. */
export interface PasswordResetRequest {
  email: string;
}
export interface PasswordResetRequested {
  status: 'sent';
}
export interface PasswordResetConfirm {
  token: string;
  password: string;
}
export interface PasswordResetDone {
  status: 'changed';
}
export interface PasswordChange {
  current_password: string;
  new_password: string;
}

export const deviceKinds = ['phone', 'tablet', 'computer', 'unknown'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** One login on one browser. Where it happened is a country at most: no address is kept. */
export interface SessionView {
  id: UuidText;
  device: DeviceKind;
  /** As the browser names itself, e.g. `Firefox`; null when it does not. */
  browser: string | null;
  system: string | null;
  place: { country: string | null };
  created_at: IsoInstantText;
  last_seen_at: IsoInstantText;
  current: boolean;
}
export interface SessionList {
  sessions: SessionView[];
  next_cursor: null;
}

/** `GET /auth/two-factor`. */
export interface TwoFactorState {
  enabled: boolean;
  /** Every role but member, in production. */
  compulsory: boolean;
  recovery_codes_left: number;
}
export interface PasswordProof {
  password: string;
}
/** Shown once; nothing is switched on before a code of it was given back. */
export interface TwoFactorSetup {
  secret: string;
  otpauth_url: string;
  /** A whole `<svg>` element. */
  qr_svg: string;
}
export interface OneTimeCode {
  /** Six digits of the app, or a recovery code. */
  otp: string;
}
export interface PasswordAndCode extends PasswordProof, OneTimeCode {}
/** Ten, shown once. */
export interface RecoveryCodes {
  recovery_codes: string[];
}

export interface PasskeyView {
  id: UuidText;
  name: string;
  created_at: IsoInstantText;
  last_used_at: IsoInstantText | null;
  device_type: 'singleDevice' | 'multiDevice';
  backed_up: boolean;
}
export interface PasskeyList {
  passkeys: PasskeyView[];
}
/** What the browser's `navigator.credentials` is given (WebAuthn, JSON form); good for five minutes. */
export interface PasskeyChallenge {
  challenge_id: UuidText;
  options: Record<string, unknown>;
}
export interface PasskeyRegistration {
  challenge_id: UuidText;
  name: string;
  response: Record<string, unknown>;
}
export interface PasskeyRename {
  name: string;
}
export interface PasskeyLogin {
  challenge_id: UuidText;
  response: Record<string, unknown>;
}

export interface EmailChangeRequest {
  email: string;
  password: string;
}
/** The same whether or not the address is taken. */
export interface EmailChangeRequested {
  status: 'sent';
}
export interface PendingEmailChange {
  new_email: string;
  requested_at: IsoInstantText;
  expires_at: IsoInstantText;
  old_confirmed: boolean;
  new_confirmed: boolean;
}
/** `GET /auth/user/email-change`. */
export interface EmailChangeState {
  pending: PendingEmailChange | null;
}
export interface EmailChangeConfirm {
  token: string;
}
export interface EmailChangeConfirmed {
  status: 'waiting_for_other_address' | 'changed';
}
