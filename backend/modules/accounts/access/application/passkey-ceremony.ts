import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import type { PasskeyEntity } from '../persistence/passkey.entity';
import { PasskeyRepository } from '../persistence/passkey.repository';

/** Minutes a browser has to answer a challenge. */
const answerWithinMs = 5 * 60_000;

export interface OfferedChallenge {
  challengeId: Uuid;
  /** For `navigator.credentials`, in WebAuthn's JSON form. */
  options: Record<string, unknown>;
}
/** What the browser answered; the library checks its every field. */
export interface SignedChallenge {
  challengeId: Uuid;
  response: Record<string, unknown>;
}

/**
 * Both conversations with a browser about a passkey (WebAuthn level 3): making one, and coming in with it. The
 * person is always verified by the device, so that a passkey is two factors at once.
 */
@Injectable()
export class PasskeyCeremony {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async offerRegistration(member: MemberEntity): Promise<OfferedChallenge> {
    const known = await this.passkeys.of(member.id);
    const options = await generateRegistrationOptions({
      rpName: 'Calmness',
      rpID: this.site.hostname,
      userName: member.email,
      userDisplayName: `${member.firstName} ${member.lastName}`,
      userID: new TextEncoder().encode(member.id),
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: answerWithinMs,
    });
    return this.offer(member.id, options.challenge, { ...options });
  }

  async offerLogin(): Promise<OfferedChallenge> {
    const options = await generateAuthenticationOptions({
      rpID: this.site.hostname,
      userVerification: 'required',
      timeout: answerWithinMs,
    });
    return this.offer(null, options.challenge, { ...options });
  }

  /** The key a browser made. @throws DomainError accounts.passkey-refused for anything else */
  async readRegistration(memberId: Uuid, signed: SignedChallenge) {
    const answer = await this.verified(signed, memberId, (expectedChallenge, response) =>
      verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        ...{ expectedChallenge, expectedOrigin: this.site.origin, expectedRPID: this.site.hostname },
      }),
    );
    if (!answer.verified) throw refused();
    return answer.registrationInfo;
  }

  /** How far the key has counted. @throws DomainError accounts.passkey-refused for anything but a right answer */
  async readLogin(passkey: PasskeyEntity, signed: SignedChallenge): Promise<number> {
    const { credentialId: id, counter, transports } = passkey;
    const answer = await this.verified(signed, null, (expectedChallenge, response) =>
      verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        ...{ expectedChallenge, expectedOrigin: this.site.origin, expectedRPID: this.site.hostname },
        credential: {
          ...{ id, transports, counter: Number(counter) },
          publicKey: new Uint8Array(passkey.publicKey),
        },
      }),
    );
    if (!answer.verified) throw refused();
    return answer.authenticationInfo.newCounter;
  }

  private async verified<Answer>(
    { challengeId, response }: SignedChallenge,
    memberId: Uuid | null,
    verify: (challenge: string, response: Record<string, unknown>) => Promise<Answer>,
  ): Promise<Answer> {
    const challenge = await this.passkeys.take(challengeId, memberId, this.clock.now());
    if (!challenge) throw refused();
    // The library throws plain errors for whatever a browser, or somebody else, made up.
    return verify(challenge, response).catch(() => {
      throw refused();
    });
  }

  private async offer(
    memberId: Uuid | null,
    challenge: string,
    options: Record<string, unknown>,
  ): Promise<OfferedChallenge> {
    const challengeId = newId();
    const expiresAt = new Date(this.clock.now().getTime() + answerWithinMs);
    await this.passkeys.offer({ id: challengeId, memberId, challenge, expiresAt });
    return { challengeId, options };
  }

  private get site(): URL {
    return new URL(this.config.publicBaseUrl);
  }
}

/** One answer for every wrong one: forged, late, used before, of another site, of nobody. */
export function refused(): DomainError {
  return new DomainError('accounts.passkey-refused', {}, 'unauthenticated');
}
