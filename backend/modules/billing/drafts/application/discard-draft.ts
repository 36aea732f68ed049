import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { InvoiceDraftRepository } from '../persistence/invoice-draft.repository';
import { assertEditable, draftNotFound } from './open-draft';

/** A draft is thrown away: the only thing that is ever deleted here, and its row stays to say so. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: InvoiceDraftRepository,
    private readonly clock: Clock,
  ) {}

  /** Discarding twice is once. @throws DomainError billing.draft-not-found, billing.draft-closed once issued */
  async execute({ draftId, adminId }: { draftId: Uuid; adminId: Uuid }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, draftId);
      if (!draft) throw draftNotFound();
      if (draft.state === 'discarded') return;
      assertEditable(draft, draft.version);
      await this.drafts.update(tx, draftId, { state: 'discarded', updatedAt: this.clock.now() });
      const [objectType, action] = ['invoice-draft', 'billing.discard-draft'];
      const before = { type: draft.type, memberId: draft.memberId };
      tx.audit({ actorId: adminId, action, objectType, objectId: draftId, before, after: null });
    });
  }
}
