import { Injectable, Module } from '@nestjs/common';
import { AuthHttpModule, SessionCheck, type Identity, type LivingSession } from '@calmness/platform/auth';

/** Takes every well signed token for a living session: for routes tested without their accounts. */
@Injectable()
export class TrustingSessionCheck extends SessionCheck {
  read({ roles }: Identity): Promise<LivingSession> {
    return Promise.resolve({ roles, needsTwoFactor: false });
  }
}

@Module({ providers: [TrustingSessionCheck], exports: [TrustingSessionCheck] })
class TrustingModule {}

/** The guard with nothing behind it but the signature. */
export const trustingAuth = AuthHttpModule.of(TrustingSessionCheck, [TrustingModule]);
