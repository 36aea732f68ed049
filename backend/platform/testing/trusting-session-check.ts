import { Injectable, Module } from '@nestjs/common';
import {
  AuthHttpModule,
  FlagSwitch,
  SessionCheck,
  type Identity,
  type LivingSession,
} from '@calmness/platform/auth';

/** Takes every well signed token for a living session: for routes tested without their accounts. */
@Injectable()
export class TrustingSessionCheck extends SessionCheck {
  read({ roles }: Identity): Promise<LivingSession> {
    return Promise.resolve({ roles, needsTwoFactor: false });
  }

  onNews(): void {
    // Nothing ever ends here.
  }
}

/** Every feature is on: for routes tested without anybody's switches. */
@Injectable()
class AllFeatures extends FlagSwitch {
  isOn(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

@Module({
  providers: [TrustingSessionCheck, AllFeatures],
  exports: [TrustingSessionCheck, AllFeatures],
})
class TrustingModule {}

/** The guards with nothing behind them but the signature. */
export const trustingAuth = AuthHttpModule.of({
  sessions: TrustingSessionCheck,
  flags: AllFeatures,
  imports: [TrustingModule],
});
