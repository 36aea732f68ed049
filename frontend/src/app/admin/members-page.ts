import { httpResource } from '@angular/common/http';
import { Component, computed, signal } from '@angular/core';
import { debounce, form, FormField } from '@angular/forms/signals';
import { mdiAccountGroupOutline, mdiCheckDecagramOutline, mdiEmailAlertOutline } from '@mdi/js';
import type { MemberList } from '@calmness/contracts';
import { pagingOf } from '../core/http/paging';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Chip } from '../ui/chip';
import { dataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Control, Field } from '../ui/field';
import { Moment } from '../ui/moment';
import { MoreButton } from '../ui/more-button';
import { PageHeader } from '../ui/page-header';
import { adminTexts } from './admin-texts';

const typingPauseMs = 250;

@Component({
  selector: 'cal-members-page',
  imports: [Chip, Control, EmptyState, Faces, Field, FormField, Moment, MoreButton, PageHeader, ...dataTable],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminMembers" [lead]="t().members.lead" />
      <cal-field name="search" [label]="t().members.search">
        <input calControl type="search" autocomplete="off" [formField]="search.text" />
      </cal-field>
      <cal-faces [of]="list" [empty]="members().length === 0" [count]="5">
        <cal-empty-state
          calEmpty
          [icon]="icons.people"
          [title]="t().members.empty"
          [reason]="t().members.emptyReason"
        />
        <div class="table-card">
          <table calTable [attr.aria-label]="words().titles.adminMembers">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().columns.name }}</th>
                <th calHead>{{ t().columns.roles }}</th>
                <th calHead>{{ t().columns.status }}</th>
                <th calHead>{{ t().columns.since }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (member of members(); track member.id) {
                <tr calRow>
                  <td [calCell]="t().columns.name" class="first">
                    <span class="two-lines">
                      <span class="strong">{{ member.first_name }} {{ member.last_name }}</span>
                      <span class="muted">{{ member.email }}</span>
                    </span>
                  </td>
                  <td [calCell]="t().columns.roles">
                    @for (role of member.roles; track role; let last = $last) {
                      {{ t().members.roles[role] }}{{ last ? '' : ', ' }}
                    }
                  </td>
                  <td [calCell]="t().columns.status">
                    <cal-chip
                      [tone]="member.is_verified ? 'success' : 'warning'"
                      [icon]="member.is_verified ? icons.verified : icons.waiting"
                      >{{ member.is_verified ? t().members.verified : t().members.notVerified }}</cal-chip
                    >
                  </td>
                  <td [calCell]="t().columns.since"><cal-moment [at]="member.created_at" /></td>
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
export class MembersPage {
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icons = {
    people: mdiAccountGroupOutline,
    verified: mdiCheckDecagramOutline,
    waiting: mdiEmailAlertOutline,
  };
  private readonly wanted = signal({ text: '' });
  protected readonly search = form(this.wanted, (path) => {
    debounce(path.text, typingPauseMs);
  });
  private readonly url = computed(
    () => `/api/admin/members?search=${encodeURIComponent(this.wanted().text.trim())}`,
  );
  protected readonly list = httpResource<MemberList>(() => this.url());
  protected readonly members = computed(() => (this.list.hasValue() ? this.list.value().members : []));
  protected readonly paging = pagingOf(this.list, this.url, (seen, next) => ({
    ...next,
    members: [...seen.members, ...next.members],
  }));
}
