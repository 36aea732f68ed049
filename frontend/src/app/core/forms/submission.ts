import { signal } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { failureOf } from '../http/failure';
import type { Failure } from '../http/failure';
import { fieldErrorsOf } from './server-errors';

/** One attempt to send a form: what the server refused goes beside its field, the rest above the form. */
export class Submission {
  private readonly refused = signal<Failure | undefined>(undefined);
  readonly failure = this.refused.asReadonly();

  async send<T>(
    tree: FieldTree<T>,
    work: () => Promise<void>,
  ): Promise<ValidationError.WithOptionalFieldTree[] | undefined> {
    this.refused.set(undefined);
    try {
      await work();
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const beside = fieldErrorsOf(tree, failure);
      if (beside.length === 0 || beside.length < failure.errors.length) {
        this.refused.set(failure);
      }
      return beside.length > 0 ? beside : [{ kind: 'refused' }];
    }
  }

  clear(): void {
    this.refused.set(undefined);
  }
}

/** On an invalid submit the keyboard goes to the first field to mend. */
export function focusFirstError(tree: FieldTree<unknown>): void {
  tree().errorSummary()[0]?.fieldTree().focusBoundControl();
}
