import { parse } from 'csv-parse/sync';
import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { locales, type ImportOutcome, type Locale } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';

/** One line of a file of members, read and judged. */
export interface ImportRow {
  /** As an editor counts: the header is line 1. */
  line: number;
  email: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  phone: string | null;
  outcome: Extract<ImportOutcome, 'new' | 'repeated' | 'invalid'>;
  /** Columns that are wrong. */
  fields: string[];
}

export const importMaxRows = 1_000;
const nameMaxLength = 80;
const needed = ['email', 'first_name', 'last_name'];

/**
 * Reads a file as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark.
 * @throws DomainError accounts.import-unreadable without the needed columns, or with too many lines
 */
export function readImport(csv: string): ImportRow[] {
  const records = recordsOf(csv);
  const [first] = records;
  const unreadable = !first || needed.some((column) => !(column in first)) || records.length > importMaxRows;
  if (unreadable) throw new DomainError('accounts.import-unreadable', { max: importMaxRows }, 'invalid');
  const seen = new Set<string>();
  return records.map((record, index) => judge(record, index + 2, seen));
}

function recordsOf(csv: string): Record<string, string>[] {
  const header = csv.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [';', '\t', ','].find((candidate) => header.includes(candidate)) ?? ',';
  try {
    return parse<Record<string, string>>(csv, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      ...{ delimiter, trim: true, skip_empty_lines: true, relax_column_count: true },
    });
  } catch {
    throw new DomainError('accounts.import-unreadable', { max: importMaxRows }, 'invalid');
  }
}

function judge(record: Record<string, string>, line: number, seen: Set<string>): ImportRow {
  const { email = '', first_name: firstName = '', last_name: lastName = '' } = record;
  const locale = locales.find((known) => known === (record['locale'] || 'fr'));
  const phone = readPhone(record['phone']);
  const right = {
    email: isEmail(email) && email.length <= 254,
    first_name: isName(firstName),
    last_name: isName(lastName),
    locale: locale !== undefined,
    phone: phone !== undefined,
  };
  const fields = Object.entries(right).flatMap(([field, isRight]) => (isRight ? [] : [field]));
  const outcome = fields.length > 0 ? 'invalid' : seen.has(email.toLowerCase()) ? 'repeated' : 'new';
  seen.add(email.toLowerCase());
  const person = { email, firstName, lastName, locale: locale ?? 'fr' };
  return { line, ...person, phone: phone ?? null, outcome, fields };
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= nameMaxLength;
}

/** A number without a country is French; undefined for what is none, null for nothing. */
function readPhone(typed = ''): string | null | undefined {
  if (typed === '') return null;
  const phone = parsePhoneNumberFromString(typed, 'FR');
  return phone?.isValid() ? phone.number : undefined;
}
