import { signal } from '@angular/core';
import type { WritableSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { FieldErrorCode } from '@calmness/contracts';
import type { Failure } from '../http/failure';

interface Refusal {
  code: FieldErrorCode;
  /** The word of the server is about this value, and about no other. */
  value: unknown;
}

/**
 * What the server refused, by field. It is kept beside the form, not in it: a form with errors of its own
 * is not sent, but one the server refused may be sent again, because the reason may lie elsewhere.
 */
const refusals = new WeakMap<FieldTree<unknown>, WritableSignal<Refusal | undefined>>();

function refusalOf(field: FieldTree<unknown>): WritableSignal<Refusal | undefined> {
  const known = refusals.get(field) ?? signal<Refusal | undefined>(undefined);
  refusals.set(field, known);
  return known;
}

/** Why the server refused the value the field has now. */
export function refusedBecause(field: FieldTree<unknown>): FieldErrorCode | undefined {
  const refusal = refusalOf(field)();
  return refusal && refusal.value === field().value() ? refusal.code : undefined;
}

type Branch = Partial<Record<string, FieldTree<unknown>>>;

function fieldAt(root: FieldTree<unknown>, path: string): FieldTree<unknown> | undefined {
  return path
    .split('.')
    .reduce<FieldTree<unknown> | undefined>((tree, key) => tree && (tree as unknown as Branch)[key], root);
}

/** Puts the server's words beside the fields they name and answers those fields; a field this form lacks is left out. */
export function refuse(root: FieldTree<unknown>, failure: Failure): FieldTree<unknown>[] {
  return failure.errors.flatMap(({ field: path, code }) => {
    const field = fieldAt(root, path);
    if (!field) {
      return [];
    }
    refusalOf(field).set({ code, value: field().value() });
    return [field];
  });
}

export function forget(fields: readonly FieldTree<unknown>[]): void {
  for (const field of fields) {
    refusalOf(field).set(undefined);
  }
}
