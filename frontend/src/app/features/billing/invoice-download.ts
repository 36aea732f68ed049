import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject, Service, signal } from '@angular/core';
import type { InvoiceDetail, InvoiceRow } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { billingTexts } from './billing-texts';

/** The PDF's address is signed for a few minutes, so it is asked for at the moment of the click. */
@Service({ autoProvided: false })
export class InvoiceDownload {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly t = useTexts(billingTexts);
  private readonly words = useTexts(coreTexts);
  private readonly underWay = signal<string | null>(null);
  /** The invoice being fetched. */
  readonly fetching = this.underWay.asReadonly();

  async download(invoiceId: string): Promise<void> {
    this.underWay.set(invoiceId);
    try {
      const invoice = await firstValueFrom(
        this.http.get<InvoiceDetail>(`/api/auth/user/invoices/${invoiceId}`),
      );
      if (invoice.pdf_url) {
        this.save(invoice.pdf_url, `${invoice.number}.pdf`);
      } else {
        this.toasts.show(this.t().invoices.preparing);
      }
    } catch (error) {
      this.toasts.show(this.words().errors[failureOf(error).code], { tone: 'error' });
    } finally {
      this.underWay.set(null);
    }
  }

  /** The XML needs the session: it is fetched, then handed over. */
  async downloadXml({ id, number }: Pick<InvoiceRow, 'id' | 'number'>): Promise<void> {
    this.underWay.set(id);
    try {
      const xml = await firstValueFrom(
        this.http.get(`/api/auth/user/invoices/${id}/xml`, { responseType: 'blob' }),
      );
      const url = URL.createObjectURL(xml);
      this.save(url, `${number}.xml`);
      URL.revokeObjectURL(url);
    } catch (error) {
      this.toasts.show(this.words().errors[failureOf(error).code], { tone: 'error' });
    } finally {
      this.underWay.set(null);
    }
  }

  private save(url: string, name: string): void {
    const link = this.document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
  }
}
