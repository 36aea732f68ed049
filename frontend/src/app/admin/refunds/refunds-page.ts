import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCashRefund } from '@mdi/js';
import type { RefundList, RefundSettings, RefundView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { pagingOf } from '../../core/http/paging';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { moneyTexts } from '../../features/billing/money-texts';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { SwitchRow } from '../../ui/switch-row';

/** Refunds, the waiting ones with their decision, and whether they need two people. */
@Component({
  selector: 'cal-refunds-page',
  imports: [
    EmptyState,
    Faces,
    FailureNote,
    MatButton,
    Money,
    MoreButton,
    PageHeader,
    RouterLink,
    SwitchRow,
    ...dataTable,
  ],
  templateUrl: './refunds-page.html',
})
export class RefundsPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(moneyTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiCashRefund;
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly mayRefund = computed(() => this.session.may('billing.refund'));

  private readonly url = signal('/api/admin/refunds');
  protected readonly list = httpResource<RefundList>(() => this.url());
  protected readonly refunds = computed(() => (this.list.hasValue() ? this.list.value().refunds : []));
  protected readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    refunds: [...seen.refunds, ...next.refunds],
  }));
  private readonly settingsAnswer = httpResource<RefundSettings>(() => '/api/admin/refund-settings');
  protected readonly settings = valueOf(this.settingsAnswer);

  protected turn(four_eyes: boolean): Promise<void> {
    const version = this.settings()?.version ?? 1;
    return this.run(async () => {
      const url = '/api/admin/refund-settings';
      const changed = await firstValueFrom(this.http.put<RefundSettings>(url, { four_eyes, version }));
      this.settingsAnswer.set(changed);
    }, this.t().refunds.saved);
  }

  protected approve({ id }: RefundView): Promise<void> {
    return this.run(async () => {
      await firstValueFrom(this.http.post(`/api/admin/refunds/${id}/approve`, null));
      this.list.reload();
    }, this.t().refunds.approved);
  }

  protected decline({ id }: RefundView, reason: string): Promise<void> {
    return this.run(async () => {
      await firstValueFrom(this.http.post(`/api/admin/refunds/${id}/decline`, { reason }));
      this.list.reload();
    }, this.t().refunds.declined);
  }

  private async run(work: () => Promise<void>, done: string): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await work();
      this.toasts.show(done, { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
