import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import type { InvoiceDraftType } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { draftFaults, type DraftContent } from '../domain/draft';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';
import { InvoiceDraftRepository } from '../persistence/invoice-draft.repository';
import { assertEditable, draftNotFound } from './open-draft';

export interface SaveDraftCommand {
  /** Absent for a new one. */
  draftId?: Uuid;
  /** The version the admin was looking at; ignored for a new one. */
  version?: number;
  adminId: Uuid;
  type: InvoiceDraftType;
  memberId: Uuid;
  content: DraftContent;
}

/** The staff prepares an invoice, a deposit or a correction. A draft has no number and can be thrown away. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: InvoiceDraftRepository,
    private readonly members: MemberDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError request.invalid naming each faulty field, billing.draft-not-found,
   * billing.draft-closed, billing.version-conflict
   */
  async execute(command: SaveDraftCommand): Promise<InvoiceDraftEntity> {
    const { type, memberId, content } = command;
    const known = (await this.members.namesOf([memberId])).has(memberId);
    const faults = draftFaults(type, content);
    if (!known) faults.push({ field: 'member_id', code: 'invalid' });
    if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
    return command.draftId === undefined ? this.add(command) : this.change(command, command.draftId);
  }

  private add({ adminId, type, memberId, content }: SaveDraftCommand): Promise<InvoiceDraftEntity> {
    const now = this.clock.now();
    const draft: InvoiceDraftEntity = {
      ...{ id: newId(), state: 'draft', type, memberId, content, invoiceId: null },
      ...{ version: 1, createdBy: adminId, createdAt: now, updatedAt: now },
    };
    return this.unitOfWork.run(async (tx) => {
      await this.drafts.add(tx, draft);
      const [objectType, objectId] = ['invoice-draft', draft.id];
      const action = 'billing.create-draft';
      tx.audit({ actorId: adminId, action, objectType, objectId, before: null, after: { type, memberId } });
      return draft;
    });
  }

  private change(command: SaveDraftCommand, draftId: Uuid): Promise<InvoiceDraftEntity> {
    const { adminId, type, memberId, content, version } = command;
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, draftId);
      if (!draft) throw draftNotFound();
      assertEditable(draft, version ?? 0);
      const changes = { type, memberId, content, version: draft.version + 1, updatedAt: this.clock.now() };
      await this.drafts.update(tx, draftId, changes);
      const [objectType, objectId] = ['invoice-draft', draftId];
      const before = { type: draft.type, memberId: draft.memberId, version: draft.version };
      const after = { type, memberId, version: changes.version };
      tx.audit({ actorId: adminId, action: 'billing.update-draft', objectType, objectId, before, after });
      return { ...draft, ...changes };
    });
  }
}
