import { parse } from 'csv-parse/sync';
import type { StatementColumns, StatementDateFormat, StatementEncoding } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { readAmount, readDay } from './read-amount';
import type { StatementEntry } from './statement';

/** How one bank writes its statements. */
export interface CsvLayout {
  delimiter: string;
  encoding: StatementEncoding;
  decimalComma: boolean;
  dateFormat: StatementDateFormat;
  /** Lines before the header. */
  skipRows: number;
  columns: StatementColumns;
}
type Row = string[];
type Cell = (row: Row) => string;

const mostLines = 10_000;

/**
 * The lines of a CSV statement. Lines without a date or an amount (totals, blanks) are left out; a column
 * that is missing, or a file without a single line, refuses the file.
 * @throws DomainError billing.statement-unreadable naming the column
 */
export function readCsv(text: string, layout: CsvLayout): StatementEntry[] {
  const rows = parsed(text, layout);
  const [header = [], ...body] = rows.slice(layout.skipRows);
  const cells = cellsOf(header, layout.columns);
  const lines = usesNumbers(layout.columns) ? [header, ...body] : body;
  const entries = lines.flatMap((row) => entryOf(row, cells, layout) ?? []);
  if (entries.length === 0) throw unreadable('rows');
  return entries;
}

/** The file's bytes as text. */
export function decodeStatement(bytes: Uint8Array, encoding: StatementEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function parsed(text: string, { delimiter }: CsvLayout): Row[] {
  try {
    return parse(text, {
      ...{ delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
      to: mostLines,
    });
  } catch {
    throw unreadable('rows');
  }
}

interface Cells {
  date: Cell;
  label: Cell[];
  amount: Cell | null;
  debit: Cell | null;
  credit: Cell | null;
  reference: Cell | null;
  payer: Cell | null;
}

function cellsOf(header: Row, columns: StatementColumns): Cells {
  const find = (name: string): Cell => {
    const [, number] = /^#(\d{1,2})$/.exec(name) ?? [];
    const index = number ? Number(number) - 1 : header.findIndex((title) => same(title, name));
    if (index < 0) throw unreadable(name);
    return (row) => row[index]?.trim() ?? '';
  };
  const maybe = (name: string | null): Cell | null => (name ? find(name) : null);
  const { amount, debit, credit } = columns;
  if (!amount && !(debit && credit)) throw unreadable('amount');
  return {
    date: find(columns.date),
    label: columns.label.map(find),
    ...{ amount: maybe(amount), debit: maybe(debit), credit: maybe(credit) },
    ...{ reference: maybe(columns.reference), payer: maybe(columns.payer) },
  };
}

function entryOf(row: Row, cells: Cells, layout: CsvLayout): StatementEntry | null {
  const bookedOn = readDay(cells.date(row), layout.dateFormat);
  const amountCents = amountOf(row, cells, layout.decimalComma);
  if (bookedOn === null || amountCents === null || amountCents === 0) return null;
  const label = cells.label
    .map((cell) => cell(row))
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  const payer = cells.payer?.(row) ?? '';
  const reference = cells.reference?.(row) ?? '';
  return { bookedOn, label, amountCents, payer: payer || null, bankReference: reference || null };
}

function amountOf(row: Row, { amount, debit, credit }: Cells, comma: boolean): number | null {
  if (amount) return readAmount(amount(row), comma);
  const came = readAmount(credit?.(row) ?? '', comma);
  if (came !== null && came !== 0) return Math.abs(came);
  const left = readAmount(debit?.(row) ?? '', comma);
  return left === null ? null : -Math.abs(left);
}

function usesNumbers({ date }: StatementColumns): boolean {
  return date.startsWith('#');
}

function same(title: string, name: string): boolean {
  return title.trim().toLowerCase() === name.trim().toLowerCase();
}

function unreadable(column: string): DomainError {
  return new DomainError('billing.statement-unreadable', { column }, 'invalid', [
    { field: 'content_base64', code: 'invalid' },
  ]);
}
