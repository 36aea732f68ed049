import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { IssuerVersionList, IssuerVersionView } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Faces } from '../../ui/faces';
import { Moment } from '../../ui/moment';
import { issuerTexts } from './issuer-texts';

/** Every version of the issuer there was, and what each one changed. */
@Component({
  selector: 'cal-issuer-history',
  imports: [Faces, Moment],
  template: `
    <section class="card stack-tight" aria-labelledby="issuer-history">
      <h2 id="issuer-history">{{ t().history.title }}</h2>
      <p class="muted">{{ t().history.lead }}</p>
      <cal-faces [of]="answer" [count]="2">
        <ol reversed>
          @for (one of versions(); track one.id) {
            <li>
              <p class="name">{{ t().history.version(one.version) }}, {{ one.legal_name }}</p>
              <p class="muted"><cal-moment [at]="one.valid_from" /></p>
              <p>{{ changesOf(one) }}</p>
            </li>
          }
        </ol>
      </cal-faces>
    </section>
  `,
  styles: `
    ol {
      display: grid;
      gap: 14px;
      padding: 0;
      list-style: none;
    }
    .name {
      font-weight: 600;
    }
  `,
})
export class IssuerHistory {
  /** The version in force: a new one asks again. */
  readonly version = input.required<number>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(issuerTexts);
  protected readonly answer = httpResource<IssuerVersionList>(() =>
    this.version() > 0 ? '/api/admin/issuer/versions' : undefined,
  );
  protected readonly versions = computed(() => (this.answer.hasValue() ? this.answer.value().versions : []));

  protected changesOf({ changed, version }: IssuerVersionView): string {
    const { history, fields } = this.t();
    if (version === 1) {
      return history.first;
    }
    return changed.length > 0
      ? history.changed(changed.map((field) => fields[field]).join(', '))
      : history.same;
  }
}
