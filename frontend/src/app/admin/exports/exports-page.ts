import { Component, viewChild } from '@angular/core';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { PageHeader } from '../../ui/page-header';
import { AccountsSection } from './accounts-section';
import { ClosingsSection } from './closings-section';
import { DownloadsCard } from './downloads-card';
import { exportsTexts } from './exports-texts';
import { VatSection } from './vat-section';

/** What the accountant takes away, and what was closed. */
@Component({
  selector: 'cal-exports-page',
  imports: [AccountsSection, ClosingsSection, DownloadsCard, PageHeader, VatSection],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminExports" [lead]="t().lead" />
      <cal-downloads-card />
      <cal-closings-section />
      <cal-vat-section />
      <cal-accounts-section />
    </div>
  `,
})
export class ExportsPage {
  private readonly accounts = viewChild(AccountsSection);
  protected readonly t = useTexts(exportsTexts);
  protected readonly words = useTexts(coreTexts);

  hasUnsavedChanges(): boolean {
    return this.accounts()?.hasUnsavedChanges() ?? false;
  }
}
