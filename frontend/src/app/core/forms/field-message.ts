import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { fieldErrorCodes } from '@calmness/contracts';
import type { FieldErrorCode } from '@calmness/contracts';
import { refusedBecause } from './refusals';

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

function wordsOf(error: ValidationError, texts: Record<FieldErrorCode, string>): string {
  return error.message ?? texts[fieldErrorCodeOf(error.kind)];
}

/** What is wrong with a field, once its reader has been there: its own rules first, then the server's word. */
export function fieldMessage(
  field: FieldTree<unknown>,
  texts: Record<FieldErrorCode, string>,
): string | undefined {
  const state = field();
  if (!state.touched()) {
    return undefined;
  }
  const own = state.errors()[0];
  const refusal = refusedBecause(field);
  return own ? wordsOf(own, texts) : refusal && texts[refusal];
}
