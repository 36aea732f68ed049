import { Injectable } from '@nestjs/common';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { Explain } from '../desk/application/explain';

const newest = 20;

/** What a member was told, what was decided by channel and how it went; never the words. */
@Injectable()
export class NotificationsFileSection extends MemberFileSection {
  readonly name = 'notifications';
  readonly permission = 'notifications.mail-read';

  constructor(private readonly explain: Explain) {
    super();
  }

  async read(memberId: Uuid): Promise<MemberFilePart> {
    return { messages: await this.explain.newestOf(memberId, newest) };
  }
}
