import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ActivityRepository } from '../persistence/activity.repository';

export interface ActivityNote {
  eventId: Uuid;
  memberId: Uuid;
  kind: ActivityKind;
  at: Date;
  /** A short noun the sentence needs, e.g. an invoice number. */
  subject: string | null;
  /** Path inside the app. */
  url: string | null;
}

/** Writes a line of a member's feed; once an event, however often it is told. */
@Injectable()
export class NoteActivity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activities: ActivityRepository,
  ) {}

  async execute(note: ActivityNote): Promise<void> {
    await this.unitOfWork.run((tx) => this.activities.add(tx, note));
  }
}
