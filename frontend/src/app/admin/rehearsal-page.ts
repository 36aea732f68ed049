import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { mdiCalendarClockOutline } from '@mdi/js';
import { upcomingShown } from '@calmness/contracts';
import type { RehearsalView, UpcomingEffect } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { dataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Moment } from '../ui/moment';
import { Note } from '../ui/note';
import { PageHeader } from '../ui/page-header';
import { adminTexts } from './admin-texts';

/** What the house will do by itself in the next seven days. */
@Component({
  selector: 'cal-rehearsal-page',
  imports: [EmptyState, Faces, Moment, Note, PageHeader, ...dataTable],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminRehearsal" [lead]="t().lead" />
      @if (silent().length > 0) {
        <cal-note tone="warning">{{ t().silent(silent().join(', ')) }}</cal-note>
      }
      @if (cut().length > 0) {
        <cal-note tone="warning">{{ t().cut(cut().join(', '), shown) }}</cal-note>
      }
      <cal-faces [of]="answer" [empty]="effects().length === 0" [count]="4">
        <cal-empty-state calEmpty [icon]="icon" [title]="t().empty" [reason]="t().emptyReason" />
        <div class="table-card">
          <table calTable [attr.aria-label]="words().titles.adminRehearsal">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().when }}</th>
                <th calHead>{{ t().who }}</th>
                <th calHead>{{ t().what }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (effect of effects(); track $index) {
                <tr calRow>
                  <td [calCell]="t().when"><cal-moment [at]="effect.at" /></td>
                  <td [calCell]="t().who">{{ effect.who }}</td>
                  <td [calCell]="t().what">{{ nameOf(effect) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </cal-faces>
    </div>
  `,
})
export class RehearsalPage {
  private readonly texts = useTexts(adminTexts);
  protected readonly t = computed(() => this.texts().rehearsal);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiCalendarClockOutline;
  protected readonly answer = httpResource<RehearsalView>(() => '/api/admin/rehearsal');
  private readonly value = valueOf(this.answer);
  protected readonly effects = computed(() => this.value()?.effects ?? []);
  protected readonly silent = computed(() => this.value()?.silent ?? []);
  protected readonly cut = computed(() => this.value()?.cut ?? []);
  protected readonly shown = upcomingShown;

  protected nameOf({ kind, why }: UpcomingEffect): string {
    const t = this.t();
    if (kind === 'erasure') {
      const names: Partial<Record<string, string>> = t.erasure;
      return names[why] ?? why;
    }
    const [subject = '', offset = ''] = why.split(' ');
    if (kind === 'message') {
      const reasons: Partial<Record<string, string>> = t.waits;
      const channels: Partial<Record<string, string>> = t.channels;
      return t.message(channels[subject] ?? subject, reasons[offset] ?? offset);
    }
    const subjects: Partial<Record<string, string>> = t.subjects;
    return t.reminder(subjects[subject] ?? subject, t.offset(offset));
  }
}
