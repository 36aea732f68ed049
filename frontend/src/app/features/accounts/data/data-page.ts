import { Component } from '@angular/core';
import { useTexts } from '../../../core/i18n/feature-texts';
import { PageHeader } from '../../../ui/page-header';
import { gestionTexts } from '../accounts-texts';
import { ErasureCard } from './erasure-card';
import { ExportCard } from './export-card';
import { LedgerCard } from './ledger-card';

/** A member's own data: taken along, looked after, erased. */
@Component({
  selector: 'cal-data-page',
  imports: [ErasureCard, ExportCard, LedgerCard, PageHeader],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="t().data.title"
        [lead]="t().data.lead"
        backTo="/user/gestion"
        [backLabel]="t().title"
      />
      <cal-export-card />
      <cal-ledger-card />
      <cal-erasure-card />
    </div>
  `,
})
export class DataPage {
  protected readonly t = useTexts(gestionTexts);
}
