import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { BuyerSnapshot } from '../domain/buyer';
import type { InvoiceDraft, IssuerSnapshot, PrintedMention } from '../domain/invoice';
import { snapshotOf } from '../domain/issuer';
import {
  mentionRules,
  requiredFields,
  type MentionCase,
  type MentionCode,
  type MentionFacts,
} from '../domain/mentions';
import type { InvoiceOrder } from '../domain/order';
import { frameOf, operationOf } from '../domain/supply';
import { totalsOf, type InvoiceTotals } from '../domain/totals';
import { IssuerRepository } from '../persistence/issuer.repository';
import { ReferenceRows } from '../persistence/reference-rows.repository';
import { DecideVat, type TaxedLine } from './decide-vat';

/** What an order costs, before anything is written. */
export interface Quote extends InvoiceTotals {
  taxed: TaxedLine[];
  issuer: IssuerSnapshot;
}

/** Writes an invoice, all but number, hour and link: the quote, the preview and the issue read the same. */
@Injectable()
export class ComposeInvoice {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly decideVat: DecideVat,
    private readonly rows: ReferenceRows,
    private readonly clock: Clock,
  ) {}

  /**
   * @param on the issue day, Europe/Paris
   * @throws DomainError billing.issuer-missing, billing.missing-mention and what deciding the VAT throws
   */
  async execute(order: InvoiceOrder, on: IsoDate, manager?: EntityManager): Promise<InvoiceDraft> {
    const issuer = await this.issuerOf(manager);
    const { taxed, ...totals } = await this.total(order, { ...issuer, on }, manager);
    const { type, priceMode, memberId, supplyFrom, supplyTo, dueDate } = order;
    const { buyer, payments, links, purchaseOrder, reason } = order;
    const paidCents = settledBy(order);
    const facts = { type, issuer: issuer.snapshot, buyer, lines: totals.lines, reason };
    assertComplete({ ...facts, linked: links.length > 0 });
    const operation = operationOf(totals.lines);
    const paid = paidCents === totals.totalCents;
    const situation = { type, buyerKind: buyer.kind, operation, paid, vatMentions: mentionsOf(taxed) };
    return {
      ...totals,
      ...{ type, priceMode, memberId, supplyFrom, supplyTo, dueDate, buyer, paidCents, payments, links },
      ...{ purchaseOrder, reason },
      frame: frameOf(operation, { paid, afterDeposits: links.some(({ role }) => role === 'deducts') }),
      issuerId: issuer.id,
      issuer: issuer.snapshot,
      mentions: await this.mentions({ ...situation, issuer: issuer.snapshot }, on, manager),
      isDemo: issuer.isDemo,
    };
  }

  /**
   * Lines, rates and total of an order that nobody placed yet.
   * @throws DomainError billing.issuer-missing and what deciding the VAT throws
   */
  async quote(
    order: Pick<InvoiceOrder, 'lines' | 'priceMode'> & { buyer: BuyerSnapshot },
    on: IsoDate,
  ): Promise<Quote> {
    const issuer = await this.issuerOf();
    return { ...(await this.total(order, { ...issuer, on })), issuer: issuer.snapshot };
  }

  /** The words that hold on a day for a situation. @throws DomainError billing.missing-mention */
  async mentions(situation: MentionCase, on: IsoDate, manager?: EntityManager): Promise<PrintedMention[]> {
    const texts = await this.rows.mentionsOn(on, 'fr', manager);
    const rules = mentionRules.filter((rule) => rule.applies(situation));
    const found = rules.map((rule) => ({ rule, row: texts.find((text) => text.code === rule.code) }));
    refuseMissing(
      found.flatMap(({ rule, row }) => (row ? [] : [{ field: `mention.${rule.code}`, law: rule.law }])),
    );
    return found.flatMap(({ row }) =>
      row ? [{ code: row.code, text: row.text, legalRef: row.legalRef }] : [],
    );
  }

  private async total(
    { lines, priceMode, buyer }: Pick<InvoiceOrder, 'lines' | 'priceMode' | 'buyer'>,
    { snapshot, on }: { snapshot: IssuerSnapshot; on: IsoDate },
    manager?: EntityManager,
  ): Promise<InvoiceTotals & { taxed: TaxedLine[] }> {
    const taxed = await this.decideVat.execute(lines, { issuer: snapshot, buyer, on }, manager);
    return { ...totalsOf(taxed, priceMode), taxed };
  }

  private async issuerOf(
    manager?: EntityManager,
  ): Promise<{ id: InvoiceDraft['issuerId']; isDemo: boolean; snapshot: IssuerSnapshot }> {
    const issuer = await this.issuers.current(this.clock.now(), manager);
    if (!issuer) throw new DomainError('billing.issuer-missing', {}, 'conflict');
    return { id: issuer.id, isDemo: issuer.isDemo, snapshot: snapshotOf(issuer) };
  }
}

/** Payments and deducted deposits, EUR cents. */
function settledBy({ payments, links }: InvoiceOrder): number {
  const deposits = links.filter(({ role }) => role === 'deducts');
  return [...payments, ...deposits].reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function mentionsOf(taxed: readonly TaxedLine[]): MentionCode[] {
  return taxed.flatMap(({ treatment: { mention } }) => mention ?? []);
}

/** @throws DomainError billing.missing-mention naming every field that is missing and its law */
export function assertComplete(facts: MentionFacts): void {
  refuseMissing(requiredFields.filter((rule) => rule.missing(facts)));
}

/** Nothing is numbered then. */
function refuseMissing(missing: readonly { field: string; law: string }[]): void {
  const [first] = missing;
  if (!first) return;
  throw new DomainError('billing.missing-mention', {
    field: first.field,
    law: first.law,
    fields: missing.map(({ field }) => field),
    laws: missing.map(({ law }) => law),
  });
}
