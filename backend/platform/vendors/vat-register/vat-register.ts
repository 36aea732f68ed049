/** `unavailable`: the register, or the member state behind it, did not answer; ask again later. */
export type VatAnswer = 'valid' | 'invalid' | 'unavailable';

/** The register of VAT numbers of the European Union. */
export abstract class VatRegister {
  /** False without its setting: nobody is asked, and the staff may check by hand. */
  abstract readonly enabled: boolean;

  /**
   * Never throws: whatever is not an answer is `unavailable`.
   * @param country two letters as an address writes them (Greece is GR)
   * @param number with or without the letters in front
   */
  abstract check(country: string, number: string): Promise<VatAnswer>;
}
