import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  mdiCashClock,
  mdiCashMultiple,
  mdiCashRefund,
  mdiDownload,
  mdiFileDocumentOutline,
  mdiFileEditOutline,
  mdiFlaskOutline,
} from '@mdi/js';
import type { InvoiceList, InvoiceType } from '@calmness/contracts';
import { pagingOf } from '../../core/http/paging';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Chip } from '../../ui/chip';
import { dataTable } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { Icon } from '../../ui/icon';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { PageHeader } from '../../ui/page-header';
import type { Tone } from '../../ui/tone';
import { StatCard } from '../../ui/stat-card';
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
    StatCard,
    StatusChip,
    WaitButton,
    ...dataTable,
  ],
  providers: [InvoiceDownload],
  templateUrl: './invoices-page.html',
  styles: `
    .amends {
      display: block;
      font-size: 0.875rem;
    }
  `,
})
export class InvoicesPage {
  protected readonly downloads = inject(InvoiceDownload);
  protected readonly t = useTexts(billingTexts);
  protected readonly icons = {
    invoice: mdiFileDocumentOutline,
    download: mdiDownload,
    demo: mdiFlaskOutline,
    total: mdiCashMultiple,
    credited: mdiCashRefund,
  };
  protected readonly formats = inject(Formats);
  protected readonly typeIcons: Record<InvoiceType, string> = {
    '380': mdiFileDocumentOutline,
    '381': mdiCashRefund,
    '384': mdiFileEditOutline,
    '386': mdiCashClock,
  };
  protected readonly tones: Record<InvoiceType, Tone> = {
    '380': 'neutral',
    '381': 'info',
    '384': 'warning',
    '386': 'gold',
  };
  protected readonly list = httpResource<InvoiceList>(() => url);
  protected readonly invoices = computed(() => (this.list.hasValue() ? this.list.value().invoices : []));
  protected readonly stats = computed(() => (this.list.hasValue() ? this.list.value().stats : undefined));
  protected readonly paging = pagingOf(
    this.list,
    () => url,
    (seen, next) => ({ ...next, invoices: [...seen.invoices, ...next.invoices] }),
  );
}
