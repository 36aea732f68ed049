import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../core/i18n/formats';

@Component({
  selector: 'cal-money',
  template: `{{ text() }}`,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class Money {
  readonly cents = input.required<number>();
  private readonly formats = inject(Formats);
  protected readonly text = computed(() => this.formats.money(this.cents()));
}
