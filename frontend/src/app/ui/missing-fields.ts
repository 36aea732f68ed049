import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiArrowRight } from '@mdi/js';
import { eligibilityFields } from '@calmness/contracts';
import type { EligibilityField } from '@calmness/contracts';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Icon } from './icon';
import { Note } from './note';

/** The profile input that mends each missing field. */
const inputOf: Record<EligibilityField, string> = {
  first_name: 'first_name',
  last_name: 'last_name',
  email_verified: 'email',
  telegram_or_discord: 'telegram_username',
};

/** What a payment waits for, each line leading to the input that mends it. */
@Component({
  selector: 'cal-missing-fields',
  imports: [Icon, Note, RouterLink],
  template: `
    <cal-note tone="warning">
      <p class="title">{{ t().eligibility.title }}</p>
      <ul role="list">
        @for (field of known(); track field) {
          <li>
            <a routerLink="/user/profile" [queryParams]="{ edit: 'yes' }" [fragment]="inputOf[field]"
              >{{ t().eligibility.fields[field] }}<cal-icon [path]="goIcon"
            /></a>
          </li>
        }
      </ul>
    </cal-note>
  `,
  styles: `
    :host {
      display: block;
    }
    .title {
      font-weight: 600;
    }
    ul {
      display: grid;
      gap: 2px;
      margin-top: 6px;
    }
    a {
      --icon-size: 16px;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 28px;
    }
  `,
})
export class MissingFields {
  readonly fields = input.required<readonly string[]>();
  protected readonly t = useTexts(coreTexts);
  protected readonly inputOf = inputOf;
  protected readonly goIcon = mdiArrowRight;
  protected readonly known = computed(() =>
    eligibilityFields.filter((field) => this.fields().includes(field)),
  );
}
