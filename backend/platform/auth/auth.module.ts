import { Global, Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokens } from './access-token';
import { AuthGuard } from './auth.guard';
import { FlagGuard } from './flag.guard';
import { FlagSwitch } from './flag-switch';
import { SessionCheck } from './session-check';

/** Reading and signing identities, for every process. */
@Global()
@Module({ imports: [JwtModule.register({})], providers: [AccessTokens], exports: [AccessTokens] })
export class AuthModule {}

/** Who answers what the guards ask; both are exported by one of `imports`. */
export interface AuthKeepers {
  /** Knows which sessions are alive. */
  sessions: Type<SessionCheck>;
  /** Knows which features are on, for whom. */
  flags: Type<FlagSwitch>;
  imports: NonNullable<ModuleMetadata['imports']>;
}

/** The guards in front of every route, for the api alone: who asks first, then whether the feature is on. */
@Module({})
export class AuthHttpModule {
  static of({ sessions, flags, imports }: AuthKeepers): DynamicModule {
    return {
      module: AuthHttpModule,
      // What keeps connections open asks the same keeper of sessions as the guard.
      global: true,
      exports: [SessionCheck],
      imports,
      providers: [
        { provide: SessionCheck, useExisting: sessions },
        { provide: FlagSwitch, useExisting: flags },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_GUARD, useClass: FlagGuard },
      ],
    };
  }
}
