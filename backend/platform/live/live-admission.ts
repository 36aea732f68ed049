import { Injectable } from '@nestjs/common';
import { AccessTokens, SessionCheck, type Identity, type Proof } from '@calmness/platform/auth';

/** Who may keep a connection open: whoever the guard would let through. */
@Injectable()
export class LiveAdmission {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionCheck,
  ) {}

  /** Undefined for a forged or expired token, an ended session and a second factor that is still owed. */
  async admit(token: unknown): Promise<Proof | undefined> {
    const proof = typeof token === 'string' ? this.tokens.prove(token) : undefined;
    return proof && (await this.stillAdmits(proof.identity)) ? proof : undefined;
  }

  async stillAdmits(identity: Identity): Promise<boolean> {
    const session = await this.sessions.read(identity);
    return session !== undefined && !session.needsTwoFactor;
  }

  /** As `SessionCheck.onNews`. */
  onNews(hear: (memberId?: Identity['memberId']) => void): void {
    this.sessions.onNews(hear);
  }
}
