import { Injectable } from '@nestjs/common';
import type { BulkAction, ErrorCode } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { GovernMember } from './govern-member';

export interface BulkCommand {
  actorId: Uuid;
  action: BulkAction;
  memberIds: readonly Uuid[];
  labelId?: Uuid;
  reason?: string;
}
export interface BulkAnswer {
  memberId: Uuid;
  code: ErrorCode | null;
}

/** One action on many members: each in a transaction of his own, each with his own answer. */
@Injectable()
export class GovernMany {
  constructor(private readonly governMember: GovernMember) {}

  /** @throws DomainError request.invalid when the action lacks its label or its reason */
  async execute(command: BulkCommand): Promise<BulkAnswer[]> {
    const act = this.actionOf(command);
    const answers: BulkAnswer[] = [];
    for (const memberId of new Set(command.memberIds))
      answers.push({ memberId, code: await outcomeOf(act(memberId)) });
    return answers;
  }

  private actionOf({ actorId, action, labelId, reason }: BulkCommand): (memberId: Uuid) => Promise<void> {
    if (action === 'unlock') return (memberId) => this.governMember.unlock(actorId, memberId);
    if (action === 'lock') {
      if (!reason) throw missing('reason');
      return (memberId) => this.governMember.lock(actorId, memberId, reason);
    }
    if (!labelId) throw missing('label_id');
    return (memberId) => this.governMember.label(actorId, memberId, labelId, action === 'label');
  }
}

async function outcomeOf(done: Promise<void>): Promise<ErrorCode | null> {
  try {
    await done;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function missing(field: string): DomainError {
  return new DomainError('request.invalid', {}, 'invalid', [{ field, code: 'required' }]);
}
