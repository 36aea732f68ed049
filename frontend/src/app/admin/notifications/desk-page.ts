import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  mdiAlertCircleOutline,
  mdiCheckCircleOutline,
  mdiEmailFastOutline,
  mdiSendOutline,
  mdiTimerOutline,
} from '@mdi/js';
import { deskPeriods } from '@calmness/contracts';
import type { DeliveryDashboard } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { PageHeader } from '../../ui/page-header';
import { StatCard } from '../../ui/stat-card';
import { DeliveryTable } from './delivery-table';
import { DeskAlerts } from './desk-alerts';
import { DeskCharts } from './desk-charts';
import { deskTexts } from './desk-texts';
import { VendorsSection } from './vendors-section';

const usualDays = 7;

/** How well the academy speaks: figures, charts, the newest deliveries and the providers. */
@Component({
  selector: 'cal-desk-page',
  imports: [
    DeliveryTable,
    DeskAlerts,
    DeskCharts,
    EmptyState,
    Faces,
    FilterTabs,
    MatButton,
    PageHeader,
    RouterLink,
    StatCard,
    VendorsSection,
  ],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminDesk" [lead]="t().lead">
        <a matButton="outlined" routerLink="/admin/notifications/log">{{ t().log }}</a>
      </cal-page-header>
      <cal-filter-tabs
        [legend]="t().period"
        [choices]="choices()"
        [value]="period()"
        (valueChange)="choose($event)"
      />
      @if (figures(); as figures) {
        <cal-desk-alerts [alerts]="figures.alerts" />
      }
      <cal-faces [of]="answer" [empty]="figures()?.total === 0" [count]="4">
        <cal-empty-state calEmpty [icon]="icons.sent" [title]="t().empty" [reason]="t().emptyReason" />
        @if (figures(); as figures) {
          <div class="stack">
            <div class="card-grid">
              @for (card of cards(); track card.label) {
                <cal-stat-card
                  [label]="card.label"
                  [value]="card.value"
                  [icon]="card.icon"
                  [tone]="card.tone"
                />
              }
            </div>
            <cal-desk-charts [figures]="figures" />
            <section class="stack-tight" aria-labelledby="newest">
              <div class="row row-apart">
                <h2 id="newest">{{ t().newest }}</h2>
                <a routerLink="/admin/notifications/log">{{ t().seeLog }}</a>
              </div>
              <cal-delivery-table [rows]="figures.newest" [label]="t().newest" />
            </section>
          </div>
        }
      </cal-faces>
      <cal-vendors-section />
    </div>
  `,
})
export class DeskPage {
  /** `?days=` of the URL. */
  readonly days = input<string>();
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(deskTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icons = { sent: mdiEmailFastOutline };

  protected readonly period = computed(() => {
    const asked = deskPeriods.find((days) => String(days) === this.days());
    return String(asked ?? usualDays);
  });
  protected readonly choices = computed(() =>
    deskPeriods.map((days) => ({ value: String(days), label: this.t().periods[days] })),
  );
  protected readonly answer = httpResource<DeliveryDashboard>(
    () => `/api/admin/notifications/dashboard?days=${this.period()}`,
  );
  protected readonly figures = valueOf(this.answer);

  protected readonly cards = computed(() => {
    const figures = this.figures();
    const t = this.t().figures;
    if (!figures) {
      return [];
    }
    const { total, outcomes, success_rate_percent: rate, delay_ms: delay } = figures;
    const seconds = (ms: number): string => t.seconds(this.formats.number(Math.round(ms / 100) / 10));
    return [
      { label: t.total, value: this.formats.number(total), icon: mdiSendOutline, tone: 'gold' as const },
      {
        label: t.rate,
        value: rate === null ? t.none : this.formats.percent(rate * 100),
        icon: mdiCheckCircleOutline,
        tone: 'success' as const,
      },
      {
        label: t.missed,
        value: this.formats.number(outcomes.missed),
        icon: mdiAlertCircleOutline,
        tone: 'warning' as const,
      },
      {
        label: t.delay,
        value: delay ? `${seconds(delay.p50)} · ${seconds(delay.p95)}` : t.none,
        icon: mdiTimerOutline,
        tone: 'info' as const,
      },
    ];
  });

  protected choose(days: string): void {
    void this.router.navigate([], { queryParams: { days }, replaceUrl: true });
  }
}
