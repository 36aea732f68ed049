import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { mdiAccountCheckOutline, mdiCashSync, mdiTimerSandEmpty } from '@mdi/js';
import type { SubscriptionFigures } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { leavingTexts } from '../../features/billing/leaving-texts';
import { Faces } from '../../ui/faces';
import { FigureChart } from '../../ui/figure-chart';
import { StatCard } from '../../ui/stat-card';
import { contractsTexts } from './contracts-texts';

/** What subscriptions come to: today, month by month, and what is about to end. */
@Component({
  selector: 'cal-subscription-figures-panel',
  imports: [Faces, FigureChart, StatCard],
  template: `
    <cal-faces [of]="answer" shape="cards" [count]="3">
      @if (figures(); as figures) {
        <div class="stack-tight">
          <div class="card-grid">
            <cal-stat-card
              tone="gold"
              [icon]="icons.money"
              [label]="t().mrr"
              [value]="formats.money(figures.mrr_cents)"
            />
            <cal-stat-card
              tone="success"
              [icon]="icons.active"
              [label]="t().active"
              [value]="formats.number(figures.active)"
            />
            <cal-stat-card
              tone="info"
              [icon]="icons.trials"
              [label]="t().trials"
              [value]="formats.number(figures.trials)"
            />
          </div>
          <p class="muted">{{ t().mrrHint }}</p>
          <div class="charts">
            <cal-figure-chart
              [heading]="t().months"
              [summary]="t().monthsHint"
              [tableLabel]="t().table"
              [columns]="[t().month, t().started, t().lost, t().churn, t().mrr]"
              [rows]="monthRows()"
              [labels]="monthLabels()"
              [series]="monthSeries()"
            />
            <cal-figure-chart
              [heading]="t().renewals"
              [summary]="t().renewalsHint"
              [tableLabel]="t().table"
              [columns]="[t().week, t().due, t().cancelled]"
              [rows]="weekRows()"
              [labels]="weekLabels()"
              [series]="weekSeries()"
            />
          </div>
          <section class="card stack-tight" aria-labelledby="reasons">
            <h2 id="reasons">{{ t().reasons }}</h2>
            <ul>
              @for (reason of figures.reasons; track reason.reason_code) {
                <li>{{ leaving().reasons[reason.reason_code] }} : {{ formats.number(reason.count) }}</li>
              } @empty {
                <li>{{ t().noReason }}</li>
              }
            </ul>
          </section>
        </div>
      }
    </cal-faces>
  `,
  styles: `
    .charts {
      display: grid;
      gap: 16px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
  `,
})
export class SubscriptionFiguresPanel {
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(contractsTexts);
  protected readonly leaving = useTexts(leavingTexts);
  protected readonly t = computed(() => this.texts().figures);
  protected readonly icons = {
    money: mdiCashSync,
    active: mdiAccountCheckOutline,
    trials: mdiTimerSandEmpty,
  };
  protected readonly answer = httpResource<SubscriptionFigures>(() => '/api/admin/subscriptions/figures');
  protected readonly figures = valueOf(this.answer);
  private readonly months = computed(() => this.figures()?.months ?? []);
  private readonly weeks = computed(() => this.figures()?.renewals ?? []);

  protected readonly monthLabels = computed(() => this.months().map(({ month }) => month.slice(0, 7)));
  protected readonly monthRows = computed(() =>
    this.months().map(({ month, started, lost, at_start, mrr_cents }) => ({
      name: month.slice(0, 7),
      cells: [
        this.formats.number(started),
        this.formats.number(lost),
        at_start > 0 ? `${this.formats.number(Math.round((lost / at_start) * 1000) / 10)} %` : '—',
        this.formats.money(mrr_cents),
      ],
    })),
  );
  protected readonly monthSeries = computed(() => [
    { name: this.t().started, tone: 'success' as const, values: this.months().map(({ started }) => started) },
    { name: this.t().lost, tone: 'error' as const, values: this.months().map(({ lost }) => lost) },
  ]);
  protected readonly weekLabels = computed(() => this.weeks().map(({ week }) => this.formats.dayBrief(week)));
  protected readonly weekRows = computed(() =>
    this.weeks().map(({ week, due, cancelled }) => ({
      name: this.formats.dayBrief(week),
      cells: [this.formats.number(due - cancelled), this.formats.number(cancelled)],
    })),
  );
  protected readonly weekSeries = computed(() => [
    {
      name: this.t().due,
      tone: 'gold' as const,
      values: this.weeks().map(({ due, cancelled }) => due - cancelled),
    },
    {
      name: this.t().cancelled,
      tone: 'neutral' as const,
      values: this.weeks().map(({ cancelled }) => cancelled),
    },
  ]);
}
