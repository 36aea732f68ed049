import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Formats } from '../core/i18n/formats';
import { Language } from '../core/i18n/language';
import { Control, Field } from './field';

interface Parts {
  country: CountryCode;
  national: string;
}

function partsOf(value: string, fallback: CountryCode): Parts {
  const phone = parsePhoneNumberFromString(value);
  return phone?.country
    ? { country: phone.country, national: phone.formatNational() }
    : { country: fallback, national: value };
}

/** A number as its owner says it, with its country; the field holds E.164. Lives inside `<cal-field>`. */
@Component({
  selector: 'cal-phone-control',
  imports: [Control],
  template: `
    <select
      class="control"
      [attr.aria-label]="t().forms.phoneCountry"
      [disabled]="of()().disabled()"
      (change)="chooseCountry($event)"
    >
      @for (country of countries(); track country.code) {
        <option [value]="country.code" [selected]="country.code === parts().country">
          {{ country.name }}
        </option>
      }
    </select>
    <input
      calControl
      type="tel"
      inputmode="tel"
      autocomplete="tel"
      [disabled]="of()().disabled()"
      [value]="parts().national"
      (input)="type($event)"
      (blur)="of()().markAsTouched()"
    />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 8px;
    }
  `,
})
export class PhoneControl {
  readonly of = input.required<FieldTree<string>>();
  /** Of a number that has none yet. */
  readonly country = input<string>();
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly field = inject(Field);
  protected readonly t = useTexts(coreTexts);

  protected readonly countries = computed(() =>
    getCountries()
      .map((code) => ({ code, name: `${this.formats.country(code)} +${getCountryCallingCode(code)}` }))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.language.locale())),
  );
  /** Follows the field while somebody else writes it; keeps what is being typed as it was typed. */
  protected readonly parts = linkedSignal<string, Parts>({
    source: () => this.of()().value(),
    computation: (value, before) => {
      const typed = before?.value;
      const fallback = typed?.country ?? this.fallback();
      return typed && written(typed) === value ? typed : partsOf(value, fallback);
    },
  });

  protected chooseCountry(event: Event): void {
    this.write({ ...this.parts(), country: (event.target as HTMLSelectElement).value as CountryCode });
  }

  protected type(event: Event): void {
    this.write({ ...this.parts(), national: (event.target as HTMLInputElement).value });
  }

  private write(parts: Parts): void {
    this.parts.set(parts);
    const state = this.of()();
    state.value.set(written(parts));
    state.markAsDirty();
  }

  private fallback(): CountryCode {
    return getCountries().find((code) => code === this.country()) ?? 'FR';
  }
}

/** E.164 where it is a number; otherwise what was typed, for the server to refuse. */
function written({ country, national }: Parts): string {
  const typed = national.trim();
  return typed === '' ? '' : (parsePhoneNumberFromString(typed, country)?.number ?? typed);
}
