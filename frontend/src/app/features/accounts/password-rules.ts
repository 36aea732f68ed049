import { Component, computed, input } from '@angular/core';
import { mdiCheckCircle, mdiCircleOutline } from '@mdi/js';
import { useTexts } from '../../core/i18n/feature-texts';
import { Icon } from '../../ui/icon';
import { doorTexts } from './accounts-texts';

export const passwordMinLength = 8;
export const passwordMaxLength = 200;
/** From here on a password needs no mixture. */
const longEnough = 12;
const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

interface Rule {
  words: string;
  met: boolean;
}

/** The two ways to a good password, either will do; shown while one types. The server decides. */
@Component({
  selector: 'cal-password-rules',
  imports: [Icon],
  template: `
    <ul role="list">
      @for (rule of rules(); track rule.words) {
        <li [class.met]="rule.met">
          <cal-icon [path]="rule.met ? metIcon : unmetIcon" />{{ rule.words }}
          <span class="visually-hidden">{{ rule.met ? t().register.ruleMet : t().register.ruleUnmet }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    li {
      --icon-size: 16px;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-size: 0.8125rem;
      color: var(--mat-sys-muted);
    }
    .met {
      color: var(--mat-sys-success);
      font-weight: 500;
    }
  `,
})
export class PasswordRules {
  readonly password = input.required<string>();
  protected readonly t = useTexts(doorTexts);
  protected readonly metIcon = mdiCheckCircle;
  protected readonly unmetIcon = mdiCircleOutline;

  protected readonly rules = computed((): Rule[] => {
    const words = this.t().register.rules;
    const password = this.password();
    const length = [...password].length;
    const varied = classes.every((kind) => kind.test(password));
    return [
      { words: words.long(longEnough), met: length >= longEnough },
      { words: words.varied(passwordMinLength), met: length >= passwordMinLength && varied },
    ];
  });
}
