import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { mdiAlarmOff, mdiInboxOutline, mdiRepeat } from '@mdi/js';
import type { DayQueueView } from '@calmness/contracts';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Formats } from '../core/i18n/formats';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Moment } from '../ui/moment';
import { PageHeader } from '../ui/page-header';
import { StatCard } from '../ui/stat-card';
import { adminTexts } from './admin-texts';

/** What waits for the one who looks. */
@Component({
  selector: 'cal-day-queue-page',
  imports: [EmptyState, Faces, Moment, PageHeader, StatCard],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminHome" [lead]="t().day.lead" />
      <cal-faces [of]="answer" [empty]="waiting().length === 0" shape="cards" [count]="2">
        <cal-empty-state calEmpty [icon]="inbox" [title]="t().day.empty" [reason]="t().day.emptyReason" />
        <div class="card-grid">
          @for (entry of waiting(); track entry.kind) {
            <div class="stack-tight">
              <cal-stat-card
                [tone]="entry.count > 0 ? 'warning' : 'neutral'"
                [icon]="icons[entry.kind] ?? inbox"
                [label]="t().day.kinds[entry.kind] ?? entry.kind"
                [value]="formats.number(entry.count)"
                [link]="entry.url"
              />
              @if (entry.oldest_at; as at) {
                <p class="muted">{{ t().day.oldest }} <cal-moment [at]="at" /></p>
              }
            </div>
          }
        </div>
      </cal-faces>
    </div>
  `,
})
export class DayQueuePage {
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly inbox = mdiInboxOutline;
  protected readonly icons: Record<string, string> = {
    parked_events: mdiRepeat,
    silent_scheduler: mdiAlarmOff,
  };
  protected readonly answer = httpResource<DayQueueView>(() => '/api/admin/day-queue');
  protected readonly waiting = computed(() => (this.answer.hasValue() ? this.answer.value().waiting : []));
}
