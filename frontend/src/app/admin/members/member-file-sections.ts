import { Component, computed, inject, input } from '@angular/core';
import type { MemberFileSections } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { ChannelStories } from '../../features/notifications/channel-stories';
import { deliveryTexts } from '../../features/notifications/delivery-texts';
import { Day } from '../../ui/day';
import { Money } from '../../ui/money';
import { Moment } from '../../ui/moment';
import { StatusChip } from '../../ui/status-chip';
import { membersTexts } from './members-texts';

/** What each domain knows of the member; a section that was not given is not there. */
@Component({
  selector: 'cal-member-file-sections',
  imports: [ChannelStories, Day, Moment, Money, StatusChip],
  templateUrl: './member-file-sections.html',
  styles: `
    :host {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
    }
    section {
      align-content: start;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
      padding: 10px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
      font-size: 0.9375rem;
    }
  `,
})
export class MemberFileSectionsView {
  readonly sections = input.required<MemberFileSections>();
  protected readonly formats = inject(Formats);
  protected readonly texts = useTexts(membersTexts);
  protected readonly t = computed(() => this.texts().file);
  protected readonly words = useTexts(deliveryTexts);
  protected readonly channels = { telegram: 'Telegram', discord: 'Discord', whatsapp: 'WhatsApp' };
}
