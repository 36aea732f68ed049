import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { mdiEyeCheckOutline } from '@mdi/js';
import type { AccessLedgerList } from '@calmness/contracts';
import { pagingOf } from '../../../core/http/paging';
import { valueOf } from '../../../core/http/resource-values';
import { useTexts } from '../../../core/i18n/feature-texts';
import { dataTable } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { Faces } from '../../../ui/faces';
import { Moment } from '../../../ui/moment';
import { MoreButton } from '../../../ui/more-button';
import { gestionTexts } from '../accounts-texts';

const url = '/api/auth/user/access-ledger';

/** Who of the staff opened the member's file. */
@Component({
  selector: 'cal-ledger-card',
  imports: [EmptyState, Faces, Moment, MoreButton, ...dataTable],
  template: `
    <section class="card stack-tight" aria-labelledby="ledger">
      <h2 id="ledger">{{ t().ledgerTitle }}</h2>
      <p class="muted">{{ t().ledgerLead }}</p>
      <cal-faces [of]="list" [empty]="entries().length === 0" [count]="2">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().ledgerEmpty" [reason]="t().ledgerEmptyReason" />
        <table calTable aria-labelledby="ledger">
          <thead calRows>
            <tr calRow>
              <th calHead>{{ t().when }}</th>
              <th calHead>{{ t().who }}</th>
              <th calHead>{{ t().what }}</th>
              <th calHead>{{ t().why }}</th>
            </tr>
          </thead>
          <tbody calRows>
            @for (entry of entries(); track entry.id) {
              <tr calRow>
                <td [calCell]="t().when"><cal-moment [at]="entry.at" /></td>
                <td [calCell]="t().who">{{ entry.staff_name }}</td>
                <td [calCell]="t().what">{{ t().sections[entry.section] }}</td>
                <td [calCell]="t().why">
                  {{ t().reasons[entry.reason] }}
                  @if (entry.detail) {
                    <span class="muted">{{ entry.detail }}</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
        <cal-more-button [shown]="paging.hasMore()" [loading]="paging.loading()" (more)="paging.more()" />
      </cal-faces>
    </section>
  `,
})
export class LedgerCard {
  private readonly texts = useTexts(gestionTexts);
  protected readonly t = computed(() => this.texts().data);
  protected readonly icon = mdiEyeCheckOutline;
  protected readonly list = httpResource<AccessLedgerList>(() => url);
  private readonly value = valueOf(this.list);
  protected readonly entries = computed(() => this.value()?.entries ?? []);
  protected readonly paging = pagingOf(
    this.list,
    () => url,
    (seen, next) => ({ ...next, entries: [...seen.entries, ...next.entries] }),
  );
}
