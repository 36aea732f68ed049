import { Injectable, ValidationPipe, type PipeTransform, type ValidationError } from '@nestjs/common';
import type { FieldError, FieldErrorCode } from '@calmness/contracts';
import { isUuid, type Uuid } from '@calmness/platform/ids';
import { DomainError } from '@calmness/platform/errors';

/** class-validator's constraint names in the words of the contract. */
const codeOfConstraint: Record<string, FieldErrorCode> = {
  isNotEmpty: 'required',
  isDefined: 'required',
  whitelistValidation: 'unknown',
  isString: 'type',
  isBoolean: 'type',
  isInt: 'type',
  isNumber: 'type',
  isArray: 'type',
  isObject: 'type',
  nestedValidation: 'type',
  isEmail: 'email',
  isPhoneNumber: 'phone',
  isUrl: 'url',
  isUuid: 'uuid',
  isIso8601: 'date',
  isDateString: 'date',
  isCalendarDay: 'date',
  isTimeZone: 'timezone',
  minLength: 'too_short',
  arrayMinSize: 'too_short',
  maxLength: 'too_long',
  arrayMaxSize: 'too_long',
  min: 'too_small',
  max: 'too_large',
  isIn: 'not_in_list',
  isEnum: 'not_in_list',
  isLocale: 'not_in_list',
  isISO31661Alpha2: 'not_in_list',
  matches: 'pattern',
  equals: 'must_be_true',
};

/** Constraints that fail whenever the field is absent: then "required" says it best. */
function codeOf(error: ValidationError): FieldErrorCode {
  const constraints = Object.keys(error.constraints ?? {});
  if (constraints.includes('whitelistValidation')) return 'unknown';
  if (error.value === undefined || error.value === null || error.value === '') return 'required';
  const byType = constraints.find((name) => codeOfConstraint[name] === 'type');
  return codeOfConstraint[byType ?? constraints[0] ?? ''] ?? 'invalid';
}

function flatten(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = error.constraints ? [{ field, code: codeOf(error) }] : [];
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** DTO validation of every body and query: unknown fields are refused, faults answer 422 with errors[]. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new DomainError('request.invalid', {}, 'invalid', flatten(errors)),
  });
}

/** PostgreSQL cannot store U+0000; text that carries it is refused before it gets there. */
export function assertStorable(value: unknown, field = ''): void {
  // A picture is bytes, and never written into a column.
  if (Buffer.isBuffer(value)) return;
  if (typeof value === 'string' && value.includes('\u0000')) {
    throw new DomainError('request.invalid', {}, 'invalid', [{ field, code: 'pattern' }]);
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) assertStorable(inner, field ? `${field}.${key}` : key);
  }
}

/** An identifier in a path. What is no uuid names nothing: 404, like another member's object. */
@Injectable()
export class IdPipe implements PipeTransform<unknown, Uuid> {
  transform(value: unknown): Uuid {
    if (!isUuid(value)) throw new DomainError('request.not-found', {}, 'not-found');
    return value;
  }
}
