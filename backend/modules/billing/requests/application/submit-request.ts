import { Injectable } from '@nestjs/common';
import { MemberDirectory, Throttle } from '@calmness/accounts';
import type { CancelReason, ContractRequestKind, Locale } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { addDays, businessZone, Clock, dayIn } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { cancellationDays, requestReference, type Asker } from '../domain/contract-request';
import { hashOf, linkLivesHours, newToken } from '../domain/request-link';
import { lastWithdrawalDay, refundDays, withdrawalRefund } from '../domain/withdrawal';
import { ContractFinder, type FoundOrder } from '../persistence/contract-finder.repository';
import type { ContractRequestEntity } from '../persistence/contract-request.entity';
import { ContractRequestRepository } from '../persistence/contract-request.repository';
import { SealedAsker } from './sealed-asker';

export interface SubmitCommand {
  kind: ContractRequestKind;
  asker: Asker;
  locale: Locale;
  /** Where the request came from, for its rate. */
  address: string;
  reason?: CancelReason;
  effectiveOn?: IsoDate;
}
type Matched = Pick<
  ContractRequestEntity,
  'subscriptionId' | 'paymentId' | 'inTime' | 'refundCents' | 'linkHash' | 'linkExpiresAt'
>;

/** References are random; a collision is refused by the database and another one is drawn. */
const drawings = 5;
const unmatched: Matched = {
  ...{ subscriptionId: null, paymentId: null, inTime: null, refundCents: null },
  ...{ linkHash: null, linkExpiresAt: null },
};

/**
 * Anybody asks to cancel or to withdraw, with or without an account. It is written down with its second, acknowledged
 * by mail at once, and decided by a link only its mailbox gets, or by the staff: nobody cancels for somebody else.
 */
@Injectable()
export class SubmitRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly members: MemberDirectory,
    private readonly finder: ContractFinder,
    private readonly requests: ContractRequestRepository,
    private readonly asker: SealedAsker,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the same whoever asks.
   * @throws DomainError accounts.too-many-attempts
   */
  async execute(command: SubmitCommand): Promise<ContractRequestEntity> {
    await this.throttle.claimNetwork(command.address);
    await this.throttle.claim('mail', `contract|${command.asker.email.trim().toLowerCase()}`);
    const memberId = await this.members.idOf(command.asker.email.trim());
    const id = newId();
    const matched = memberId ? await this.match(command, memberId, id) : unmatched;
    const draft = this.draft(command, id);
    for (let drawing = 0; drawing < drawings; drawing += 1) {
      const request = { ...draft, ...matched, memberId, reference: requestReference(command.kind) };
      if (await this.add(request)) return request;
    }
    throw new Error('No free reference was drawn');
  }

  private match(command: SubmitCommand, memberId: Uuid, id: Uuid): Promise<Matched> {
    return command.kind === 'withdrawal'
      ? this.matchOrder(command, memberId)
      : this.matchContract(command, memberId, id);
  }

  private async matchOrder({ asker }: SubmitCommand, memberId: Uuid): Promise<Matched> {
    const order = await this.finder.orderOf(memberId, asker.contractReference);
    if (!order) return unmatched;
    const inTime = this.clock.today() <= lastWithdrawalDay(dayIn(order.declaredAt, businessZone));
    return { ...unmatched, ...foundIn(order), inTime, refundCents: inTime ? this.refundOf(order) : 0 };
  }

  private refundOf(order: FoundOrder): number {
    return withdrawalRefund(order, this.clock.today());
  }

  private async matchContract({ asker }: SubmitCommand, memberId: Uuid, id: Uuid): Promise<Matched> {
    const named = await this.finder.orderOf(memberId, asker.contractReference);
    const running = await this.finder.runningOf(memberId, this.clock.today());
    const subscriptionId = named?.subscriptionId ?? running;
    if (!subscriptionId) return unmatched;
    const linkExpiresAt = new Date(this.clock.now().getTime() + linkLivesHours * 3_600_000);
    const linkHash = hashOf(newToken(this.config.keys.link, id));
    return { ...unmatched, subscriptionId, paymentId: named?.paymentId ?? null, linkHash, linkExpiresAt };
  }

  private draft({ kind, asker, locale, reason, effectiveOn }: SubmitCommand, id: Uuid) {
    const now = this.clock.now();
    const days = kind === 'withdrawal' ? refundDays : cancellationDays;
    return {
      ...{ id, kind, locale, sealed: this.asker.seal(id, asker), status: 'received' as const },
      ...{ reasonCode: reason ?? null, effectiveOn: effectiveOn ?? null, receivedAt: now },
      deadlineOn: addDays(this.clock.today(), days),
      ...{ confirmedAt: null, handledAt: null, handledBy: null, note: null },
    };
  }

  private add(request: ContractRequestEntity): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.requests.add(tx, request))) return false;
      const { id: requestId, kind } = request;
      const confirmable = request.linkHash !== null;
      tx.record('billing.contract-request-received', { requestId, kind, confirmable });
      return true;
    });
  }
}

function foundIn({ paymentId, subscriptionId }: FoundOrder): Partial<Matched> {
  return { paymentId, subscriptionId };
}
