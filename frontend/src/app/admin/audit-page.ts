import { JsonPipe } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { mdiHistory } from '@mdi/js';
import type { AuditEntryList } from '@calmness/contracts';
import { pagingOf } from '../core/http/paging';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Moment } from '../ui/moment';
import { MoreButton } from '../ui/more-button';
import { PageHeader } from '../ui/page-header';
import { adminTexts } from './admin-texts';

const url = '/api/admin/audit-log';

@Component({
  selector: 'cal-audit-page',
  imports: [EmptyState, Faces, JsonPipe, Moment, MoreButton, PageHeader],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminAudit" [lead]="t().audit.lead" />
      <cal-faces [of]="list" [empty]="entries().length === 0" [count]="5">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().audit.empty" [reason]="t().audit.emptyReason" />
        <ol role="list" class="stack-tight">
          @for (entry of entries(); track entry.id) {
            <li class="card">
              <p class="row row-apart">
                <strong class="mono">{{ entry.action }}</strong>
                <cal-moment class="muted" [at]="entry.at" />
              </p>
              <p class="muted">
                {{ entry.object_type }} <code>{{ entry.object_id }}</code>
              </p>
              <details>
                <summary>{{ t().audit.change }}</summary>
                <pre>{{ entry.before | json }}</pre>
                <pre>{{ entry.after | json }}</pre>
              </details>
            </li>
          }
        </ol>
        <cal-more-button [shown]="paging.hasMore()" [loading]="paging.loading()" (more)="paging.more()" />
      </cal-faces>
    </div>
  `,
  styles: `
    pre {
      overflow-x: auto;
      margin: 8px 0 0;
      font-size: 0.8125rem;
      white-space: pre-wrap;
    }
  `,
})
export class AuditPage {
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiHistory;
  protected readonly list = httpResource<AuditEntryList>(() => url);
  protected readonly entries = computed(() => (this.list.hasValue() ? this.list.value().entries : []));
  protected readonly paging = pagingOf(
    this.list,
    () => url,
    (seen, next) => ({
      ...next,
      entries: [...seen.entries, ...next.entries],
    }),
  );
}
