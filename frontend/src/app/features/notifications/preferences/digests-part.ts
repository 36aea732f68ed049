import { Component, computed, input, output } from '@angular/core';
import { digestRhythms } from '@calmness/contracts';
import type { DigestChoice } from '@calmness/contracts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { FilterTabs } from '../../../ui/filter-tabs';
import { notificationsTexts } from '../notifications-texts';

/** Mails that may come together, and how often. */
@Component({
  selector: 'cal-digests-part',
  imports: [FilterTabs],
  template: `
    <section class="card stack-tight" aria-labelledby="digests">
      <h2 id="digests">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      @for (choice of digests(); track choice.category) {
        <p class="legend" aria-hidden="true">{{ names()[choice.category].name }}</p>
        <cal-filter-tabs
          [legend]="names()[choice.category].name"
          [choices]="rhythms()"
          [value]="choice.rhythm"
          (valueChange)="chosen.emit({ category: choice.category, rhythm: $event })"
        />
      }
    </section>
  `,
  styles: `
    .legend {
      font-weight: 600;
      font-size: 0.9375rem;
    }
  `,
})
export class DigestsPart {
  readonly digests = input.required<readonly DigestChoice[]>();
  readonly chosen = output<DigestChoice>();
  private readonly texts = useTexts(notificationsTexts);
  protected readonly t = computed(() => this.texts().preferences.summaries);
  protected readonly names = computed(() => this.texts().preferences.categories);
  protected readonly rhythms = computed(() =>
    digestRhythms.map((value) => ({ value, label: this.t().rhythms[value] })),
  );
}
