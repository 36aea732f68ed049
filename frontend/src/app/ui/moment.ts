import { Component, inject, input } from '@angular/core';
import { Formats } from '../core/i18n/formats';

/** An instant in the member's zone, with the zone named. */
@Component({
  selector: 'cal-moment',
  template: `<time [attr.datetime]="at()" [title]="formats.zone()"
    >{{ formats.instant(at()) }} <small>{{ formats.zoneCity() }}</small></time
  >`,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
    }
    small {
      font-size: 0.8125em;
      color: var(--mat-sys-muted);
      white-space: nowrap;
    }
  `,
})
export class Moment {
  readonly at = input.required<string>();
  protected readonly formats = inject(Formats);
}
