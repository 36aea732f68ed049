import type { Floor } from '../floor';
import { ChangeInvoiceTemplate } from './application/change-invoice-template';
import { ClockAgreement } from './application/clock-agreement';
import { ComposeInvoice } from './application/compose-invoice';
import { CreditInvoice } from './application/credit-invoice';
import { DecideVat } from './application/decide-vat';
import { GuardInvoiceChain } from './application/guard-invoice-chain';
import { InvoiceSubject } from './application/invoice-subject';
import { InvoiceChainSubject } from './application/invoice-trouble-subjects';
import { InvoiceDocumentSubject } from './application/invoice-trouble-subjects';
import { IssueInvoice } from './application/issue-invoice';
import { KnownVatRates } from './application/known-vat-rates';
import { MentionsEnding } from './application/mentions-ending';
import { InvoiceLooks } from './application/invoice-looks';
import { ReadInvoiceDocument } from './application/read-invoice-document';
import { PreviewInvoiceTemplate } from './application/preview-invoice-template';
import { ReadInvoices } from './application/read-invoices';
import { ReadIssuer } from './application/read-issuer';
import { RecordIssuer } from './application/record-issuer';
import { SettleInvoice } from './application/settle-invoice';
import { VerifyInvoice } from './application/verify-invoice';
import { WriteCreditNote } from './application/write-credit-note';
import { VerifyDocuments } from './application/verify-documents';
import { VerifyInvoiceChain } from './application/verify-invoice-chain';
import { AllocationEntity } from './persistence/allocation.entity';
import { BalanceRepository } from './persistence/balance.repository';
import { ChainRepository } from './persistence/chain.repository';
import { ChainReader } from './persistence/chain-reader';
import { CreditRepository } from './persistence/credit.repository';
import { InvoiceDocumentEntity } from './persistence/invoice-document.entity';
import { InvoiceDocumentRepository } from './persistence/invoice-document.repository';
import { InvoiceLinkEntity } from './persistence/invoice-link.entity';
import { InvoiceLineEntity } from './persistence/invoice-line.entity';
import { InvoiceTemplateEntity } from './persistence/invoice-template.entity';
import { InvoiceTemplateRepository } from './persistence/invoice-template.repository';
import { InvoiceVatEntity } from './persistence/invoice-vat.entity';
import { InvoiceSettlementEntity } from './persistence/invoice-settlement.entity';
import { InvoiceEntity } from './persistence/invoice.entity';
import { InvoiceRepository } from './persistence/invoice.repository';
import { IssuerEntity } from './persistence/issuer.entity';
import { IssuerRepository } from './persistence/issuer.repository';
import { MentionTextEntity } from './persistence/mention-text.entity';
import { ReferenceRows } from './persistence/reference-rows.repository';
import { VatRateEntity } from './persistence/vat-rate.entity';

export const invoicesFloor: Floor = {
  entities: [
    AllocationEntity,
    InvoiceDocumentEntity,
    InvoiceEntity,
    InvoiceLineEntity,
    InvoiceLinkEntity,
    InvoiceTemplateEntity,
    InvoiceSettlementEntity,
    InvoiceVatEntity,
    IssuerEntity,
    MentionTextEntity,
    VatRateEntity,
  ],
  repositories: [
    BalanceRepository,
    ChainReader,
    ChainRepository,
    CreditRepository,
    InvoiceDocumentRepository,
    InvoiceRepository,
    InvoiceTemplateRepository,
    IssuerRepository,
    ReferenceRows,
  ],
  useCases: [
    ChangeInvoiceTemplate,
    PreviewInvoiceTemplate,
    ClockAgreement,
    ComposeInvoice,
    CreditInvoice,
    DecideVat,
    IssueInvoice,
    KnownVatRates,
    RecordIssuer,
    GuardInvoiceChain,
    InvoiceLooks,
    ReadInvoiceDocument,
    ReadInvoices,
    ReadIssuer,
    SettleInvoice,
    VerifyInvoice,
    WriteCreditNote,
  ],
  door: [
    InvoiceSubject,
    InvoiceChainSubject,
    InvoiceDocumentSubject,
    MentionsEnding,
    VerifyDocuments,
    VerifyInvoiceChain,
  ],
};
