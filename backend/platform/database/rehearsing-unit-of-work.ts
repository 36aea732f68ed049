import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from './transaction';
import { UnitOfWork } from './unit-of-work';

/** Carries the answer out of a transaction that is taken back. */
class TakenBack extends Error {
  constructor(readonly value: unknown) {
    super('taken back');
  }
}

/**
 * Does the work and takes it back: whoever is given this instead of the `UnitOfWork` runs the same lines, answers the
 * same, and leaves nothing behind. What waits for a commit never happens.
 */
@Injectable()
export class RehearsingUnitOfWork extends UnitOfWork {
  constructor(
    /** The one everybody shares, so that use cases on the way join its transaction. */
    private readonly real: UnitOfWork,
    dataSource: DataSource,
    clock: Clock,
  ) {
    super(dataSource, clock);
  }

  override async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.real.run<T>(async (tx) => {
        throw new TakenBack(await work(tx));
      });
    } catch (thrown) {
      if (thrown instanceof TakenBack) return thrown.value as T;
      throw thrown;
    }
  }
}
