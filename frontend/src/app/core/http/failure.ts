import { HttpErrorResponse } from '@angular/common/http';
import { errorCodes } from '@calmness/contracts';
import type { ErrorCode, FieldError, Problem, ProblemParams } from '@calmness/contracts';

/** What went wrong, in the form pages show it: a code to translate, fields to mark, a number to quote. */
export interface Failure {
  code: ErrorCode;
  status: number;
  params: ProblemParams;
  errors: FieldError[];
  correlationId: string | null;
}

const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  0: 'request.unavailable',
  400: 'request.malformed',
  401: 'request.unauthenticated',
  403: 'request.forbidden',
  404: 'request.not-found',
  409: 'request.conflict',
  413: 'request.too-large',
  415: 'request.unsupported-media-type',
  422: 'request.invalid',
  429: 'request.too-many',
  502: 'request.unavailable',
  503: 'request.unavailable',
  504: 'request.unavailable',
};

function isKnownCode(code: unknown): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}

function problemIn(body: unknown): Partial<Problem> {
  return typeof body === 'object' && body !== null ? body : {};
}

export function failureOf(error: unknown): Failure {
  const response = httpErrorIn(error);
  if (!response) {
    return { code: 'request.unexpected', status: 0, params: {}, errors: [], correlationId: null };
  }
  const problem = problemIn(response.error);
  return {
    code: isKnownCode(problem.code) ? problem.code : (codeOfStatus[response.status] ?? 'request.unexpected'),
    status: response.status,
    params: problem.params ?? {},
    errors: problem.errors ?? [],
    correlationId: problem.correlation_id ?? response.headers.get('x-correlation-id'),
  };
}

/** A resource wraps what is not an `Error` into one; the response is then its cause. */
function httpErrorIn(error: unknown): HttpErrorResponse | undefined {
  if (error instanceof HttpErrorResponse) {
    return error;
  }
  return error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : undefined;
}
