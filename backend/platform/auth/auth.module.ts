import { Global, Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokens } from './access-token';
import { AuthGuard } from './auth.guard';
import { SessionCheck } from './session-check';

/** Reading and signing identities, for every process. */
@Global()
@Module({ imports: [JwtModule.register({})], providers: [AccessTokens], exports: [AccessTokens] })
export class AuthModule {}

/** The guard in front of every route, for the api alone. */
@Module({})
export class AuthHttpModule {
  /** `check` is exported by one of the imports: whoever owns the sessions. */
  static of(check: Type<SessionCheck>, imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: AuthHttpModule,
      imports,
      providers: [
        { provide: SessionCheck, useExisting: check },
        { provide: APP_GUARD, useClass: AuthGuard },
      ],
    };
  }
}
