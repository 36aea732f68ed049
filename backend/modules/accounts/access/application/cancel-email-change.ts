import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { EmailChangeRepository } from '../persistence/email-change.repository';

/** The member keeps his address; the links that were sent open nothing any more. */
@Injectable()
export class CancelEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: EmailChangeRepository,
    private readonly clock: Clock,
  ) {}

  async execute(memberId: Uuid): Promise<void> {
    await this.unitOfWork.run((tx) => this.changes.close(tx, memberId, 'cancelled', this.clock.now()));
  }
}
