import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiFileDocumentOutline } from '@mdi/js';
import type { ChainVerdict, InvoiceList } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../core/http/failure';
import type { Failure } from '../core/http/failure';
import { pagingOf } from '../core/http/paging';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Formats } from '../core/i18n/formats';
import { dataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { FailureNote } from '../ui/failure-note';
import { Money } from '../ui/money';
import { MoreButton } from '../ui/more-button';
import { Note } from '../ui/note';
import { PageHeader } from '../ui/page-header';
import { StatusChip } from '../ui/status-chip';
import { WaitButton } from '../ui/wait-button';
import { adminTexts } from './admin-texts';

const url = '/api/admin/invoices';

/** Every issued invoice, and the proof that none was touched. */
@Component({
  selector: 'cal-admin-invoices-page',
  imports: [
    EmptyState,
    Faces,
    FailureNote,
    MatButton,
    Money,
    MoreButton,
    Note,
    PageHeader,
    StatusChip,
    WaitButton,
    ...dataTable,
  ],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminInvoices" [lead]="t().invoices.lead">
        <button matButton="outlined" type="button" [calWaiting]="verifying()" (click)="verify()">
          {{ t().invoices.verify }}
        </button>
      </cal-page-header>
      <div role="status">
        @if (verdict(); as verdict) {
          <cal-note [tone]="verdict.valid ? 'success' : 'error'">
            {{
              verdict.valid
                ? t().invoices.whole(verdict.checked)
                : t().invoices.broken(verdict.first_broken_number ?? '')
            }}
          </cal-note>
        }
      </div>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <cal-faces [of]="list" [empty]="invoices().length === 0" [count]="5">
        <cal-empty-state
          calEmpty
          [icon]="icon"
          [title]="t().invoices.empty"
          [reason]="t().invoices.emptyReason"
        />
        <div class="table-card">
          <table calTable [attr.aria-label]="words().titles.adminInvoices">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().columns.number }}</th>
                <th calHead>{{ t().columns.label }}</th>
                <th calHead>{{ t().columns.date }}</th>
                <th calHead>{{ t().columns.document }}</th>
                <th calHead class="number">{{ t().columns.total }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (invoice of invoices(); track invoice.id) {
                <tr calRow>
                  <td [calCell]="t().columns.number" class="first strong mono">{{ invoice.number }}</td>
                  <td [calCell]="t().columns.label">{{ invoice.label }}</td>
                  <td [calCell]="t().columns.date">{{ formats.dayBrief(invoice.issue_date) }}</td>
                  <td [calCell]="t().columns.document">
                    <cal-status-chip [status]="{ of: 'invoice', is: invoice.document_state }" />
                  </td>
                  <td [calCell]="t().columns.total" class="number strong">
                    <cal-money [cents]="invoice.total_cents" />
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <cal-more-button [shown]="paging.hasMore()" [loading]="paging.loading()" (more)="paging.more()" />
      </cal-faces>
    </div>
  `,
})
export class AdminInvoicesPage {
  private readonly http = inject(HttpClient);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiFileDocumentOutline;
  protected readonly verifying = signal(false);
  protected readonly verdict = signal<ChainVerdict | undefined>(undefined);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly list = httpResource<InvoiceList>(() => url);
  protected readonly invoices = computed(() => (this.list.hasValue() ? this.list.value().invoices : []));
  protected readonly paging = pagingOf(
    this.list,
    () => url,
    (seen, next) => ({
      ...next,
      invoices: [...seen.invoices, ...next.invoices],
    }),
  );

  protected async verify(): Promise<void> {
    this.verifying.set(true);
    this.failure.set(undefined);
    try {
      this.verdict.set(await firstValueFrom(this.http.get<ChainVerdict>(`${url}/chain/verify`)));
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.verifying.set(false);
    }
  }
}
