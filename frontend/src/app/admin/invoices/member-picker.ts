import { httpResource } from '@angular/common/http';
import { Component, computed, input, model, signal } from '@angular/core';
import { debounce, form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MemberList } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Control, Field } from '../../ui/field';
import { invoiceDeskTexts } from './invoice-desk-texts';

const shown = 6;

/** Finds the member an invoice is for, by name or e-mail. */
@Component({
  selector: 'cal-member-picker',
  imports: [Control, Field, FormField, MatButton],
  template: `
    @if (chosen()) {
      <p class="row">
        <span>{{ t().chosen(chosenName() || name()) }}</span>
        @if (changeable()) {
          <button matButton="text" type="button" (click)="clear()">{{ t().change }}</button>
        }
      </p>
    } @else {
      <cal-field name="member" [label]="t().findMember" [hint]="t().findHint" [of]="fields.search">
        <input calControl type="search" autocomplete="off" [formField]="fields.search" />
      </cal-field>
      <ul role="list" aria-live="polite">
        @for (member of members(); track member.id) {
          <li>
            <button
              matButton="outlined"
              type="button"
              (click)="pick(member.id, member.first_name + ' ' + member.last_name)"
            >
              {{ member.first_name }} {{ member.last_name }} · {{ member.email }}
            </button>
          </li>
        } @empty {
          @if (found()) {
            <li class="muted">{{ t().nobody }}</li>
          }
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    button {
      max-width: 100%;
      white-space: normal;
    }
  `,
})
export class MemberPicker {
  readonly chosen = model.required<string>();
  /** How the chosen member is called, when the page knows. */
  readonly name = input('');
  readonly changeable = input(true);
  private readonly texts = useTexts(invoiceDeskTexts);
  protected readonly t = computed(() => this.texts().draft);
  protected readonly chosenName = signal('');
  private readonly model = signal({ search: '' });
  protected readonly fields = form(this.model, (path) => {
    debounce(path.search, 250);
  });
  private readonly answer = httpResource<MemberList>(() => {
    const text = this.model().search.trim();
    return text.length < 2
      ? undefined
      : { url: '/api/admin/members', params: { search: text, limit: shown } };
  });
  protected readonly found = valueOf(this.answer);
  protected readonly members = computed(() => this.found()?.members ?? []);

  protected pick(id: string, name: string): void {
    this.chosenName.set(name);
    this.chosen.set(id);
  }

  protected clear(): void {
    this.model.set({ search: '' });
    this.chosenName.set('');
    this.chosen.set('');
  }
}
