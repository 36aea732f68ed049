import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import { Log } from '@calmness/platform/observability';
import { invoiceSeries } from '../domain/number';
import { ChainRepository } from '../persistence/chain.repository';
import { VerifyDocuments } from './verify-documents';
import { VerifyInvoiceChain } from './verify-invoice-chain';

/** Checks the chain and stops the issuing of invoices while it is broken; a whole chain lets it go on. */
@Injectable()
export class GuardInvoiceChain {
  constructor(
    private readonly verify: VerifyInvoiceChain,
    private readonly documents: VerifyDocuments,
    private readonly chain: ChainRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    const { valid, checked, firstBrokenNumber } = await this.verify.execute();
    const brokenNumber = valid ? null : (firstBrokenNumber ?? 'unknown');
    await this.unitOfWork.run(async (tx) => {
      const news = await this.chain.noteVerdict(tx, invoiceSeries, brokenNumber);
      if (news && brokenNumber) tx.record('billing.invoice-chain-broken', { brokenNumber });
    });
    if (!valid)
      this.log.error('the chain of invoices is broken: nothing is issued', { checked, brokenNumber });
    // A lost file is alarming, and no reason to stop selling: the invoice itself is whole.
    const { damaged } = await this.documents.execute();
    if (damaged.length > 0) this.log.error('documents are not what was stored', { damaged });
  }
}
