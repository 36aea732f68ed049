import { HttpException, HttpStatus } from '@nestjs/common';
import type { ErrorCode, Problem } from '@calmness/contracts';
import { DomainError, errorKinds } from '@calmness/platform/errors';

const titles: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not accepted',
  429: 'Too many requests',
  503: 'Unavailable for now',
};

const codesByStatus: Record<number, ErrorCode> = {
  400: 'request.malformed',
  401: 'request.unauthenticated',
  403: 'request.forbidden',
  404: 'request.not-found',
  405: 'request.not-found',
  409: 'request.conflict',
  413: 'request.too-large',
  415: 'request.unsupported-media-type',
  422: 'request.invalid',
  429: 'request.too-many',
  503: 'request.unavailable',
};

/** Turns whatever was thrown into the one shape of error the API answers (RFC 9457). */
export function toProblem(error: unknown, correlationId: string): Problem {
  if (error instanceof DomainError) {
    return problem(errorKinds[error.kind], error.code, correlationId, error);
  }
  const status = statusOf(error);
  return problem(status, codesByStatus[status] ?? 'request.unexpected', correlationId);
}

function problem(status: number, code: ErrorCode, correlationId: string, detail?: DomainError): Problem {
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Unexpected error',
    status,
    code,
    params: detail?.params ?? {},
    ...(detail?.errors ? { errors: [...detail.errors] } : {}),
    correlation_id: correlationId,
  };
}

/** Status of an HTTP or Fastify error; 500 for anything nobody foresaw. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return known(error.getStatus());
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? known(status) : HttpStatus.INTERNAL_SERVER_ERROR;
}

function known(status: number): number {
  return status in codesByStatus ? status : HttpStatus.INTERNAL_SERVER_ERROR;
}
