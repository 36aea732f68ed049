import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiBullhornOutline } from '@mdi/js';
import type { BroadcastList } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { MoreButton } from '../../ui/more-button';
import { Moment } from '../../ui/moment';
import { PageHeader } from '../../ui/page-header';
import { broadcastLooks } from './broadcast-looks';
import { wordingTexts } from './wording-texts';

const url = '/api/admin/notifications/broadcasts';

/** What was written to whole audiences, the newest first. */
@Component({
  selector: 'cal-broadcasts-page',
  imports: [Chip, EmptyState, Faces, MatButton, Moment, MoreButton, PageHeader, RouterLink, ...dataTable],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="core().titles.adminBroadcasts" [lead]="t().lead">
        <a matButton="filled" routerLink="new">{{ t().create }}</a>
      </cal-page-header>
      <cal-faces [of]="answer" [empty]="rows().length === 0">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().empty" [reason]="t().emptyReason" />
        <div class="table-card">
          <table calTable [attr.aria-label]="core().titles.adminBroadcasts">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().message }}</th>
                <th calHead>{{ t().audience }}</th>
                <th calHead>{{ t().state }}</th>
                <th calHead>{{ t().progress }}</th>
                <th calHead>{{ t().when }}</th>
                <th calHead>
                  <span class="visually-hidden">{{ t().see }}</span>
                </th>
              </tr>
            </thead>
            <tbody calRows>
              @for (row of rows(); track row.id) {
                <tr calRow>
                  <td [calCell]="t().message" class="first strong">{{ formats.text(row.title) }}</td>
                  <td [calCell]="t().audience">{{ t().audiences[row.audience.kind] }}</td>
                  <td [calCell]="t().state">
                    <cal-chip [tone]="looks[row.state].tone" [icon]="looks[row.state].icon">{{
                      t().states[row.state]
                    }}</cal-chip>
                  </td>
                  <td [calCell]="t().progress">
                    {{ row.progress ? t().told(row.progress.told, row.forecast?.people ?? 0) : '—' }}
                  </td>
                  <td [calCell]="t().when"><cal-moment [at]="row.confirmed_at ?? row.created_at" /></td>
                  <td calCell="">
                    <a
                      matButton="text"
                      [routerLink]="row.id"
                      [attr.aria-label]="t().open(formats.text(row.title))"
                      >{{ t().see }}</a
                    >
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
export class BroadcastsPage {
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().broadcasts);
  protected readonly core = useTexts(coreTexts);
  protected readonly icon = mdiBullhornOutline;
  protected readonly looks = broadcastLooks;
  protected readonly answer = httpResource<BroadcastList>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly rows = computed(() => this.value()?.broadcasts ?? []);
  protected readonly paging = pagingOf(
    this.answer,
    () => url,
    (seen, next) => ({ ...next, broadcasts: [...seen.broadcasts, ...next.broadcasts] }),
  );
}
