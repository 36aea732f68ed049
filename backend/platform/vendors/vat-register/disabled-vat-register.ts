import { VatRegister, type VatAnswer } from './vat-register';

/** Without its setting: asks nobody. */
export class DisabledVatRegister extends VatRegister {
  readonly enabled = false;

  check(): Promise<VatAnswer> {
    return Promise.resolve('unavailable');
  }
}
