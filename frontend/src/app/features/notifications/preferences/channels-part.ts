import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChannelView } from '@calmness/contracts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Note } from '../../../ui/note';
import { notificationsTexts } from '../notifications-texts';

/** Where messages arrive at all, and what stands in the way elsewhere. */
@Component({
  selector: 'cal-channels-part',
  imports: [Note, RouterLink],
  template: `
    @if (bounced()) {
      <cal-note tone="warning">
        <p class="strong">{{ t().bounced }}</p>
        <p>
          {{ t().bouncedWhy }}
          <a routerLink="/user/gestion/security">{{ t().changeEmail }}</a>
        </p>
      </cal-note>
    }
    <section class="card" aria-labelledby="channels">
      <h2 id="channels">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      <dl>
        @for (view of channels(); track view.channel) {
          <div>
            <dt>{{ names()[view.channel] }}</dt>
            <dd>{{ view.obstacle ? t().obstacles[view.obstacle] : t().open }}</dd>
          </div>
        }
      </dl>
      <a routerLink="/user/settings" fragment="accounts">{{ t().accounts }}</a>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: inherit;
    }
    dl {
      margin: 12px 0;
    }
    dl > div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px 16px;
      padding: 10px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    dt {
      font-weight: 600;
      font-size: 0.9375rem;
    }
    dd {
      margin: 0;
      font-size: 0.875rem;
      color: var(--mat-sys-muted);
    }
  `,
})
export class ChannelsPart {
  readonly channels = input.required<readonly ChannelView[]>();
  private readonly texts = useTexts(notificationsTexts);
  protected readonly t = computed(() => this.texts().preferences.reach);
  protected readonly names = computed(() => this.texts().preferences.channels);
  protected readonly bounced = computed(() =>
    this.channels().some(({ channel, obstacle }) => channel === 'email' && obstacle === 'refused'),
  );
}
