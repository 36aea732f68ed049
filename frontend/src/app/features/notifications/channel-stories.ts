import { Component, input } from '@angular/core';
import type { ChannelStory } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { deliveryTexts } from './delivery-texts';

/** How one piece of news fared, channel by channel, in words. */
@Component({
  selector: 'cal-channel-stories',
  template: `
    <dl>
      @for (story of stories(); track $index) {
        <div>
          <dt>{{ words().channels[story.channel] }}</dt>
          <dd>
            @if (story.state; as state) {
              {{ words().states[state] }}
            } @else {
              {{ words().decision(story.decision) }}
            }
            @if (story.reason; as reason) {
              <small>{{ words().reason(reason) }}</small>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 8px;
    }
    div {
      display: grid;
      gap: 2px 12px;
      grid-template-columns: minmax(88px, 130px) minmax(0, 1fr);
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
    }
    small {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      overflow-wrap: anywhere;
    }
  `,
})
export class ChannelStories {
  readonly stories = input.required<readonly ChannelStory[]>();
  protected readonly words = useTexts(deliveryTexts);
}
