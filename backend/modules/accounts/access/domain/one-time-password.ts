import { Secret, TOTP } from 'otpauth';

const issuer = 'Calmness';
/** One step before and after: a phone's clock may be half a minute off (RFC 6238 §5.2). */
const toleratedSteps = 1;
const stepSeconds = 30;

function generator(secret: string, label = 'Calmness'): TOTP {
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  });
}

/** 160 random bits in base32, as authenticator apps read them (RFC 4226 §4). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says. */
export function otpauthUrl(secret: string, email: string): string {
  return generator(secret, email).toString();
}

/** The 30-second step the code belongs to; undefined when it belongs to none near now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = generator(secret).validate({ token: code, timestamp, window: toleratedSteps });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / stepSeconds) + delta;
}

/** The code of a moment, as the app would show it. */
export function codeAt(secret: string, now: Date): string {
  return generator(secret).generate({ timestamp: now.getTime() });
}
