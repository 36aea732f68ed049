import { signal } from '@angular/core';
import { failureOf } from '../../../core/http/failure';
import type { Failure } from '../../../core/http/failure';

/** One thing a button does: under way, refused, or done. */
export class Attempt {
  private readonly running = signal(false);
  private readonly refused = signal<Failure | undefined>(undefined);
  readonly waiting = this.running.asReadonly();
  readonly failure = this.refused.asReadonly();

  async run(work: () => Promise<void>): Promise<void> {
    this.running.set(true);
    this.refused.set(undefined);
    try {
      await work();
    } catch (error) {
      this.refused.set(failureOf(error));
    } finally {
      this.running.set(false);
    }
  }
}
