import { httpResource } from '@angular/common/http';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { mdiAlertOutline, mdiClose, mdiInformationOutline, mdiWrenchOutline } from '@mdi/js';
import type { BannerSeverity, PublicBannerView } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Language } from '../core/i18n/language';
import { Icon } from '../ui/icon';

const storageKey = 'calmness.banner';
const icons: Record<BannerSeverity, string> = {
  info: mdiInformationOutline,
  warning: mdiAlertOutline,
  maintenance: mdiWrenchOutline,
};

/** What the academy tells everybody, until it is read away; a new text comes back. Absent when it cannot be read. */
@Component({
  selector: 'cal-announcement',
  imports: [Icon],
  template: `
    @if (shown(); as banner) {
      <div class="bar" role="status" [attr.data-tone]="banner.severity">
        <cal-icon [path]="icons[banner.severity]" />
        <p>{{ banner.text[language.locale()] }}</p>
        <button type="button" [attr.aria-label]="t().actions.dismiss" (click)="dismiss(banner.version)">
          <cal-icon [path]="closeIcon" />
        </button>
      </div>
    }
  `,
  styles: `
    .bar {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 10px 16px;
      background: var(--mat-sys-info-container);
      color: var(--mat-sys-on-surface);
      font-size: 0.9375rem;
    }
    .bar[data-tone='warning'],
    .bar[data-tone='maintenance'] {
      background: var(--mat-sys-warning-container);
    }
    p {
      flex: 1;
    }
    button {
      display: grid;
      place-items: center;
      width: 32px;
      height: 32px;
      border: 0;
      border-radius: 8px;
      background: none;
      color: inherit;
      cursor: pointer;
    }
  `,
})
export class Announcement {
  protected readonly language = inject(Language);
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  protected readonly t = useTexts(coreTexts);
  protected readonly icons = icons;
  protected readonly closeIcon = mdiClose;
  private readonly answer = httpResource<PublicBannerView>(() => '/api/banner');
  private readonly value = valueOf(this.answer);
  private readonly dismissed = signal(this.storage?.getItem(storageKey));
  protected readonly shown = computed(() => {
    const banner = this.value()?.banner;
    return banner && String(banner.version) !== this.dismissed() ? banner : null;
  });

  protected dismiss(version: number): void {
    this.storage?.setItem(storageKey, String(version));
    this.dismissed.set(String(version));
  }
}
