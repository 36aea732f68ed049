import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { mdiLockCheckOutline } from '@mdi/js';
import { closingPeriods } from '@calmness/contracts';
import type { ClosingList, ClosingPeriod, ClosingView } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FigureChart } from '../../ui/figure-chart';
import type { ChartSeries } from '../../ui/figure-chart';
import { FilterTabs } from '../../ui/filter-tabs';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { exportsTexts } from './exports-texts';

const drawn = 31;

/** What was closed, and the total that never starts again. */
@Component({
  selector: 'cal-closings-section',
  imports: [EmptyState, Faces, FigureChart, FilterTabs, Money, MoreButton, ...dataTable],
  template: `
    <section class="stack-tight" aria-labelledby="closings">
      <h2 id="closings">{{ t().closings.title }}</h2>
      <p class="muted">{{ t().closings.lead }}</p>
      <cal-filter-tabs [legend]="t().closings.period" [choices]="choices()" [(value)]="period" />
      <cal-faces [of]="list" [empty]="closings().length === 0" [count]="4">
        <cal-empty-state
          calEmpty
          [icon]="icon"
          [title]="t().closings.empty"
          [reason]="t().closings.emptyReason"
        />
        <div class="stack">
          <cal-figure-chart
            [heading]="t().closings.chart"
            [summary]="summary()"
            [tableLabel]="t().closings.table"
            [columns]="[t().closings.columns.day, t().closings.columns.perpetual]"
            [rows]="rows()"
            [labels]="labels()"
            [series]="series()"
          />
          <div class="table-card">
            <table calTable [attr.aria-label]="t().closings.title">
              <thead calRows>
                <tr calRow>
                  <th calHead>{{ t().closings.columns.day }}</th>
                  <th calHead class="number">{{ t().closings.columns.invoices }}</th>
                  <th calHead class="number">{{ t().closings.columns.credits }}</th>
                  <th calHead class="number">{{ t().closings.columns.net }}</th>
                  <th calHead class="number">{{ t().closings.columns.vat }}</th>
                  <th calHead class="number">{{ t().closings.columns.total }}</th>
                  <th calHead class="number">{{ t().closings.columns.perpetual }}</th>
                </tr>
              </thead>
              <tbody calRows>
                @for (closing of closings(); track closing.seq) {
                  <tr calRow>
                    <td [calCell]="t().closings.columns.day" class="first strong">{{ nameOf(closing) }}</td>
                    <td [calCell]="t().closings.columns.invoices" class="number">
                      {{ closing.invoice_count }}
                    </td>
                    <td [calCell]="t().closings.columns.credits" class="number">
                      {{ closing.credit_count }}
                    </td>
                    <td [calCell]="t().closings.columns.net" class="number">
                      <cal-money [cents]="closing.net_cents" />
                    </td>
                    <td [calCell]="t().closings.columns.vat" class="number">
                      <cal-money [cents]="closing.vat_cents" />
                    </td>
                    <td [calCell]="t().closings.columns.total" class="number strong">
                      <cal-money [cents]="closing.total_cents" />
                    </td>
                    <td [calCell]="t().closings.columns.perpetual" class="number">
                      <cal-money [cents]="closing.perpetual_cents" />
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <cal-more-button [shown]="paging.hasMore()" [loading]="paging.loading()" (more)="paging.more()" />
        </div>
      </cal-faces>
    </section>
  `,
})
export class ClosingsSection {
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(exportsTexts);
  protected readonly icon = mdiLockCheckOutline;
  protected readonly period = signal<ClosingPeriod>('day');
  private readonly url = computed(() => `/api/admin/exports/closings?period=${this.period()}`);
  protected readonly list = httpResource<ClosingList>(() => this.url());
  protected readonly closings = computed(() => (this.list.hasValue() ? this.list.value().closings : []));
  protected readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    closings: [...seen.closings, ...next.closings],
  }));
  protected readonly choices = computed(() =>
    closingPeriods.map((value) => ({ value, label: this.t().closings.periods[value] })),
  );
  private readonly shown = computed(() => this.closings().slice(0, drawn).toReversed());
  protected readonly labels = computed(() => this.shown().map((closing) => this.nameOf(closing)));
  protected readonly rows = computed(() =>
    this.shown().map((closing) => ({
      name: this.nameOf(closing),
      cells: [this.formats.money(closing.perpetual_cents)],
    })),
  );
  protected readonly series = computed((): ChartSeries[] => [
    {
      name: this.t().closings.columns.perpetual,
      tone: 'gold',
      values: this.shown().map(({ perpetual_cents: cents }) => cents / 100),
    },
  ]);
  protected readonly summary = computed(() => {
    const [newest] = this.closings();
    if (!newest) {
      return '';
    }
    const { perpetual_cents: total, perpetual_gross_cents: moved } = newest;
    return this.t().closings.summary(this.formats.money(total), this.formats.money(moved));
  });

  protected nameOf({ period, from_day: day }: ClosingView): string {
    if (period === 'year') {
      return day.slice(0, 4);
    }
    return period === 'month' ? day.slice(0, 7) : this.formats.dayBrief(day);
  }
}
