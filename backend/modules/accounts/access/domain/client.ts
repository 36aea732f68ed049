import Bowser from 'bowser';
import type { DeviceKind } from '@calmness/contracts';

/** Who knocks, as far as a request tells. */
export interface Client {
  /** Of the network; used to count and to find a country, never stored. */
  address: string;
  userAgent: string;
  /** What an earlier login left in this browser. */
  deviceToken: string | undefined;
}

export interface BrowserTraits {
  device: DeviceKind;
  browser: string | null;
  system: string | null;
}

const kinds: Partial<Record<string, DeviceKind>> = { mobile: 'phone', tablet: 'tablet', desktop: 'computer' };
const longestName = 60;

/** `Firefox · Windows`; as much as the browser says, nothing when it says nothing. */
export function deviceName(userAgent: string): string {
  const { browser, system } = traitsOf(userAgent);
  return [browser, system].filter(Boolean).join(' · ');
}

/** What a person recognises his own browser by. */
export function traitsOf(userAgent: string): BrowserTraits {
  if (!userAgent) return { device: 'unknown', browser: null, system: null };
  const { platform, browser, os } = Bowser.parse(userAgent.slice(0, 512));
  const named = (name: string | undefined): string | null => name?.slice(0, longestName) || null;
  return {
    device: kinds[platform.type ?? ''] ?? 'unknown',
    browser: named(browser.name),
    system: named(os.name),
  };
}
