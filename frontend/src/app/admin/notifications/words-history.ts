import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiArchiveOutline, mdiCheckCircleOutline, mdiFileEditOutline } from '@mdi/js';
import type { WordFieldValues, WordingState, WordingVersion } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { Moment } from '../../ui/moment';
import type { Tone } from '../../ui/tone';
import { wordingTexts } from './wording-texts';

const looks: Record<WordingState, { icon: string; tone: Tone }> = {
  draft: { icon: mdiFileEditOutline, tone: 'info' },
  published: { icon: mdiCheckCircleOutline, tone: 'success' },
  archived: { icon: mdiArchiveOutline, tone: 'neutral' },
};

/** Who wrote what, and when; any of it may be taken up again. */
@Component({
  selector: 'cal-words-history',
  imports: [Chip, MatButton, Moment, ...dataTable],
  template: `
    <section class="card stack-tight" aria-labelledby="history-heading">
      <h2 id="history-heading">{{ t().history }}</h2>
      @if (versions().length === 0) {
        <p class="muted">{{ t().noHistory }}</p>
      } @else {
        <table calTable aria-labelledby="history-heading">
          <thead calRows>
            <tr calRow>
              <th calHead>{{ t().version }}</th>
              <th calHead>{{ t().state }}</th>
              <th calHead>{{ t().by }}</th>
              <th calHead>{{ t().at }}</th>
              <th calHead>
                <span class="visually-hidden">{{ t().restore }}</span>
              </th>
            </tr>
          </thead>
          <tbody calRows>
            @for (row of versions(); track row.version) {
              <tr calRow>
                <td [calCell]="t().version">{{ row.version }}</td>
                <td [calCell]="t().state">
                  <cal-chip [tone]="looks[row.state].tone" [icon]="looks[row.state].icon">{{
                    t().states[row.state]
                  }}</cal-chip>
                </td>
                <td [calCell]="t().by">{{ row.archived_by ?? row.published_by ?? row.changed_by }}</td>
                <td [calCell]="t().at">
                  <cal-moment [at]="row.archived_at ?? row.published_at ?? row.changed_at" />
                </td>
                <td calCell="">
                  <button
                    matButton="text"
                    type="button"
                    [attr.aria-label]="t().restoreVersion(row.version)"
                    (click)="restored.emit(row.fields)"
                  >
                    {{ t().restore }}
                  </button>
                </td>
              </tr>
            }
          </tbody>
        </table>
      }
    </section>
  `,
})
export class WordsHistory {
  readonly versions = input.required<readonly WordingVersion[]>();
  readonly restored = output<WordFieldValues>();
  private readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().words);
  protected readonly looks = looks;
}
