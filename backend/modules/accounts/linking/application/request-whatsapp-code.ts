import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { Throttle } from '../../access/application/throttle';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { whatsAppCodeMinutes } from '../domain/whatsapp-code';
import { WhatsAppProofRepository } from '../persistence/whatsapp-proof.repository';
import { WhatsAppProofs } from './whatsapp-proofs';

export interface WhatsAppCodeCommand {
  memberId: Uuid;
  /** E.164. */
  number: string;
  /** The wording he agreed to. */
  optInVersion: number;
}

/** A member wants messages on WhatsApp: his number is noted, and a code goes there by the event. */
@Injectable()
export class RequestWhatsAppCode {
  constructor(
    private readonly whatsapp: WhatsAppPort,
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly proofs: WhatsAppProofRepository,
    private readonly whatsappProofs: WhatsAppProofs,
    private readonly throttle: Throttle,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers until when the code works. A code asked for before works no more.
   * @throws DomainError accounts.channel-disabled, accounts.too-many-attempts, request.conflict for a number
   * that is proven already
   */
  async execute(command: WhatsAppCodeCommand): Promise<Date> {
    const { memberId, number } = command;
    if (!this.whatsapp.enabled)
      throw new DomainError('accounts.channel-disabled', { channel: 'whatsapp' }, 'unavailable');
    await this.throttle.claim('code', `member|${memberId}`);
    // Nobody's phone rings all day because many people type its number.
    await this.throttle.claim('code', `number|${number}`);
    return this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member) throw new DomainError('accounts.member-not-found', {}, 'not-found');
      const standing = await this.proofs.inForce(memberId, tx.manager);
      if (standing?.provenAt && standing.number === number && member.whatsappNumber === number)
        throw new DomainError('request.conflict', {}, 'conflict');
      const now = this.clock.now();
      await this.whatsappProofs.end(tx, memberId, now);
      await this.noteNumber(tx, member, number);
      return this.prepare(tx, command, now);
    });
  }

  private async noteNumber(tx: Transaction, member: MemberEntity, number: string): Promise<void> {
    if (member.whatsappNumber === number) return;
    const version = member.version + 1;
    await this.members.update(tx, member.id, { whatsappNumber: number, version });
    tx.record('accounts.profile-updated', { memberId: member.id, version });
  }

  private async prepare(
    tx: Transaction,
    { memberId, number, optInVersion }: WhatsAppCodeCommand,
    now: Date,
  ): Promise<Date> {
    const id = newId();
    const expiresAt = new Date(now.getTime() + whatsAppCodeMinutes * 60_000);
    await this.proofs.add(tx, {
      ...{ id, memberId, number, keyId: this.config.keys.link.current().id, attempts: 0 },
      ...{ createdAt: now, expiresAt, optedInAt: now, optInVersion },
      ...{ provenAt: null, provenBy: null, endedAt: null },
    });
    tx.record('accounts.whatsapp-code-requested', { memberId, proofId: id });
    return expiresAt;
  }
}
