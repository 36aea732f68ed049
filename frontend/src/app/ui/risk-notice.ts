import { Component } from '@angular/core';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Note } from './note';

/** Raise it with the words of `risk` in both dictionaries: what a member read can then be told apart. */
export const riskNoticeVersion = '2026-11';

/** The risk of trading, said wherever the academy sells or shows results. */
@Component({
  selector: 'cal-risk-notice',
  imports: [Note],
  template: `
    <cal-note tone="gold">
      <p>
        <strong>{{ t().risk.title }}</strong> {{ t().risk.body }}
      </p>
    </cal-note>
  `,
  host: { '[attr.data-version]': 'version' },
  styles: `
    :host {
      display: block;
    }
  `,
})
export class RiskNotice {
  protected readonly t = useTexts(coreTexts);
  protected readonly version = riskNoticeVersion;
}
