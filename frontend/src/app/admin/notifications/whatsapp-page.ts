import { HttpClient, httpResource } from '@angular/common/http';
import { afterNextRender, Component, computed, inject, Injector, signal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, pattern, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiCheckCircleOutline, mdiPauseCircleOutline, mdiWhatsapp } from '@mdi/js';
import { whatsAppApprovals } from '@calmness/contracts';
import type {
  WhatsAppApproval,
  WhatsAppConfiguration,
  WhatsAppTemplateView,
  WhatsAppTemplateWrite,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { Confirm } from '../../ui/confirm';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { FilterTabs } from '../../ui/filter-tabs';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { TestCard } from './test-card';
import { wordingTexts } from './wording-texts';

const url = '/api/admin/notifications/whatsapp';
const addressOf = ({ announcement, locale }: WhatsAppTemplateView) => `${url}/${announcement}/${locale}`;
type Shown = 'all' | 'blocked' | 'ready';
interface TemplateForm {
  content_sid: string;
  approval: WhatsAppApproval;
  variables: { name: string }[];
}
const blank: TemplateForm = { content_sid: '', approval: 'draft', variables: [] };

/** Every message WhatsApp may carry, in both languages: its template, its state, and why it would not leave. */
@Component({
  selector: 'cal-whatsapp-page',
  imports: [
    Chip,
    Control,
    EmptyState,
    Faces,
    FailureNote,
    Field,
    FilterTabs,
    FormField,
    FormRoot,
    MatButton,
    Note,
    PageHeader,
    TestCard,
    WaitButton,
    ...dataTable,
  ],
  templateUrl: './whatsapp-page.html',
})
export class WhatsAppPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().whatsapp);
  protected readonly words = useTexts(coreTexts);
  protected readonly icons = {
    page: mdiWhatsapp,
    ready: mdiCheckCircleOutline,
    blocked: mdiPauseCircleOutline,
  };
  protected readonly approvals = whatsAppApprovals;
  protected readonly answer = httpResource<WhatsAppConfiguration>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly sender = computed(() => this.value()?.sender);
  protected readonly shown = signal<Shown>('all');
  protected readonly rows = computed(() => this.rowsOf(this.shown()));
  protected readonly tabs = computed(() =>
    (['all', 'blocked', 'ready'] as const).map((value) => ({
      value,
      label: this.t().shown[value],
      count: this.rowsOf(value).length,
    })),
  );
  protected readonly edited = signal<WhatsAppTemplateView | undefined>(undefined);
  protected readonly submission = new Submission();
  private readonly model = signal(blank);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.content_sid);
      pattern(path.content_sid, /^\s*HX[0-9a-f]{32}\s*$/);
      applyEach(path.variables, (one) => required(one.name));
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  hasUnsavedChanges(): boolean {
    return this.edited() !== undefined && this.fields().dirty();
  }

  protected edit(row: WhatsAppTemplateView): void {
    this.submission.clear();
    this.model.set({
      content_sid: row.content_sid ?? '',
      approval: row.approval ?? 'draft',
      variables: row.variables.map((name) => ({ name })),
    });
    this.fields().reset();
    this.edited.set(row);
    // The form stands above a long table: the keyboard, and the eye, go there.
    afterNextRender(() => this.fields.content_sid().focusBoundControl(), { injector: this.injector });
  }

  protected close(): void {
    this.edited.set(undefined);
  }

  protected addVariable(): void {
    this.model.update((model) => ({ ...model, variables: [...model.variables, { name: 'body' }] }));
    this.fields().markAsDirty();
  }

  protected removeVariable(at: number): void {
    this.model.update((model) => ({
      ...model,
      variables: model.variables.filter((_, index) => index !== at),
    }));
    this.fields().markAsDirty();
  }

  protected async remove(row: WhatsAppTemplateView): Promise<void> {
    const { remove, removeTitle, removeBody: body } = this.t();
    const title = removeTitle(row.preview.title);
    const cancel = this.words().actions.cancel;
    if (!(await this.confirm.ask({ title, body, confirm: remove, cancel, danger: true }))) {
      return;
    }
    await this.submission.send(this.fields, async () => {
      const params = { version: row.version };
      this.answer.set(
        await firstValueFrom(this.http.delete<WhatsAppConfiguration>(addressOf(row), { params })),
      );
      this.close();
      this.toasts.show(this.t().removed, { tone: 'success' });
    });
  }

  private rowsOf(shown: Shown): WhatsAppTemplateView[] {
    const all = this.value()?.templates ?? [];
    return shown === 'all' ? all : all.filter(({ obstacle }) => (obstacle === null) === (shown === 'ready'));
  }

  private async save(): Promise<void> {
    const row = this.edited();
    if (!row) {
      return;
    }
    const { content_sid, approval, variables } = this.model();
    const body: WhatsAppTemplateWrite = {
      ...{ content_sid: content_sid.trim(), approval, version: row.version },
      variables: variables.map(({ name }) => name),
    };
    this.answer.set(await firstValueFrom(this.http.put<WhatsAppConfiguration>(addressOf(row), body)));
    this.close();
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
