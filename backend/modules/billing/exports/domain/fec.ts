import type { IsoDate } from '@calmness/events';
import type { Accounts } from './accounts';
import { journalName, type BookedLine, type Booking } from './booking';

/** The columns of the fichier des écritures comptables, in their order (LPF, art. A47 A-1). */
export const fecColumns = [
  ...['JournalCode', 'JournalLib', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompteLib', 'CompAuxNum'],
  ...['CompAuxLib', 'PieceRef', 'PieceDate', 'EcritureLib', 'Debit', 'Credit', 'EcritureLet', 'DateLet'],
  ...['ValidDate', 'Montantdevise', 'Idevise'],
] as const;

/** SIREN, FEC, last day of the year. */
export function fecName(siren: string, year: number): string {
  return `${siren}FEC${year}1231.txt`;
}

export function fecHeader(): string {
  return `${fecColumns.join('\t')}\r\n`;
}

/** The lines of one entry; `number` follows the one before without a gap. */
export function fecLines(booking: Booking, number: number, accounts: Accounts): string {
  return booking.lines.map((line) => fecLine(booking, line, number, accounts)).join('');
}

function fecLine(booking: Booking, line: BookedLine, number: number, accounts: Accounts): string {
  const { account, label } = accounts[line.code];
  const client = line.code.startsWith('customer');
  const cells = [
    ...[booking.journal, journalName(booking.journal), String(number), compact(booking.day), account, label],
    ...(client ? [`C${booking.memberId.replaceAll('-', '').slice(-12)}`, booking.memberName] : ['', '']),
    ...[booking.piece, compact(booking.pieceDay), booking.label],
    ...[decimal(line.debitCents), decimal(line.creditCents), '', ''],
    ...[compact(booking.validatedOn), '', ''],
  ];
  return `${cells.map(clean).join('\t')}\r\n`;
}

/** 20261120. */
function compact(day: IsoDate): string {
  return day.replaceAll('-', '');
}

/** EUR with a comma and two decimals. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** A tab or a line end inside a cell would make two of it. */
function clean(cell: string): string {
  return cell.replaceAll(/[\t\r\n]+/g, ' ');
}
