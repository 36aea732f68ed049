import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { mdiFileSign } from '@mdi/js';
import { contractRequestStatuses, type ContractRequestList } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { contractsTexts } from './contracts-texts';
import { RequestCard } from './request-card';

/** Who asks to leave, and by when he is answered. */
@Component({
  selector: 'cal-contract-requests-page',
  imports: [EmptyState, Faces, FilterTabs, MoreButton, PageHeader, RequestCard],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminRequests" [lead]="t().lead" />
      <cal-filter-tabs [legend]="t().filterLegend" [choices]="choices()" [(value)]="filter" />
      <cal-faces [of]="list" [empty]="requests().length === 0" shape="cards" [count]="2">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().empty" [reason]="t().emptyReason" />
        <div class="stack-tight">
          @for (request of requests(); track request.id) {
            <cal-request-card [request]="request" (answered)="list.reload()" />
          }
        </div>
        <cal-more-button [shown]="paging.hasMore()" [loading]="paging.loading()" (more)="paging.more()" />
      </cal-faces>
    </div>
  `,
})
export class ContractRequestsPage {
  readonly status = input<string>();
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(contractsTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().requests);
  protected readonly icon = mdiFileSign;
  protected readonly filter = linkedSignal(
    () => contractRequestStatuses.find((known) => known === this.status()) ?? 'received',
  );
  private readonly url = computed(() => `/api/admin/contract-requests?status=${this.filter()}`);
  protected readonly list = httpResource<ContractRequestList>(() => this.url());
  protected readonly requests = computed(() => (this.list.hasValue() ? this.list.value().requests : []));
  protected readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    requests: [...seen.requests, ...next.requests],
  }));
  protected readonly choices = computed(() =>
    contractRequestStatuses.map((value) => ({ value, label: this.texts().requestStatuses[value] })),
  );
}
