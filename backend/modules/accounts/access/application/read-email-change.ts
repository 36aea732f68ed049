import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import type { EmailChangeEntity } from '../persistence/email-change.entity';
import { EmailChangeRepository } from '../persistence/email-change.repository';

/** The change of address a member is in the middle of. */
@Injectable()
export class ReadEmailChange {
  constructor(
    private readonly changes: EmailChangeRepository,
    private readonly clock: Clock,
  ) {}

  async execute(memberId: Uuid): Promise<EmailChangeEntity | undefined> {
    const change = await this.changes.open(memberId);
    return change && change.expiresAt > this.clock.now() ? change : undefined;
  }
}
