import { Injectable } from '@nestjs/common';
import type { PaymentProofView } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { SignedFileUrls, StoredFiles } from '@calmness/platform/files';
import { newId, type Uuid } from '@calmness/platform/ids';
import { assertOpen } from '../domain/payment';
import { cleanProof, proofName } from '../domain/proof';
import { PaymentProofRepository } from '../persistence/payment-proof.repository';
import { PaymentRepository } from '../persistence/payment.repository';

const atOnce = 100;

/** What members send to show that they paid: one file a payment, private, replaceable while it is undecided. */
@Injectable()
export class Proofs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly proofs: PaymentProofRepository,
    private readonly files: StoredFiles,
    private readonly urls: SignedFileUrls,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.payment-not-found, for another member's payment too; billing.payment-not-pending */
  async assertWanted(paymentId: Uuid, memberId: Uuid): Promise<{ reference: string }> {
    const payment = await this.payments.findOfMember(paymentId, memberId);
    if (!payment) throw notFound();
    assertOpen(payment.status);
    return payment;
  }

  /** @throws DomainError billing.proof-unreadable and what `assertWanted` throws */
  async send(paymentId: Uuid, memberId: Uuid, sent: Buffer): Promise<void> {
    const { reference } = await this.assertWanted(paymentId, memberId);
    const { bytes, mediaType } = await cleanProof(sent);
    const draft = await this.files.draft('billing', proofName(reference, mediaType), mediaType, bytes);
    await this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.lock(tx, paymentId);
      if (payment?.memberId !== memberId) throw notFound();
      assertOpen(payment.status);
      await this.files.keep(tx, draft);
      const sentAt = this.clock.now();
      const { id: fileId, byteSize } = draft;
      await this.proofs.replace(tx, {
        ...{ id: newId(), paymentId, fileId, mediaType, byteSize, sentAt, removedAt: null },
      });
      await this.payments.update(tx, paymentId, { status: 'proof_sent' });
    });
  }

  /** The proof of a payment with a link of five minutes for one reader; null when none was sent. */
  async shownTo(readerId: Uuid, paymentId: Uuid): Promise<PaymentProofView | null> {
    const proof = await this.proofs.shownOf(paymentId);
    return (
      proof && {
        url: this.urls.sign(proof.fileId, readerId),
        media_type: proof.mediaType,
        byte_size: proof.byteSize,
        sent_at: proof.sentAt.toISOString(),
      }
    );
  }

  /** Deletes the files of replaced proofs; the row last, so that a death in between is made good. */
  async tidy(): Promise<void> {
    for (const { id, fileId } of await this.proofs.removed(atOnce)) {
      await this.files.remove('billing', fileId);
      await this.proofs.forget(id);
    }
  }
}

function notFound(): DomainError {
  return new DomainError('billing.payment-not-found', {}, 'not-found');
}
