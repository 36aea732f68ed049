import { httpResource } from '@angular/common/http';
import { Component, computed, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCheckCircleOutline, mdiFileEditOutline, mdiHomeOutline } from '@mdi/js';
import { wordingKinds } from '@calmness/contracts';
import type { WordingKind, WordingList } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { Faces } from '../../ui/faces';
import { FilterTabs } from '../../ui/filter-tabs';
import { PageHeader } from '../../ui/page-header';
import { wordingTexts } from './wording-texts';

/** Every mail and every short message, in both languages, and whose words each of them says. */
@Component({
  selector: 'cal-words-page',
  imports: [Chip, Faces, FilterTabs, MatButton, PageHeader, RouterLink, ...dataTable],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="core().titles.adminWords" [lead]="t().lead" />
      <cal-filter-tabs [legend]="texts().filter" [choices]="tabs()" [(value)]="kind" />
      <cal-faces [of]="answer" [count]="6">
        <div class="table-card">
          <table calTable [attr.aria-label]="core().titles.adminWords">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().message }}</th>
                <th calHead>{{ texts().language }}</th>
                <th calHead>{{ t().category }}</th>
                <th calHead>{{ t().state }}</th>
                <th calHead>
                  <span class="visually-hidden">{{ core().actions.edit }}</span>
                </th>
              </tr>
            </thead>
            <tbody calRows>
              @for (row of rows(); track row.name + row.locale) {
                <tr calRow>
                  <td [calCell]="t().message" class="first">
                    <span class="two-lines">
                      <span class="strong" [attr.lang]="row.locale">{{ row.heading }}</span>
                      <code class="muted">{{ row.name }}</code>
                    </span>
                  </td>
                  <td [calCell]="texts().language">{{ texts().locales[row.locale] }}</td>
                  <td [calCell]="t().category">{{ texts().categories[row.category] }}</td>
                  <td [calCell]="t().state">
                    @if (row.published_version; as version) {
                      <cal-chip tone="success" [icon]="icons.published">{{
                        t().published(version)
                      }}</cal-chip>
                    } @else {
                      <cal-chip [icon]="icons.builtIn">{{ t().builtIn }}</cal-chip>
                    }
                    @if (row.has_draft) {
                      <cal-chip tone="info" [icon]="icons.draft">{{ t().draft }}</cal-chip>
                    }
                  </td>
                  <td calCell="">
                    <a
                      matButton="text"
                      [routerLink]="[row.kind, row.name, row.locale]"
                      [attr.aria-label]="t().open(row.heading, row.locale)"
                      >{{ core().actions.edit }}</a
                    >
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </cal-faces>
    </div>
  `,
})
export class WordsPage {
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().words);
  protected readonly core = useTexts(coreTexts);
  protected readonly icons = {
    published: mdiCheckCircleOutline,
    builtIn: mdiHomeOutline,
    draft: mdiFileEditOutline,
  };
  protected readonly answer = httpResource<WordingList>(() => '/api/admin/notifications/words');
  private readonly value = valueOf(this.answer);
  protected readonly kind = signal<WordingKind>('mail');
  protected readonly rows = computed(() =>
    (this.value()?.words ?? []).filter(({ kind }) => kind === this.kind()),
  );
  protected readonly tabs = computed(() =>
    wordingKinds.map((value) => ({ value, label: this.t().kinds[value] })),
  );
}
