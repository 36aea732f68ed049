import { Component, inject, input } from '@angular/core';
import type { InvoicePreview } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { Money } from '../../ui/money';
import { adminTexts } from '../admin-texts';
import { invoiceDeskTexts } from './invoice-desk-texts';

export type Figures = Pick<
  InvoicePreview,
  'lines' | 'vat' | 'net_cents' | 'vat_cents' | 'total_cents' | 'mentions'
>;

/** Lines, rates, totals and mentions of an invoice, issued or not yet. */
@Component({
  selector: 'cal-invoice-figures',
  imports: [Money, ...dataTable],
  template: `
    <table calTable [attr.aria-label]="label()">
      <thead calRows>
        <tr calRow>
          <th calHead>{{ t().columns.label }}</th>
          <th calHead class="number">{{ t().columns.quantity }}</th>
          <th calHead class="number">{{ t().columns.net }}</th>
          <th calHead class="number">{{ t().columns.vat }}</th>
        </tr>
      </thead>
      <tbody calRows>
        @for (line of of().lines; track line.position) {
          <tr calRow>
            <td [calCell]="t().columns.label" class="first">{{ line.label }}</td>
            <td [calCell]="t().columns.quantity" class="number">
              {{ formats.number(+line.quantity) }}
            </td>
            <td [calCell]="t().columns.net" class="number"><cal-money [cents]="line.net_cents" /></td>
            <td [calCell]="t().columns.vat" class="number">
              {{ line.vat_rate_bp === null ? '—' : formats.percent(line.vat_rate_bp) }}
            </td>
          </tr>
        }
      </tbody>
    </table>
    <dl>
      <div>
        <dt>{{ t().payment.totals.net }}</dt>
        <dd><cal-money [cents]="of().net_cents" /></dd>
      </div>
      <div>
        <dt>{{ t().payment.totals.vat }}</dt>
        <dd><cal-money [cents]="of().vat_cents" /></dd>
      </div>
      <div class="sum">
        <dt>{{ t().payment.totals.total }}</dt>
        <dd><cal-money [cents]="of().total_cents" /></dd>
      </div>
    </dl>
    <details>
      <summary>{{ desk().detail.mentions }}</summary>
      <ul>
        @for (mention of of().mentions; track mention) {
          <li>{{ mention }}</li>
        }
      </ul>
    </details>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    dl {
      display: grid;
      gap: 6px;
      justify-self: end;
      min-width: min(100%, 280px);
      font-variant-numeric: tabular-nums;
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: 24px;
    }
    .sum {
      padding-top: 8px;
      border-top: 1px solid var(--mat-sys-outline-variant);
      font-weight: 700;
    }
    details ul {
      display: grid;
      gap: 6px;
      padding: 8px 0 0 18px;
      font-size: 0.875rem;
    }
  `,
})
export class InvoiceFigures {
  readonly of = input.required<Figures>();
  readonly label = input.required<string>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly desk = useTexts(invoiceDeskTexts);
}
