import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { legalDocumentCodes } from '@calmness/contracts';
import type {
  LegalDocumentCode,
  LegalDocumentView,
  LegalTextVersionList,
  PublishLegalTextRequest,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Confirm } from '../../ui/confirm';
import { dataTable } from '../../ui/data-table';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Moment } from '../../ui/moment';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { academyTexts } from './academy-texts';

const url = '/api/admin/legal-texts';

/** The next version of a legal text, started from the one in force. */
@Component({
  selector: 'cal-legal-texts-page',
  imports: [
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    Moment,
    PageHeader,
    WaitButton,
    ...dataTable,
  ],
  templateUrl: './legal-texts-page.html',
  styles: `
    form {
      display: grid;
      gap: 18px;
    }
    .both {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
    .pick {
      display: grid;
      gap: 6px;
      max-width: 320px;
      font-weight: 600;
    }
  `,
})
export class LegalTextsPage {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(academyTexts);
  protected readonly t = computed(() => this.texts().legal);
  protected readonly words = useTexts(coreTexts);
  protected readonly codes = legalDocumentCodes;
  protected readonly code = signal<LegalDocumentCode>('cgv');

  protected readonly list = httpResource<LegalTextVersionList>(() => url);
  private readonly listed = valueOf(this.list);
  protected readonly history = computed(() =>
    (this.listed()?.versions ?? []).filter(({ code }) => code === this.code()),
  );
  protected readonly french = this.textIn('fr');
  protected readonly english = this.textIn('en');
  private readonly fr = valueOf(this.french);
  private readonly en = valueOf(this.english);

  protected readonly submission = new Submission();
  private readonly model = linkedSignal(() => ({
    fr: { title: this.fr()?.title ?? '', body: this.fr()?.body ?? '' },
    en: { title: this.en()?.title ?? '', body: this.en()?.body ?? '' },
  }));
  protected readonly fields = form(
    this.model,
    (path) => {
      for (const field of [path.fr.title, path.fr.body, path.en.title, path.en.body]) {
        required(field);
      }
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.publish()),
        onInvalid: focusFirstError,
      },
    },
  );

  hasUnsavedChanges(): boolean {
    return this.fields().dirty();
  }

  protected pick(event: Event): void {
    this.code.set((event.target as HTMLSelectElement).value as LegalDocumentCode);
    this.fields().reset();
  }

  private textIn(locale: 'fr' | 'en') {
    return httpResource<LegalDocumentView>(() => ({ url: `/api/legal/${this.code()}`, params: { locale } }));
  }

  private async publish(): Promise<void> {
    const base = this.fr()?.version ?? '0';
    const { confirmTitle, confirmBody: body, publish: confirm } = this.t();
    const title = confirmTitle(Number(base) + 1);
    if (!(await this.confirm.ask({ title, body, confirm, cancel: this.words().actions.cancel }))) {
      return;
    }
    const request: PublishLegalTextRequest = { code: this.code(), base_version: base, ...this.model() };
    this.list.set(await firstValueFrom(this.http.post<LegalTextVersionList>(url, request)));
    this.fields().reset();
    this.french.reload();
    this.english.reload();
    this.toasts.show(this.t().done, { tone: 'success' });
  }
}
