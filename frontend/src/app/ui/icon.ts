import { Component, input } from '@angular/core';

/** One path of `@mdi/js`. Always beside a word, so it says nothing to a screen reader. */
@Component({
  selector: 'cal-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--icon-size, 20px);
      height: var(--icon-size, 20px);
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly path = input.required<string>();
}
