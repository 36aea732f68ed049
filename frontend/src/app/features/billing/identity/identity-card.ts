import { Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCheckDecagramOutline } from '@mdi/js';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Formats } from '../../../core/i18n/formats';
import { Chip } from '../../../ui/chip';
import { Faces } from '../../../ui/faces';
import { Note } from '../../../ui/note';
import { IdentityEditor } from './identity-editor';
import { IdentityStore } from './identity-store';
import { identityTexts } from './identity-texts';

/** Who is billed: as it is stored, or the form while nothing is. Its page provides the store. */
@Component({
  selector: 'cal-identity-card',
  imports: [Chip, Faces, IdentityEditor, MatButton, Note],
  template: `
    <cal-faces [of]="store.answer" shape="text" [count]="4">
      @if (store.editing()) {
        <cal-identity-editor />
      } @else if (store.profile(); as profile) {
        <div class="known">
          <div>
            <p class="name">{{ profile.name }}</p>
            @for (line of lines(); track $index) {
              <p class="muted">{{ line }}</p>
            }
          </div>
          <button matButton="outlined" type="button" [attr.aria-label]="t().editLong" (click)="store.edit()">
            {{ t().edit }}
          </button>
        </div>
        @switch (profile.vat_check) {
          @case ('valid') {
            <cal-chip tone="success" [icon]="checkedIcon">{{ checked() }}</cal-chip>
          }
          @case ('waiting') {
            <cal-note tone="info">{{ t().checks.waiting }}</cal-note>
          }
          @case ('invalid') {
            <cal-note tone="error">{{ t().checks.invalid }}</cal-note>
          }
        }
      }
    </cal-faces>
  `,
  styles: `
    .known {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: 12px;
      overflow-wrap: anywhere;
    }
    .name {
      font-weight: 600;
    }
    cal-note,
    cal-chip {
      margin-top: 12px;
    }
  `,
})
export class IdentityCard {
  protected readonly store = inject(IdentityStore);
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(identityTexts);
  private readonly editor = viewChild(IdentityEditor);
  protected readonly checkedIcon = mdiCheckDecagramOutline;

  protected readonly lines = computed(() => {
    const profile = this.store.profile();
    if (!profile) {
      return [];
    }
    const t = this.t();
    const town = `${profile.postal_code} ${profile.city}`.trim();
    const address = [...profile.address_lines, town].filter((line) => line !== '');
    return [
      ...(address.length > 0 ? address : [t.noAddress]),
      ...(profile.country ? [this.formats.country(profile.country)] : []),
      ...(profile.siren ? [t.siren(profile.siren)] : []),
      ...(profile.vat_number ? [t.vatNumber(profile.vat_number)] : []),
      ...(profile.purchase_order ? [t.purchaseOrder(profile.purchase_order)] : []),
    ];
  });
  protected readonly checked = computed(() => {
    const day = this.store.profile()?.vat_checked_on;
    return [this.t().checks.valid, ...(day ? [this.t().checkedOn(this.formats.dayBrief(day))] : [])].join(
      ' ',
    );
  });

  hasUnsavedChanges(): boolean {
    return this.editor()?.hasUnsavedChanges() ?? false;
  }
}
