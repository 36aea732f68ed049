import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import { rolePermissions, type Locale } from '@calmness/contracts';
import { businessZone, Clock, momentIn } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { formatDay, formatMoney } from '../../domain/formats';
import { tokenOf } from '../domain/request-link';
import type { ContractRequestEntity } from '../persistence/contract-request.entity';
import { ContractRequestRepository } from '../persistence/contract-request.repository';
import { SealedAsker } from './sealed-asker';

/**
 * A request as whoever sent it is answered, and as the staff is told of it. Its sender may be a stranger: he is known
 * by the request's own id, and the mail goes to the address he gave. Facts: name, reference, receivedAt, contract,
 * comment, effectiveOn, deadlineOn, refund, outcome, note.
 */
@Injectable()
export class ContractRequestSubject extends SubjectSource {
  readonly kind = 'billing.contract-request';

  constructor(
    private readonly requests: ContractRequestRepository,
    private readonly asker: SealedAsker,
    private readonly members: MemberDirectory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const request = await this.requests.find(subjectId);
    if (!request) return null;
    if (recipientId === request.id) return this.toSender(request);
    const reader = await this.members.find(recipientId);
    const handles = reader?.roles.some((role) =>
      rolePermissions[role].includes('billing.subscriptions-write'),
    );
    if (!handles) return null;
    return {
      ...this.described(request, locale),
      url: '/admin/subscriptions/requests',
      stillTrue: request.status === 'received',
    };
  }

  private toSender(request: ContractRequestEntity): SubjectDescription | null {
    const { email } = this.asker.open(request);
    if (email === '') return null;
    const url = request.kind === 'withdrawal' ? '/retractation' : '/resiliation';
    return {
      ...this.described(request, request.locale),
      ...{ url, mailTo: email, locale: request.locale, stillTrue: true },
      ...this.linkOf(request),
    };
  }

  private linkOf(request: ContractRequestEntity): { secretLink?: string } {
    const { id, linkHash, linkExpiresAt, status } = request;
    if (!linkHash || !linkExpiresAt || linkExpiresAt <= this.clock.now() || status !== 'received') return {};
    const token = tokenOf(this.config.keys.link, id, linkHash);
    return token ? { secretLink: `${this.config.publicBaseUrl}/resiliation?token=${token}` } : {};
  }

  private described(request: ContractRequestEntity, locale: Locale) {
    const { name, contractReference, comment } = this.asker.open(request);
    const { reference, effectiveOn, refundCents, note, status, deadlineOn } = request;
    return {
      title: reference,
      when: request.receivedAt.toISOString(),
      facts: {
        ...{ name, reference, comment, note: note ?? '', outcome: status },
        contract: contractReference,
        receivedAt: momentIn(request.receivedAt, businessZone, locale),
        effectiveOn: effectiveOn ? formatDay(effectiveOn, locale) : '',
        deadlineOn: formatDay(deadlineOn, locale),
        refund: refundCents === null ? '' : formatMoney(refundCents, locale),
      },
    };
  }
}
