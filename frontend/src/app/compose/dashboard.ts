import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiArrowRight, mdiChartBoxOutline, mdiHistory } from '@mdi/js';
import type { DashboardView } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { useTexts } from '../core/i18n/feature-texts';
import { Formats } from '../core/i18n/formats';
import { UnreadBadge } from '../core/live/unread-badge';
import { Session } from '../core/session/session';
import { AppLink } from '../ui/app-link';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Icon } from '../ui/icon';
import { Money } from '../ui/money';
import { Moment } from '../ui/moment';
import { PageHeader } from '../ui/page-header';
import { StatCard } from '../ui/stat-card';
import { activityLooks } from './activity-looks';
import { dashboardTexts } from './dashboard-texts';
import { figures } from './figures';

/** Slices from several domains on one page: one that is missing from the answer is simply not there. */
@Component({
  selector: 'cal-dashboard',
  imports: [AppLink, EmptyState, Faces, Icon, MatButton, Money, Moment, PageHeader, RouterLink, StatCard],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.scss',
})
export class Dashboard {
  private readonly session = inject(Session);
  private readonly unread = inject(UnreadBadge);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(dashboardTexts);
  protected readonly looks = activityLooks;
  protected readonly icons = { figures: mdiChartBoxOutline, activity: mdiHistory, go: mdiArrowRight };

  protected readonly answer = httpResource<DashboardView>(() => '/api/auth/user/dashboard/');
  protected readonly view = valueOf(this.answer);
  protected readonly welcome = computed(() => {
    const name = this.view()?.welcome?.first_name ?? this.session.user()?.first_name;
    return name ? this.t().welcome(name) : this.t().welcomeAnonymous;
  });
  protected readonly figures = computed(() => {
    const widgets = this.view()?.widgets ?? {};
    return figures.flatMap(({ code, icon, tone, link, show }) => {
      const value = widgets[code];
      return value === undefined
        ? []
        : [{ code, icon, tone, link, label: this.t().figures[code], value: show(value, this.formats) }];
    });
  });
  protected readonly activity = computed(() => this.view()?.recent_activity ?? []);
  protected readonly actions = computed(() => this.view()?.quick_actions ?? []);

  constructor() {
    effect(() => {
      const count = this.view()?.unread_notifications;
      if (count !== undefined) {
        this.unread.set(count);
      }
    });
  }
}
