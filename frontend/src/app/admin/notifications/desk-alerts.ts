import { Component, computed, inject, input } from '@angular/core';
import { vendors } from '@calmness/contracts';
import type { DeskAlert } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Moment } from '../../ui/moment';
import { Note } from '../../ui/note';
import { deskTexts } from './desk-texts';

/** What is wrong now; nothing when nothing is. */
@Component({
  selector: 'cal-desk-alerts',
  imports: [Moment, Note],
  template: `
    @if (lines().length > 0) {
      <section class="stack-tight" aria-labelledby="alerts">
        <h2 id="alerts">{{ t().alerts.title }}</h2>
        @for (line of lines(); track line.text) {
          <cal-note tone="error">
            <p>{{ line.text }}</p>
            <p>{{ t().alerts.since }} <cal-moment [at]="line.since" /></p>
          </cal-note>
        }
      </section>
    }
  `,
})
export class DeskAlerts {
  readonly alerts = input.required<readonly DeskAlert[]>();
  protected readonly t = useTexts(deskTexts);
  private readonly formats = inject(Formats);

  protected readonly lines = computed(() =>
    this.alerts().map(({ kind, about, since, figure }) => ({
      since,
      text: this.t().alerts[kind](this.formats.number(figure), this.nameOf(about)),
    })),
  );

  private nameOf(about: string): string {
    const vendor = vendors.find((known) => known === about);
    return vendor ? this.t().vendors.names[vendor] : about;
  }
}
