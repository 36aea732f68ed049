import { XMLParser } from 'fast-xml-parser';
import { DomainError } from '@calmness/platform/errors';
import { readAmount, readDay } from './read-amount';
import type { StatementEntry } from './statement';

type Node = Record<string, unknown>;

/** Numbers stay text, entities stay unread: nothing in the file decides what is executed or fetched. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
});

/**
 * The booked lines in euros of a CAMT.053 statement (ISO 20022). A file that defines a document type or
 * entities is refused unread.
 * @throws DomainError billing.statement-unreadable
 */
export function readCamt(xml: string): StatementEntry[] {
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(xml)) throw unreadable('doctype');
  const statements = all(at(parsed(xml), 'Document', 'BkToCstmrStmt'), 'Stmt');
  const entries = statements.flatMap((statement) => all(statement, 'Ntry').flatMap(entriesOf));
  if (entries.length === 0) throw unreadable('Ntry');
  return entries;
}

function parsed(xml: string): Node {
  try {
    return parser.parse(xml, true) as Node;
  } catch {
    throw unreadable('xml');
  }
}

/** One entry may carry several transactions, each with its own amount; else the entry is the line. */
function entriesOf(entry: Node): StatementEntry[] {
  const status = textOf(at(entry, 'Sts'), 'Cd') || textOf(entry, 'Sts');
  if (status !== 'BOOK' && status !== '') return [];
  const details = all(entry, 'NtryDtls').flatMap((detail) => all(detail, 'TxDtls'));
  const own = details.filter((detail) => moneyOf(detail) !== null);
  const parts = own.length === details.length && own.length > 0 ? own : [details[0] ?? {}];
  return parts.flatMap((part) => lineOf(entry, part) ?? []);
}

function lineOf(entry: Node, part: Node): StatementEntry | null {
  const bookedOn = dayOf(at(entry, 'BookgDt')) ?? dayOf(at(entry, 'ValDt'));
  const cents = moneyOf(part) ?? moneyOf(entry);
  if (bookedOn === null || cents === null || cents === 0) return null;
  const came = firstOf(textOf(part, 'CdtDbtInd'), textOf(entry, 'CdtDbtInd')) === 'CRDT';
  const debtor = at(part, 'RltdPties', 'Dbtr');
  return {
    bookedOn,
    label: labelOf(entry, part),
    payer: firstOf(textOf(debtor, 'Nm'), textOf(at(debtor, 'Pty'), 'Nm')),
    bankReference: referenceOf(entry, at(part, 'Refs')),
    amountCents: came ? cents : -cents,
  };
}

function labelOf(entry: Node, part: Node): string {
  const written = textsOf(at(part, 'RmtInf'), 'Ustrd').join(' ');
  const endToEnd = textOf(at(part, 'Refs'), 'EndToEndId');
  return [
    firstOf(written, textOf(entry, 'AddtlNtryInf')),
    endToEnd === 'NOTPROVIDED' ? null : firstOf(endToEnd),
  ]
    .filter((text) => text !== null)
    .join(' ');
}

function referenceOf(entry: Node, refs: Node): string | null {
  return firstOf(textOf(refs, 'AcctSvcrRef'), textOf(refs, 'TxId'), textOf(entry, 'AcctSvcrRef'));
}

/** The first that says something. */
function firstOf(...texts: string[]): string | null {
  return texts.find((text) => text !== '') ?? null;
}

/** EUR cents; null for another currency. */
function moneyOf(node: Node): number | null {
  const amount = node['Amt'] ?? at(node, 'AmtDtls', 'TxAmt')['Amt'];
  if (!isNode(amount) || amount['@Ccy'] !== 'EUR') return null;
  return readAmount(textOf(amount, '#text'), false);
}

function dayOf(node: Node): string | null {
  return readDay(textOf(node, 'Dt') || textOf(node, 'DtTm'), 'YYYY-MM-DD');
}

function at(node: Node, ...path: string[]): Node {
  let here: unknown = node;
  for (const name of path) here = first(isNode(here) ? here[name] : undefined);
  return isNode(here) ? here : {};
}

function all(node: Node, name: string): Node[] {
  const found = node[name];
  return (Array.isArray(found) ? found : [found]).filter(isNode);
}

function textsOf(node: Node, name: string): string[] {
  const found = node[name];
  return (Array.isArray(found) ? found : [found]).filter((text) => typeof text === 'string').map(unescaped);
}

function textOf(node: Node, name: string): string {
  return textsOf(node, name)[0] ?? '';
}

const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’' };

/** The five marks XML itself knows; no other entity means anything here. */
function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => marks[name] ?? '').trim();
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(column: string): DomainError {
  return new DomainError('billing.statement-unreadable', { column }, 'invalid', [
    { field: 'content_base64', code: 'invalid' },
  ]);
}
