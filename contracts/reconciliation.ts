import type { ErrorCode } from './errors';
import type { IsoDateText, UuidText } from './primitives';

export const statementEncodings = ['utf-8', 'iso-8859-1', 'windows-1252'] as const;
export type StatementEncoding = (typeof statementEncodings)[number];
export const statementDateFormats = ['DD/MM/YYYY', 'DD/MM/YY', 'DD-MM-YYYY', 'YYYY-MM-DD'] as const;
export type StatementDateFormat = (typeof statementDateFormats)[number];
export const statementDelimiters = [';', ',', '\t', '|'] as const;
export type StatementDelimiter = (typeof statementDelimiters)[number];

/** Where a bank writes what: names of the header, or `#3` for the third column. */
export interface StatementColumns {
  date: string;
  /** Read one after the other, with a space between. */
  label: string[];
  /** Signed; or debit and credit apart. */
  amount: string | null;
  debit: string | null;
  credit: string | null;
  reference: string | null;
  payer: string | null;
}
export interface BankMappingWrite {
  name: string;
  delimiter: StatementDelimiter;
  encoding: StatementEncoding;
  decimal_comma: boolean;
  date_format: StatementDateFormat;
  /** Lines before the header. */
  skip_rows: number;
  columns: StatementColumns;
}
export interface BankMappingView extends BankMappingWrite {
  id: UuidText;
  version: number;
}
export interface BankMappingList {
  mappings: BankMappingView[];
}

/** `POST /admin/payments/reconcile/imports`. */
export interface StatementImportRequest {
  /** Tells accounts apart: the same line of two accounts is two lines. */
  account: string;
  source: 'csv' | 'camt053';
  /** For a CSV. */
  mapping_id?: UuidText;
  /** The file's bytes; text that was pasted is UTF-8. */
  content_base64: string;
  pasted: boolean;
}
export interface StatementImportResult {
  /** Lines in the file. */
  read: number;
  /** Lines nobody had seen before. */
  added: number;
}

export const matchCategories = ['sure', 'likely', 'none'] as const;
export type MatchCategory = (typeof matchCategories)[number];
export const matchReasons = [
  'reference',
  'reference_typo',
  'amount',
  'amount_differs',
  'name',
  'date',
] as const;
export type MatchReason = (typeof matchReasons)[number];

export interface StatementLineView {
  id: UuidText;
  account: string;
  booked_on: IsoDateText;
  label: string;
  payer: string | null;
  amount_cents: number;
  bank_reference: string | null;
  category: MatchCategory;
  reasons: MatchReason[];
  /** The payment it may be; null when nothing fits. */
  payment: { id: UuidText; reference: string; member_name: string; due_cents: number } | null;
}
/** Money that came in and that no payment took, the surest first. */
export interface StatementLineList {
  lines: StatementLineView[];
  counts: Record<MatchCategory, number>;
  /** A batch that is still being validated. */
  running_batch_id: UuidText | null;
}

export interface ReconcileBatchRequest {
  rows: { line_id: UuidText; payment_id: UuidText }[];
}
export const reconciliationStates = ['pending', 'done', 'failed'] as const;
export type ReconciliationState = (typeof reconciliationStates)[number];
export interface ReconciliationBatchView {
  id: UuidText;
  total: number;
  done: number;
  failed: number;
  finished: boolean;
  rows: {
    line_id: UuidText;
    payment_id: UuidText;
    reference: string;
    state: ReconciliationState;
    error: ErrorCode | null;
  }[];
}
