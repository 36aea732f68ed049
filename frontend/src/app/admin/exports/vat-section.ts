import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { mdiPercentOutline } from '@mdi/js';
import type { TaxedAmount, VatReport } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { Money } from '../../ui/money';
import { parisToday } from '../paris-today';
import { exportsTexts } from './exports-texts';

const yearsBack = 3;

/** VAT collected of a year, month by month, counted both ways. */
@Component({
  selector: 'cal-vat-section',
  imports: [EmptyState, Faces, FilterTabs, Money, ...dataTable],
  template: `
    <section class="stack-tight" aria-labelledby="vat">
      <h2 id="vat">{{ t().vat.title }}</h2>
      <cal-filter-tabs [legend]="t().downloads.year" [choices]="years" [(value)]="year" />
      <cal-faces [of]="answer" [empty]="rows().length === 0" [count]="3">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().vat.none" [reason]="t().vat.noneReason" />
        <div class="stack-tight">
          <cal-filter-tabs [legend]="t().vat.title" [choices]="ways()" [(value)]="way" />
          <p class="muted">{{ t().vat.rule(report()?.vat_on_debits ?? false) }}</p>
          <div class="table-card">
            <table calTable [attr.aria-label]="t().vat.title">
              <thead calRows>
                <tr calRow>
                  <th calHead>{{ t().vat.month }}</th>
                  <th calHead>{{ t().vat.rate }}</th>
                  <th calHead class="number">{{ t().vat.base }}</th>
                  <th calHead class="number">{{ t().vat.tax }}</th>
                </tr>
              </thead>
              <tbody calRows>
                @for (row of shown(); track row.key) {
                  <tr calRow>
                    <td [calCell]="t().vat.month" class="first strong">{{ row.month }}</td>
                    <td [calCell]="t().vat.rate">{{ rateOf(row.rate) }}</td>
                    <td [calCell]="t().vat.base" class="number">
                      <cal-money [cents]="row.rate.net_cents" />
                    </td>
                    <td [calCell]="t().vat.tax" class="number strong">
                      <cal-money [cents]="row.rate.vat_cents" />
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        </div>
      </cal-faces>
    </section>
  `,
})
export class VatSection {
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(exportsTexts);
  protected readonly icon = mdiPercentOutline;
  private readonly thisYear = Number(parisToday().slice(0, 4));
  protected readonly years = Array.from({ length: yearsBack }, (_, back) => String(this.thisYear - back)).map(
    (value) => ({ value, label: value }),
  );
  protected readonly year = signal(String(this.thisYear));
  protected readonly way = signal<'on_debits' | 'on_cash'>('on_cash');
  protected readonly answer = httpResource<VatReport>(() => `/api/admin/exports/vat?year=${this.year()}`);
  protected readonly report = valueOf(this.answer);
  protected readonly ways = computed(() => [
    { value: 'on_cash' as const, label: this.t().vat.cash },
    { value: 'on_debits' as const, label: this.t().vat.debits },
  ]);
  protected readonly shown = computed(() => this.rowsOf(this.way()));
  protected readonly rows = computed(() => [...this.rowsOf('on_cash'), ...this.rowsOf('on_debits')]);

  protected rateOf({ rate_bp: rate }: TaxedAmount): string {
    return rate === null ? this.t().vat.untaxed : this.formats.percent(rate);
  }

  private rowsOf(way: 'on_debits' | 'on_cash'): { key: string; month: string; rate: TaxedAmount }[] {
    const months = this.report()?.months ?? [];
    return months.flatMap((one) =>
      one[way].map((rate) => ({
        key: `${one.month} ${rate.category} ${String(rate.rate_bp)}`,
        month: one.month,
        rate,
      })),
    );
  }
}
