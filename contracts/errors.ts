/**
 * Every code the API may answer in `code` (or in `errors[].code`).
 * The dictionaries are records over this list: a missing translation does not compile.
 */
export const errorCodes = [
  'request.invalid',
  'request.malformed',
  'request.too-large',
  'request.unsupported-media-type',
  'request.not-found',
  'request.unauthenticated',
  'request.forbidden',
  'request.conflict',
  'request.too-many',
  'request.unavailable',
  'request.unexpected',
  'accounts.adult-required',
  'accounts.terms-outdated',
  'accounts.password-too-weak',
  'accounts.invalid-credentials',
  'accounts.email-not-verified',
  'accounts.account-locked',
  'accounts.verification-link-invalid',
  'accounts.session-expired',
  'accounts.link-invalid',
  'accounts.otp-required',
  'accounts.otp-invalid',
  'accounts.password-wrong',
  'accounts.password-reset-required',
  'accounts.passkey-refused',
  'accounts.too-many-attempts',
  'accounts.two-factor-required',
  'accounts.two-factor-already-enabled',
  'accounts.email-taken',
  'accounts.member-not-found',
  'accounts.legal-document-not-found',
  'accounts.feature-off',
  'accounts.flag-unknown',
  'accounts.image-unreadable',
  'accounts.image-animated',
  'accounts.image-too-large',
  'accounts.erasure-blocked',
  'accounts.locked',
  'accounts.last-admin',
  'accounts.own-account',
  'accounts.label-taken',
  'accounts.label-not-found',
  'accounts.filter-taken',
  'accounts.import-unreadable',
  'accounts.view-only',
  'accounts.erasure-not-scheduled',
  'accounts.channel-disabled',
  'accounts.channel-unreachable',
  'accounts.too-many-links',
  'accounts.whatsapp-code-wrong',
  'accounts.whatsapp-code-expired',
  'billing.profile-incomplete',
  'billing.plan-not-found',
  'billing.plan-code-taken',
  'billing.payment-method-not-found',
  'billing.payment-method-inactive',
  'billing.payment-not-found',
  'billing.payment-already-pending',
  'billing.payment-already-validated',
  'billing.payment-not-pending',
  'billing.transaction-number-required',
  'billing.transaction-number-malformed',
  'billing.transaction-number-used',
  'billing.received-on-invalid',
  'billing.reject-reason-required',
  'billing.issuer-missing',
  'billing.missing-mention',
  'billing.rate-not-valid-on-date',
  'billing.country-required',
  'billing.vat-number-unchecked',
  'billing.oss-required',
  'billing.credit-not-creditable',
  'billing.credit-exceeds',
  'billing.already-amended',
  'billing.preceding-required',
  'billing.draft-not-found',
  'billing.draft-closed',
  'billing.due-date-past',
  'billing.correction-below-paid',
  'billing.settlement-exceeds',
  'billing.clock-skew',
  'billing.chain-broken',
  'billing.invoice-not-found',
  'billing.invoice-document-pending',
  'billing.subscription-not-found',
  'billing.version-conflict',
  'notifications.cell-mandatory',
  'notifications.not-found',
  'notifications.channel-off',
  'notifications.no-address',
  'notifications.template-not-approved',
  'notifications.too-many-tests',
  'notifications.audience-empty',
  'notifications.audience-changed',
  'notifications.broadcast-decided',
  'notifications.delivery-not-found',
  'notifications.delivery-too-late',
  'notifications.delivery-left',
  'notifications.push-endpoint-refused',
  'notifications.push-off',
  'notifications.quiet-hours-empty',
  'files.link-expired',
  'files.not-found',
  'files.tampered',
  'events.parked-event-not-found',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Why one field was refused. */
export const fieldErrorCodes = [
  'required',
  'unknown',
  'type',
  'email',
  'phone',
  'url',
  'uuid',
  'date',
  'timezone',
  'too_short',
  'too_common',
  'too_long',
  'too_small',
  'too_large',
  'not_in_list',
  'pattern',
  'retired_format',
  'too_early',
  'must_be_true',
  'variable_unknown',
  'variable_missing',
  'markup',
  'invalid',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

export interface FieldError {
  /** Wire path of the field, e.g. `first_name` or `instructions.fr`. */
  field: string;
  code: FieldErrorCode;
}

export type ProblemParams = Record<string, string | number | boolean | readonly string[] | null>;

/** The body of every error answer (`application/problem+json`, RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  params: ProblemParams;
  errors?: FieldError[];
  correlation_id: string;
}
