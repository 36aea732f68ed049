import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiFileDocumentOutline } from '@mdi/js';
import { invoiceTypes } from '@calmness/contracts';
import type { AdminInvoiceList, ChainVerdict, InvoiceType } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { pagingOf } from '../../core/http/paging';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { FilterTabs } from '../../ui/filter-tabs';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { adminTexts } from '../admin-texts';
import { invoiceDeskTexts } from './invoice-desk-texts';
import { InvoiceStateChip } from './invoice-state-chip';

const url = '/api/admin/invoices';
type Filter = InvoiceType | 'all';

/** Every issued invoice, and the proof that none was touched. */
@Component({
  selector: 'cal-admin-invoices-page',
  imports: [
    EmptyState,
    Faces,
    FailureNote,
    FilterTabs,
    InvoiceStateChip,
    MatButton,
    Money,
    MoreButton,
    Note,
    PageHeader,
    RouterLink,
    WaitButton,
    ...dataTable,
  ],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminInvoices" [lead]="t().invoices.lead">
        <button matButton="outlined" type="button" [calWaiting]="verifying()" (click)="verify()">
          {{ t().invoices.verify }}
        </button>
        <a matButton="outlined" routerLink="/admin/invoice-template">{{
          words().titles.adminInvoiceTemplate
        }}</a>
        <a matButton="outlined" routerLink="/admin/invoice-drafts">{{ desk().drafts }}</a>
        @if (mayWrite()) {
          <a matButton="filled" routerLink="/admin/invoice-drafts/new">{{ desk().newDraft }}</a>
        }
      </cal-page-header>
      <cal-filter-tabs [legend]="desk().filter" [choices]="choices()" [(value)]="filter" />
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
                <th calHead>{{ desk().columns.member }}</th>
                <th calHead>{{ t().columns.date }}</th>
                <th calHead>{{ desk().columns.state }}</th>
                <th calHead class="number">{{ t().columns.total }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (invoice of invoices(); track invoice.id) {
                <tr calRow>
                  <td [calCell]="t().columns.number" class="first">
                    <span class="two-lines">
                      <a class="strong mono" [routerLink]="['/admin/invoices', invoice.id]">{{
                        invoice.number
                      }}</a>
                      <span class="muted">{{ desk().types[invoice.type] }}</span>
                    </span>
                  </td>
                  <td [calCell]="desk().columns.member">
                    <span class="two-lines">
                      <span>{{ invoice.member_name }}</span>
                      <span class="muted">{{ invoice.label }}</span>
                    </span>
                  </td>
                  <td [calCell]="t().columns.date">{{ formats.dayBrief(invoice.issue_date) }}</td>
                  <td [calCell]="desk().columns.state">
                    <cal-invoice-state-chip [state]="invoice.state" />
                  </td>
                  <td [calCell]="t().columns.total" class="number strong">
                    <cal-money
                      [cents]="invoice.type === '381' ? -invoice.total_cents : invoice.total_cents"
                    />
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
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiFileDocumentOutline;
  protected readonly verifying = signal(false);
  protected readonly verdict = signal<ChainVerdict | undefined>(undefined);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly desk = useTexts(invoiceDeskTexts);
  protected readonly filter = signal<Filter>('all');
  protected readonly mayWrite = computed(() => this.session.may('billing.invoices-write'));
  protected readonly choices = computed(() =>
    (['all', ...invoiceTypes] as const).map((value) => ({
      value,
      label: value === 'all' ? this.desk().all : this.desk().types[value],
    })),
  );
  private readonly listUrl = computed(() => (this.filter() === 'all' ? url : `${url}?type=${this.filter()}`));
  protected readonly list = httpResource<AdminInvoiceList>(() => this.listUrl());
  protected readonly invoices = computed(() => (this.list.hasValue() ? this.list.value().invoices : []));
  protected readonly paging = pagingOf(this.list, this.listUrl, (seen, next) => ({
    ...next,
    invoices: [...seen.invoices, ...next.invoices],
  }));

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
