import { Component, input } from '@angular/core';
import { Icon } from './icon';

/** Why there is nothing, and the one thing to do about it (projected). */
@Component({
  selector: 'cal-empty-state',
  imports: [Icon],
  template: `
    <span class="halo"><cal-icon [path]="icon()" /></span>
    <p class="title">{{ title() }}</p>
    @if (reason()) {
      <p class="reason">{{ reason() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 8px;
      padding: clamp(28px, 6vw, 56px) 20px;
      text-align: center;
      border: 1px dashed var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-surface-container-low);
    }
    .halo {
      --icon-size: 26px;
      display: grid;
      place-items: center;
      width: 56px;
      height: 56px;
      margin-bottom: 6px;
      border-radius: 50%;
      color: var(--mat-sys-on-primary-container);
      background: var(--mat-sys-primary-container);
    }
    .title {
      font-weight: 600;
      color: var(--mat-sys-on-surface);
    }
    .reason {
      max-width: 46ch;
      margin-bottom: 8px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<string>();
  readonly title = input.required<string>();
  readonly reason = input('');
}
