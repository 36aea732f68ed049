import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { debounce, form, FormField, FormRoot, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import { invoiceAccents } from '@calmness/contracts';
import type {
  InvoiceAccent,
  InvoiceTemplatePreview,
  InvoiceTemplatePreviewRequest,
  InvoiceTemplateView,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { invoiceTemplateTexts } from './invoice-template-texts';

const url = '/api/admin/invoice-template';
const largestLogo = 500_000;

interface TemplateForm {
  accent: InvoiceAccent;
  footer_text: string;
  thank_you: string;
}
/** A picture chosen here: its name, and its bytes in base64; `null` takes the stored one off. */
type ChosenLogo = { name: string; base64: string } | null | undefined;

/** How invoices look: colour, logo, two sentences; seen on the newest invoice before anything is kept. */
@Component({
  selector: 'cal-invoice-template-page',
  imports: [Control, Faces, FailureNote, Field, FormField, FormRoot, MatButton, Note, PageHeader, WaitButton],
  templateUrl: './invoice-template-page.html',
  styles: `
    .columns {
      display: grid;
      gap: 20px;
    }
    iframe {
      width: 100%;
      height: 720px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      color-scheme: light;
      background: white;
    }
    img {
      max-width: 180px;
      max-height: 72px;
    }
    @media (min-width: 1100px) {
      .columns {
        grid-template-columns: minmax(320px, 2fr) minmax(0, 3fr);
        align-items: start;
      }
    }
  `,
})
export class InvoiceTemplatePage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(invoiceTemplateTexts);
  protected readonly core = useTexts(coreTexts);
  protected readonly accents = invoiceAccents;
  protected readonly submission = new Submission();
  protected readonly mayWrite = computed(() => this.session.may('billing.issuer-write'));
  protected readonly answer = httpResource<InvoiceTemplateView>(() => url);
  protected readonly template = valueOf(this.answer);
  protected readonly logo = linkedSignal<unknown, ChosenLogo>({
    source: () => this.template()?.version,
    computation: () => undefined,
  });
  protected readonly tooLarge = signal(false);

  private readonly model = linkedSignal<TemplateForm>(() => {
    const template = this.template();
    return {
      accent: template?.accent ?? 'gold',
      footer_text: template?.footer_text ?? '',
      thank_you: template?.thank_you ?? '',
    };
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      debounce(path.footer_text, 300);
      debounce(path.thank_you, 300);
      maxLength(path.footer_text, 120);
      maxLength(path.thank_you, 240);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );
  private readonly wished = computed((): InvoiceTemplatePreviewRequest => {
    const { accent, footer_text, thank_you } = this.model();
    const logo = this.logo();
    const picture = logo === undefined ? {} : { logo: logo && logo.base64 };
    return {
      accent,
      footer_text: footer_text.trim() || null,
      thank_you: thank_you.trim() || null,
      ...picture,
    };
  });
  protected readonly seen = resource({
    params: () => (this.mayWrite() && this.template() ? this.wished() : undefined),
    loader: ({ params }) => firstValueFrom(this.http.post<InvoiceTemplatePreview>(`${url}/preview`, params)),
  });
  /** Written by the academy from escaped values; the frame runs no script and is of no origin. */
  protected readonly html = computed(() => {
    const html = this.seen.hasValue() ? this.seen.value().html : null;
    return html === null ? null : this.sanitizer.bypassSecurityTrustHtml(html);
  });

  hasUnsavedChanges(): boolean {
    return this.fields().dirty() || this.logo() !== undefined;
  }

  protected async choose(input: EventTarget | null): Promise<void> {
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    this.tooLarge.set(file !== undefined && file.size > largestLogo);
    if (file && !this.tooLarge()) {
      this.logo.set({ name: file.name, base64: new Uint8Array(await file.arrayBuffer()).toBase64() });
    }
  }

  private async save(): Promise<void> {
    const body = { ...this.wished(), version: this.template()?.version ?? 0 };
    const saved = await firstValueFrom(this.http.put<InvoiceTemplateView>(url, body));
    this.fields().reset();
    this.answer.set(saved);
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
