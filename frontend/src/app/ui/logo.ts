import { Component } from '@angular/core';

/** A calm wave inside an open ring; the word beside it takes the colour of its surroundings. */
@Component({
  selector: 'cal-logo',
  template: `
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d="M31.2 11.4a14 14 0 1 0 0 17.2" />
      <path class="wave" d="M11.6 20c2.8-3.6 5.600-3.600 8.400 0s5.600 3.600 8.400 0 4.200-3 6.200-1.600" />
    </svg>
    <span>Calmness</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      font-weight: 700;
      font-size: 1.1875rem;
      letter-spacing: -0.025em;
      line-height: 1;
    }
    svg {
      width: 30px;
      height: 30px;
      fill: none;
      stroke: var(--logo-gold, var(--mat-sys-gold-ink));
      stroke-width: 2.4;
      stroke-linecap: round;
    }
  `,
})
export class Logo {}
