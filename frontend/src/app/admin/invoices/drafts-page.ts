import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiFileDocumentEditOutline } from '@mdi/js';
import type { InvoiceDraftList } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Session } from '../../core/session/session';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { Moment } from '../../ui/moment';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { invoiceDeskTexts } from './invoice-desk-texts';

const url = '/api/admin/invoice-drafts';

/** What is prepared and not issued yet. */
@Component({
  selector: 'cal-invoice-drafts-page',
  imports: [EmptyState, Faces, MatButton, Moment, MoreButton, PageHeader, RouterLink, ...dataTable],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="core().titles.adminDrafts"
        [lead]="t().draft.lead"
        backTo="/admin/invoices"
        [backLabel]="t().back"
      >
        @if (mayWrite()) {
          <a matButton="filled" routerLink="/admin/invoice-drafts/new">{{ t().newDraft }}</a>
        }
      </cal-page-header>
      <cal-faces [of]="answer" [empty]="drafts().length === 0">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().draft.empty" [reason]="t().draft.emptyReason" />
        <div class="table-card">
          <table calTable [attr.aria-label]="core().titles.adminDrafts">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().columns.member }}</th>
                <th calHead>{{ t().columns.type }}</th>
                <th calHead>{{ t().columns.updated }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (draft of drafts(); track draft.id) {
                <tr calRow>
                  <td [calCell]="t().columns.member" class="first">
                    <span class="two-lines">
                      <a class="strong" [routerLink]="['/admin/invoice-drafts', draft.id]">{{
                        draft.member_name
                      }}</a>
                      <span class="muted">{{ draft.label }}</span>
                    </span>
                  </td>
                  <td [calCell]="t().columns.type">{{ t().types[draft.type] }}</td>
                  <td [calCell]="t().columns.updated"><cal-moment [at]="draft.updated_at" /></td>
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
export class DraftsPage {
  private readonly session = inject(Session);
  protected readonly t = useTexts(invoiceDeskTexts);
  protected readonly core = useTexts(coreTexts);
  protected readonly icon = mdiFileDocumentEditOutline;
  protected readonly mayWrite = computed(() => this.session.may('billing.invoices-write'));
  protected readonly answer = httpResource<InvoiceDraftList>(() => url);
  private readonly list = valueOf(this.answer);
  protected readonly drafts = computed(() => this.list()?.drafts ?? []);
  protected readonly paging = pagingOf(
    this.answer,
    () => url,
    (seen, next) => ({ ...next, drafts: [...seen.drafts, ...next.drafts] }),
  );
}
