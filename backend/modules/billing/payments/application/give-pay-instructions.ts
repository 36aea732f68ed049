import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import { bankDetailsOf } from '../../offers/domain/payment-method';
import type { PaymentMethodEntity } from '../../offers/persistence/payment-method.entity';
import { PaymentMethodRepository } from '../../offers/persistence/payment-method.repository';
import { epcPayload } from '../domain/epc';
import { awaitsMoney } from '../domain/payment';
import { keptBy } from '../domain/received-amount';
import type { PaymentEntity } from '../persistence/payment.entity';
import { ReceiptRepository } from '../persistence/receipt.repository';

export interface PayInstructions {
  method: PaymentMethodEntity;
  epc: { payload: string; svg: string } | null;
}

/** How a declared payment is to be made: the method as the admin wrote it, and a QR code for a transfer. */
@Injectable()
export class GivePayInstructions {
  constructor(
    private readonly methods: PaymentMethodRepository,
    private readonly issuer: ReadIssuer,
    private readonly receipts: ReceiptRepository,
  ) {}

  async execute(payment: PaymentEntity): Promise<PayInstructions> {
    const method = await this.methods.find(payment.method);
    if (!method) throw new Error(`The method ${payment.method} is gone`);
    return { method, epc: await this.epcOf(payment, method) };
  }

  /** Only for a transfer still awaited, to an account whose IBAN checks and whose holder is known. */
  private async epcOf(payment: PaymentEntity, method: PaymentMethodEntity): Promise<PayInstructions['epc']> {
    if (payment.method !== 'bank_transfer' || !awaitsMoney(payment.status)) return null;
    const account = bankDetailsOf(method.coordinates);
    const beneficiary = account?.beneficiary ?? (await this.issuer.find())?.legalName;
    if (!account || !beneficiary) return null;
    const { id, reference: remittance } = payment;
    const amountCents = payment.amountCents - keptBy(await this.receipts.ofPayment(id));
    const payload = epcPayload({ ...account, beneficiary, amountCents, remittance });
    const svg = await QRCode.toString(payload, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
    return { payload, svg };
  }
}
