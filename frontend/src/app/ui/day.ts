import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../core/i18n/formats';

/** A business day: it belongs to no zone and never shifts. */
@Component({
  selector: 'cal-day',
  template: `<time [attr.datetime]="on()">{{ text() }}</time>`,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Day {
  readonly on = input.required<string>();
  readonly brief = input(false);
  private readonly formats = inject(Formats);
  protected readonly text = computed(() =>
    this.brief() ? this.formats.dayBrief(this.on()) : this.formats.day(this.on()),
  );
}
