import { Component } from '@angular/core';
import { useTexts } from '../../core/i18n/feature-texts';
import { doorTexts } from './accounts-texts';

/** The two halves of the door: the night with the academy's promise, the light with the form. */
@Component({
  selector: 'cal-door-frame',
  template: `
    <aside>
      <svg viewBox="0 0 480 640" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
        @for (ring of rings; track ring) {
          <circle cx="240" cy="600" [attr.r]="ring" />
        }
      </svg>
      <div class="promise">
        <p class="title">{{ t().aside.title }}</p>
        <p>{{ t().aside.body }}</p>
      </div>
    </aside>
    <div class="form"><ng-content /></div>
  `,
  styleUrl: './door-frame.scss',
})
export class DoorFrame {
  protected readonly t = useTexts(doorTexts);
  protected readonly rings = [60, 110, 160, 210, 260, 310, 360];
}
