import type { ErrorCode, FieldError, ProblemParams } from '@calmness/contracts';

/** What went wrong, in the words of HTTP's families; the filter turns it into a status. */
export const errorKinds = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'too-many': 429,
  unexpected: 500,
  unavailable: 503,
} as const;
export type ErrorKind = keyof typeof errorKinds;

/**
 * A rule of the domain said no. `params` fill the translated sentence (units in their names);
 * they are shown to the caller, so no secret goes in.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ProblemParams = {},
    readonly kind: ErrorKind = 'invalid',
    readonly errors?: readonly FieldError[],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
