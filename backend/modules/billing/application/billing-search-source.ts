import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SearchHit } from '@calmness/contracts';
import { SearchSource } from '@calmness/platform/composition';

/** Shorter pieces of a number name too much. */
const shortest = 3;

/** Payments by their reference or transaction, invoices by their number, for the staff's palette. */
@Injectable()
export class BillingSearchSource extends SearchSource {
  readonly name = 'billing';
  readonly permission = 'billing.payments-read';

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  search(text: string, limit: number): Promise<SearchHit[]> {
    if (text.length < shortest) return Promise.resolve([]);
    return this.dataSource.query<SearchHit[]>(
      `SELECT 'payment' AS kind, reference AS title, plan_code AS detail, '/admin/payments' AS url
         FROM billing.payment WHERE strpos(upper(reference), upper($1)) > 0 OR upper(transaction_number) = upper($1)
       UNION ALL
       SELECT 'invoice', number, buyer ->> 'name', '/admin/invoices'
         FROM billing.invoice WHERE strpos(upper(number), upper($1)) > 0
       ORDER BY title DESC LIMIT $2`,
      [text, limit],
    );
  }
}
