import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { Failure } from '../http/failure';

type Branch = Partial<Record<string, FieldTree<unknown>>>;

function fieldAt(root: FieldTree<unknown>, path: string): FieldTree<unknown> | undefined {
  return path
    .split('.')
    .reduce<FieldTree<unknown> | undefined>((tree, key) => tree && (tree as unknown as Branch)[key], root);
}

/** The server's field errors, each on the field it names; a field this form does not have is left out. */
export function fieldErrorsOf(
  root: FieldTree<unknown>,
  failure: Failure,
): ValidationError.WithOptionalFieldTree[] {
  return failure.errors.flatMap(({ field, code }) => {
    const fieldTree = fieldAt(root, field);
    return fieldTree ? [{ fieldTree, kind: code }] : [];
  });
}
