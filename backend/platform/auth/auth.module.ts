import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokens } from './access-token';
import { AuthGuard } from './auth.guard';

/** Reading and signing identities, for every process. */
@Global()
@Module({ imports: [JwtModule.register({})], providers: [AccessTokens], exports: [AccessTokens] })
export class AuthModule {}

/** The guard in front of every route, for the api alone. */
@Module({ providers: [{ provide: APP_GUARD, useClass: AuthGuard }] })
export class AuthHttpModule {}
