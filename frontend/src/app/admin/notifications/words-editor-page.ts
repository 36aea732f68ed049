import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { wordFields } from '@calmness/contracts';
import type {
  Locale,
  WordField,
  WordFieldValues,
  WordingKind,
  WordingRevision,
  WordingView,
  WordingWrite,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Confirm } from '../../ui/confirm';
import type { ConfirmWords } from '../../ui/confirm-dialog';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { TestCard } from './test-card';
import { WordsHistory } from './words-history';
import { WordsPreview } from './words-preview';
import { wordingTexts } from './wording-texts';

type WordForm = Record<WordField, string>;
const blank: WordForm = {
  ...{ subject: '', preheader: '', greeting: '', paragraphs: '', button: '', note: '' },
  ...{ title: '', body: '' },
};
const long: readonly WordField[] = ['paragraphs', 'body', 'note'];

/** The words of one message in one language: written, seen as they would arrive, published, taken back. */
@Component({
  selector: 'cal-words-editor-page',
  imports: [
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PageHeader,
    TestCard,
    WaitButton,
    WordsHistory,
    WordsPreview,
  ],
  templateUrl: './words-editor-page.html',
  styleUrl: './words-editor-page.scss',
})
export class WordsEditorPage {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly kind = input.required<WordingKind>();
  readonly name = input.required<string>();
  readonly locale = input.required<Locale>();
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().words);
  protected readonly core = useTexts(coreTexts);
  protected readonly url = computed(
    () => `/api/admin/notifications/words/${this.kind()}/${this.name()}/${this.locale()}`,
  );
  protected readonly answer = httpResource<WordingView>(() => this.url());
  protected readonly view = valueOf(this.answer);
  protected readonly order = computed<readonly WordField[]>(() => {
    const builtIn = this.view()?.built_in;
    const all: readonly WordField[] = wordFields[this.kind()];
    // A mail without a button keeps none.
    return all.filter((field) => field !== 'button' || builtIn?.button !== undefined);
  });
  protected readonly submission = new Submission();
  private readonly model = linkedSignal(() => formOf(this.view()?.fields ?? {}));
  protected readonly said = computed(() => this.only(this.model().fields));
  protected readonly fields = form(this.model, {
    submission: { action: (tree) => this.submission.send(tree, () => this.saveDraft()) },
  });
  /** Where a variable is put. */
  protected readonly active = signal<WordField | undefined>(undefined);
  protected readonly long = long;

  hasUnsavedChanges(): boolean {
    return this.fields().dirty();
  }

  /** At the end of the field the keyboard was in last. */
  protected insert(variable: string): void {
    const field = this.active() ?? (this.kind() === 'mail' ? 'paragraphs' : 'body');
    const tree = this.fields.fields[field];
    tree().value.update((text) => `${text}${text && !/\s$/.test(text) ? ' ' : ''}{{${variable}}}`);
    tree().markAsDirty();
    tree().focusBoundControl();
  }

  protected restore(fields: WordFieldValues): void {
    this.model.set(formOf(fields));
    this.fields().markAsDirty();
  }

  protected async publish(heading: string): Promise<void> {
    const { publish: confirm, publishTitle, publishBody: body, done } = this.t();
    if (!(await this.agreed({ title: publishTitle(heading), body, confirm }))) {
      return;
    }
    await this.act('publish', { fields: this.said(), revision: this.revision() }, done);
  }

  protected async revert(heading: string): Promise<void> {
    const { revert: confirm, revertTitle, revertBody: body, reverted } = this.t();
    if (!(await this.agreed({ title: revertTitle(heading), body, confirm, danger: true }))) {
      return;
    }
    await this.act('revert', { revision: this.revision() }, reverted);
  }

  protected async discard(): Promise<void> {
    await this.act('discard', { revision: this.revision() }, this.t().discarded);
  }

  private agreed(words: Omit<ConfirmWords, 'cancel'>): Promise<boolean> {
    return this.confirm.ask({ ...words, cancel: this.core().actions.cancel });
  }

  private async saveDraft(): Promise<void> {
    const body: WordingWrite = { fields: this.said(), revision: this.revision() };
    this.show(await firstValueFrom(this.http.put<WordingView>(this.url(), body)), this.t().saved);
  }

  private async act(verb: string, body: WordingWrite | WordingRevision, done: string): Promise<void> {
    await this.submission.send(this.fields, async () => {
      this.show(await firstValueFrom(this.http.post<WordingView>(`${this.url()}/${verb}`, body)), done);
    });
  }

  private show(view: WordingView, done: string): void {
    this.answer.set(view);
    this.fields().reset();
    this.toasts.show(done, { tone: 'success' });
  }

  private revision(): number {
    return this.view()?.revision ?? 0;
  }

  /** The fields this kind of message has. */
  private only(form: WordForm): WordFieldValues {
    return Object.fromEntries(this.order().map((field) => [field, form[field]]));
  }
}

function formOf(fields: WordFieldValues): { fields: WordForm } {
  return { fields: { ...blank, ...fields } };
}
