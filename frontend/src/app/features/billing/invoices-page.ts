import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiDownload, mdiFileDocumentOutline, mdiFlaskOutline } from '@mdi/js';
import type { InvoiceList } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { Icon } from '../../ui/icon';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import { StatusChip } from '../../ui/status-chip';
import { WaitButton } from '../../ui/wait-button';
import { billingTexts } from './billing-texts';
import { InvoiceDownload } from './invoice-download';

const url = '/api/auth/user/invoices/';

@Component({
  selector: 'cal-invoices-page',
  imports: [
    Chip,
    Day,
    EmptyState,
    Faces,
    Icon,
    MatButton,
    Money,
    MoreButton,
    PageHeader,
    RouterLink,
    StatusChip,
    WaitButton,
    ...dataTable,
  ],
  providers: [InvoiceDownload],
  templateUrl: './invoices-page.html',
})
export class InvoicesPage {
  protected readonly downloads = inject(InvoiceDownload);
  protected readonly t = useTexts(billingTexts);
  protected readonly icons = {
    invoice: mdiFileDocumentOutline,
    download: mdiDownload,
    demo: mdiFlaskOutline,
  };
  protected readonly list = httpResource<InvoiceList>(() => url);
  protected readonly invoices = computed(() => (this.list.hasValue() ? this.list.value().invoices : []));
  protected readonly paging = pagingOf(
    this.list,
    () => url,
    (seen, next) => ({ ...next, invoices: [...seen.invoices, ...next.invoices] }),
  );
}
