import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { Tone } from './tone';

/** A state: colour, icon and word together. */
@Component({
  selector: 'cal-chip',
  imports: [Icon],
  template: `<cal-icon [path]="icon()" /><span><ng-content /></span>`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
      --icon-size: 15px;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 3px 10px 3px 8px;
      border-radius: 999px;
      font-size: 0.8125rem;
      font-weight: 600;
      line-height: 1.45;
      white-space: nowrap;
      color: var(--mat-sys-neutral);
      background: var(--mat-sys-neutral-container);
    }
    :host([data-tone='gold']) {
      color: var(--mat-sys-on-primary-container);
      background: var(--mat-sys-primary-container);
    }
    :host([data-tone='info']) {
      color: var(--mat-sys-info);
      background: var(--mat-sys-info-container);
    }
    :host([data-tone='success']) {
      color: var(--mat-sys-success);
      background: var(--mat-sys-success-container);
    }
    :host([data-tone='warning']) {
      color: var(--mat-sys-warning);
      background: var(--mat-sys-warning-container);
    }
    :host([data-tone='error']) {
      color: var(--mat-sys-on-error-container);
      background: var(--mat-sys-error-container);
    }
  `,
})
export class Chip {
  readonly icon = input.required<string>();
  readonly tone = input<Tone>('neutral');
}
