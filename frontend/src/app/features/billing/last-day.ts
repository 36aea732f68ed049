import type { IsoDateText } from '@calmness/contracts';
import { noonOf } from '../../core/i18n/formats';

/** `ends_on` is the first day without access: what a member reads is the day before, “inclus”. */
export function lastDayIncluded(endsOn: IsoDateText): IsoDateText {
  return new Date(noonOf(endsOn).getTime() - 86_400_000).toISOString().slice(0, 10);
}
