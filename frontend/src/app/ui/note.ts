import { Component, computed, input } from '@angular/core';
import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiInformationOutline,
  mdiShieldAlertOutline,
} from '@mdi/js';
import { Icon } from './icon';
import type { Tone } from './tone';

const icons: Record<Tone, string> = {
  neutral: mdiInformationOutline,
  gold: mdiShieldAlertOutline,
  info: mdiInformationOutline,
  success: mdiCheckCircleOutline,
  warning: mdiAlertOutline,
  error: mdiAlertCircleOutline,
};

/** A remark in the flow of a page. */
@Component({
  selector: 'cal-note',
  imports: [Icon],
  template: `<cal-icon [path]="icon()" />
    <div class="words"><ng-content /></div>`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
      --ink: var(--mat-sys-neutral);
      --paper: var(--mat-sys-neutral-container);
      display: flex;
      gap: 12px;
      padding: 14px 16px;
      border-radius: var(--mat-sys-corner-medium);
      border: 1px solid color-mix(in srgb, var(--ink) 22%, transparent);
      background: var(--paper);
      color: var(--mat-sys-on-surface);
      font-size: 0.9375rem;
    }
    :host([data-tone='gold']) {
      --ink: var(--mat-sys-gold-outline);
      --paper: var(--mat-sys-primary-container);
    }
    :host([data-tone='info']) {
      --ink: var(--mat-sys-info);
      --paper: var(--mat-sys-info-container);
    }
    :host([data-tone='success']) {
      --ink: var(--mat-sys-success);
      --paper: var(--mat-sys-success-container);
    }
    :host([data-tone='warning']) {
      --ink: var(--mat-sys-warning);
      --paper: var(--mat-sys-warning-container);
    }
    :host([data-tone='error']) {
      --ink: var(--mat-sys-error);
      --paper: var(--mat-sys-error-container);
    }
    cal-icon {
      margin-top: 2px;
      color: var(--ink);
    }
    .words {
      min-width: 0;
      flex: 1;
    }
  `,
})
export class Note {
  readonly tone = input<Tone>('info');
  protected readonly icon = computed(() => icons[this.tone()]);
}
