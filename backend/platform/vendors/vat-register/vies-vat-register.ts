import { fetchJson } from '../transport-fault';
import { VatRegister, type VatAnswer } from './vat-register';

const answersWithinMs = 10_000;

interface ViesAnswer {
  isValid?: boolean;
  /** `VALID`, `INVALID`, or why there is no answer (`MS_UNAVAILABLE`, `TIMEOUT`, `MS_MAX_CONCURRENT_REQ`…). */
  userError?: string;
}

/** VIES over its REST interface: one number at a time, and the member states behind it are often away. */
export class ViesVatRegister extends VatRegister {
  readonly enabled = true;

  constructor(
    private readonly base: string,
    private readonly answersWithin = answersWithinMs,
  ) {
    super();
  }

  async check(country: string, number: string): Promise<VatAnswer> {
    const state = country === 'GR' ? 'EL' : country;
    const bare = number.startsWith(state) ? number.slice(state.length) : number;
    try {
      const response = await fetchJson(`${this.base}/ms/${state}/vat/${encodeURIComponent(bare)}`, {
        headers: { Accept: 'application/json' },
        signal: AbortSignal.timeout(this.answersWithin),
      });
      return response.ok ? read((await response.json()) as ViesAnswer) : 'unavailable';
    } catch {
      return 'unavailable';
    }
  }
}

/** Only a clear no is a no: a number is never refused because a member state was away. */
function read({ isValid, userError }: ViesAnswer): VatAnswer {
  if (isValid === true) return 'valid';
  return userError === 'INVALID' || userError === 'INVALID_INPUT' ? 'invalid' : 'unavailable';
}
