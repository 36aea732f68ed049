import { httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { debounce, form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { mdiMagnify } from '@mdi/js';
import type { SearchAnswer, SearchHit } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { useTexts } from '../core/i18n/feature-texts';
import { Icon } from '../ui/icon';
import { membersTexts } from './members/members-texts';

const typingPauseMs = 200;
const shortest = 2;

/** Ctrl+K: a member, a payment or an invoice by a few letters, from anywhere in the administration. */
@Component({
  selector: 'cal-palette',
  imports: [FormField, Icon],
  template: `
    <button
      type="button"
      class="round-button"
      [attr.aria-label]="t().open"
      [title]="t().open"
      (click)="open()"
    >
      <cal-icon [path]="icon" />
    </button>
    <dialog #dialog [attr.aria-label]="t().title" (close)="reset()">
      <label>
        <span class="visually-hidden">{{ t().input }}</span>
        <input
          class="control"
          type="search"
          role="combobox"
          aria-controls="palette-hits"
          aria-autocomplete="list"
          autocomplete="off"
          [placeholder]="t().input"
          [attr.aria-expanded]="hits().length > 0"
          [attr.aria-activedescendant]="hits().length > 0 ? 'hit-' + active() : null"
          [formField]="fields.text"
          (keydown)="steer($event)"
        />
      </label>
      @if (hits().length > 0) {
        <div id="palette-hits" class="hits" role="listbox" [attr.aria-label]="t().title">
          <!-- The arrows of the input move through the list: the options themselves take no focus. -->
          @for (hit of hits(); track hit.kind + hit.title + $index) {
            <button
              type="button"
              role="option"
              tabindex="-1"
              [id]="'hit-' + $index"
              [attr.aria-selected]="$index === active()"
              (click)="go(hit)"
            >
              <span class="strong">{{ hit.title }}</span>
              <span class="muted">{{ hit.detail }}</span>
              <span class="kind">{{ t().kinds[hit.kind] }}</span>
            </button>
          }
        </div>
      } @else {
        <p id="palette-hits" class="muted" role="status">{{ text().length < 2 ? t().start : t().empty }}</p>
      }
    </dialog>
  `,
  styleUrl: './palette.scss',
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class Palette {
  private readonly router = inject(Router);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly texts = useTexts(membersTexts);
  protected readonly t = computed(() => this.texts().palette);
  protected readonly icon = mdiMagnify;
  private readonly typed = signal({ text: '' });
  protected readonly fields = form(this.typed, (path) => {
    debounce(path.text, typingPauseMs);
  });
  protected readonly text = computed(() => this.typed().text.trim());
  private readonly answer = httpResource<SearchAnswer>(() =>
    this.text().length < shortest ? undefined : { url: '/api/admin/search', params: { q: this.text() } },
  );
  private readonly value = valueOf(this.answer);
  protected readonly hits = computed(() => (this.text().length < shortest ? [] : (this.value()?.hits ?? [])));
  protected readonly active = signal(0);

  protected shortcut(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.open();
    }
  }

  protected open(): void {
    const dialog = this.dialog().nativeElement;
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  protected reset(): void {
    this.typed.set({ text: '' });
    this.active.set(0);
  }

  protected steer(event: KeyboardEvent): void {
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const count = this.hits().length;
    if (step !== undefined && count > 0) {
      event.preventDefault();
      this.active.update((index) => (index + step + count) % count);
    }
    const hit = this.hits()[this.active()];
    if (event.key === 'Enter' && hit) {
      event.preventDefault();
      this.go(hit);
    }
  }

  protected go({ url }: SearchHit): void {
    this.dialog().nativeElement.close();
    void this.router.navigateByUrl(url);
  }
}
