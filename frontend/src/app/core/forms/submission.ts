import { signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { failureOf } from '../http/failure';
import type { Failure } from '../http/failure';
import { forget, refuse } from './refusals';

/** One attempt to send a form: what the server refused goes beside its field, the rest above the form. */
export class Submission {
  private readonly refused = signal<Failure | undefined>(undefined);
  private fields: FieldTree<unknown>[] = [];
  readonly failure = this.refused.asReadonly();

  /** Never an error of the form itself: whatever was refused, the same form may be sent again. */
  async send<T>(tree: FieldTree<T>, work: () => Promise<void>): Promise<undefined> {
    this.clear();
    try {
      await work();
    } catch (error) {
      this.show(tree, failureOf(error));
    }
  }

  clear(): void {
    this.refused.set(undefined);
    forget(this.fields);
    this.fields = [];
  }

  private show<T>(tree: FieldTree<T>, failure: Failure): void {
    this.fields = refuse(tree, failure);
    if (this.fields.length === 0 || this.fields.length < failure.errors.length) {
      this.refused.set(failure);
    }
    this.fields[0]?.().focusBoundControl();
  }
}

/** On an invalid submit the keyboard goes to the first field to mend. */
export function focusFirstError(tree: FieldTree<unknown>): void {
  tree().errorSummary()[0]?.fieldTree().focusBoundControl();
}
