import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IssuedInvoice, PaymentNote } from '../domain/invoice';

/** Where a link stands in its series. */
export interface ChainPlace {
  year: number;
  seq: number;
}
type Header = Omit<IssuedInvoice, 'lines' | 'vat' | 'links'> & { paymentNote: PaymentNote | null };
type Part = 'lines' | 'vat' | 'links';
type Owned<P extends Part> = IssuedInvoice[P][number] & { invoiceId: string };

const header = `
  SELECT id, type, series, year, seq, number, member_id AS "memberId", issued_at AS "issuedAt",
         issue_date::text AS "issueDate", supply_from::text AS "supplyFrom", supply_to::text AS "supplyTo",
         due_date::text AS "dueDate", frame, price_mode AS "priceMode", currency, net_cents AS "netCents",
         vat_cents AS "vatCents", total_cents AS "totalCents", paid_cents AS "paidCents",
         payment_note AS "paymentNote", content_version AS "contentVersion", payments,
         purchase_order AS "purchaseOrder", reason, verify_code AS "verifyCode", issuer_id AS "issuerId", issuer,
         buyer, mentions, is_demo AS "isDemo", idempotency_key AS "idempotencyKey", prev_hash AS "prevHash", hash
    FROM billing.invoice`;
const parts: Record<Part, string> = {
  lines: `
    SELECT invoice_id AS "invoiceId", position, label, detail, quantity, unit_net AS "unitNet", net_cents AS "netCents",
           vat_category AS "vatCategory", rate_bp AS "rateBp", discount_cents AS "discountCents",
           discount_reason AS "discountReason", amount_cents AS "amountCents", of_position AS "ofPosition",
           supply_kind AS "supplyKind"
      FROM billing.invoice_line`,
  vat: `
    SELECT invoice_id AS "invoiceId", position, category, rate_bp AS "rateBp", base_cents AS "baseCents",
           vat_cents AS "vatCents", exemption_code AS "exemptionCode", exemption_text AS "exemptionText"
      FROM billing.invoice_vat`,
  links: `
    SELECT invoice_id AS "invoiceId", position, role, preceding_id AS "precedingId", number,
           issue_date::text AS "issueDate", amount_cents AS "amountCents"
      FROM billing.invoice_link`,
};

/**
 * Invoices by the thousand, for checks and exports: plain rows in the order of the chain, a page at a time, read
 * through the index and never all in memory.
 */
@Injectable()
export class ChainReader {
  constructor(private readonly dataSource: DataSource) {}

  /** The next links of a series after a place. */
  async after(series: string, { year, seq }: ChainPlace, limit: number): Promise<IssuedInvoice[]> {
    const headers = await this.dataSource.query<Header[]>(
      `${header} WHERE series = $1 AND (year, seq) > ($2, $3) ORDER BY year, seq LIMIT $4`,
      [series, year, seq, limit],
    );
    return this.complete(headers);
  }

  async byIds(ids: readonly string[]): Promise<Map<string, IssuedInvoice>> {
    const headers = await this.dataSource.query<Header[]>(`${header} WHERE id = ANY($1)`, [ids]);
    return new Map((await this.complete(headers)).map((invoice) => [invoice.id, invoice]));
  }

  private async complete(headers: Header[]): Promise<IssuedInvoice[]> {
    if (headers.length === 0) return [];
    const ids = headers.map(({ id }) => id);
    const [lines, vat, links] = await Promise.all([
      this.partsOf('lines', ids),
      this.partsOf('vat', ids),
      this.partsOf('links', ids),
    ]);
    return headers.map(({ paymentNote, ...row }) => ({
      ...row,
      payments: paymentNote ? [paymentNote] : row.payments,
      lines: lines.get(row.id) ?? [],
      vat: vat.get(row.id) ?? [],
      links: links.get(row.id) ?? [],
    }));
  }

  private async partsOf<P extends Part>(part: P, ids: string[]): Promise<Map<string, Owned<P>[]>> {
    const rows = await this.dataSource.query<Owned<P>[]>(
      `${parts[part]} WHERE invoice_id = ANY($1) ORDER BY invoice_id, position`,
      [ids],
    );
    return Map.groupBy(rows, ({ invoiceId }) => invoiceId);
  }
}
