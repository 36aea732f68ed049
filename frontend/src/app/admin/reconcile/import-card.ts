import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { ReconcileStore } from './reconcile-store';
import { reconcileTexts } from './reconcile-texts';

/** A request is one mebibyte at most, and base64 takes four bytes for three. */
const largest = 700_000;

/** A statement as a file or as pasted text. */
@Component({
  selector: 'cal-import-card',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="import">
      <h2 id="import">{{ t().import.title }}</h2>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form class="fields" (submit)="submit($event, picker, paste.value)">
        <label
          >{{ t().import.account }}
          <input
            class="control"
            maxlength="60"
            required
            aria-describedby="account-hint"
            [value]="account()"
            (input)="account.set(valueIn($event))"
          />
        </label>
        <label
          >{{ t().import.source }}
          <select class="control" (change)="source.set(valueIn($event) === 'camt053' ? 'camt053' : 'csv')">
            <option value="csv">{{ t().import.csv }}</option>
            <option value="camt053">{{ t().import.camt }}</option>
          </select>
        </label>
        @if (source() === 'csv') {
          <label
            >{{ t().import.mapping }}
            <select class="control" (change)="mappingId.set(valueIn($event))">
              @for (mapping of store.mappings(); track mapping.id) {
                <option [value]="mapping.id" [selected]="mapping.id === mappingId()">
                  {{ mapping.name }}
                </option>
              }
            </select>
          </label>
        }
        <label
          >{{ t().import.file }}
          <input #picker class="control" type="file" accept=".csv,.txt,.xml,text/csv,text/xml" />
        </label>
        <label class="wide"
          >{{ t().import.paste }}
          <textarea #paste class="control" rows="3" spellcheck="false"></textarea>
        </label>
        <p class="muted wide" id="account-hint">{{ t().import.accountHint }}</p>
        <button matButton="filled" type="submit" [calWaiting]="busy()">{{ t().import.submit }}</button>
      </form>
    </section>
  `,
  styles: `
    .fields {
      display: grid;
      gap: 14px 18px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
      align-items: end;
    }
    label {
      display: grid;
      gap: 6px;
      font-weight: 600;
    }
    .wide {
      grid-column: 1 / -1;
    }
    button {
      width: fit-content;
    }
  `,
})
export class ImportCard {
  protected readonly store = inject(ReconcileStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(reconcileTexts);
  protected readonly account = signal('courant');
  protected readonly source = signal<'csv' | 'camt053'>('csv');
  protected readonly mappingId = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected valueIn(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected async submit(event: Event, picker: HTMLInputElement, text: string): Promise<void> {
    event.preventDefault();
    const file = picker.files?.[0];
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text.trim());
    if (bytes.length === 0 || bytes.length > largest) {
      const words = this.t().import;
      this.toasts.show(bytes.length === 0 ? words.missing : words.tooHeavy, { tone: 'error' });
      return;
    }
    await this.send(bytes, file === undefined);
  }

  private async send(bytes: Uint8Array, pasted: boolean): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    const mapping_id = this.mappingId() || this.store.mappings()[0]?.id;
    try {
      const { read, added } = await this.store.import({
        ...{ account: this.account(), source: this.source(), pasted, content_base64: base64(bytes) },
        ...(this.source() === 'csv' && mapping_id ? { mapping_id } : {}),
      });
      this.toasts.show(this.t().import.done(read, added), { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8_192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  }
  return btoa(text);
}
