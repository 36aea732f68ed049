/** The member states beside France, by the code an address bears (Greece is EL in a VAT number). */
export const euCountries = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
] as const;

/** Monaco belongs to French VAT territory (convention of 18 May 1963). */
const french: readonly string[] = ['FR', 'MC'];

export function isFrench(country: string): boolean {
  return french.includes(country);
}

export function isElsewhereInEu(country: string): boolean {
  return (euCountries as readonly string[]).includes(country);
}

/** The code of the dated row that holds a country's standard rate in the one-stop shop. */
export function ossRateCode(country: string): string {
  return `oss-${country.toLowerCase()}`;
}
