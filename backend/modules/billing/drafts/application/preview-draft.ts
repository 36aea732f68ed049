import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import { ComposeInvoice } from '../../invoices/application/compose-invoice';
import type { InvoiceDraft } from '../../invoices/domain/invoice';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';
import { OrderOfDraft } from './order-of-draft';

export interface PreviewedDraft {
  /** Null when the invoice cannot be written; `blockers` then say why. */
  invoice: InvoiceDraft | null;
  blockers: { code: string; detail: string }[];
}

/** The invoice a draft would become today, written by the code that would write it. */
@Injectable()
export class PreviewDraft {
  constructor(
    private readonly orderOf: OrderOfDraft,
    private readonly compose: ComposeInvoice,
    private readonly clock: Clock,
  ) {}

  async execute(draft: Pick<InvoiceDraftEntity, 'type' | 'memberId' | 'content'>): Promise<PreviewedDraft> {
    try {
      const today = this.clock.today();
      const invoice = await this.compose.execute(await this.orderOf.execute(draft), today);
      const blockers = settleable(invoice) ? [] : [{ code: 'billing.correction-below-paid', detail: '' }];
      return { invoice, blockers: [...blockers, ...(invoice.dueDate < today ? [lateDue] : [])] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { invoice: null, blockers: [{ code: error.code, detail: detailOf(error) }] };
    }
  }
}

const lateDue = { code: 'billing.due-date-past', detail: 'due_date' };

/** Deposits and payments carried over never exceed what the invoice asks for. */
export function settleable({ paidCents, totalCents }: InvoiceDraft): boolean {
  return paidCents <= totalCents;
}

function detailOf({ params, errors }: DomainError): string {
  const fields = params['fields'] ?? errors?.map(({ field }) => field);
  return Array.isArray(fields) ? fields.join(', ') : Object.values(params).join(', ');
}
