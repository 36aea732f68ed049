import type { ValidationError } from '@angular/forms/signals';
import { fieldErrorCodes } from '@calmness/contracts';
import type { FieldErrorCode } from '@calmness/contracts';

/** Angular's own validators, in the words of the wire. */
const wireCodeOf: Partial<Record<string, FieldErrorCode>> = {
  minLength: 'too_short',
  maxLength: 'too_long',
  min: 'too_small',
  max: 'too_large',
};

export function fieldErrorCodeOf(kind: string): FieldErrorCode {
  return fieldErrorCodes.find((code) => code === kind) ?? wireCodeOf[kind] ?? 'invalid';
}

export function fieldMessage(error: ValidationError, texts: Record<FieldErrorCode, string>): string {
  return error.message ?? texts[fieldErrorCodeOf(error.kind)];
}
