export { AccessTokens, accessTokenSeconds, type Identity } from './access-token';
export {
  BeforeTwoFactor,
  CurrentMember,
  permissionMetadata,
  Public,
  publicMetadata,
  RequirePermission,
  type AuthenticatedRequest,
} from './decorators';
export { AuthGuard, holds } from './auth.guard';
export { AuthHttpModule, AuthModule } from './auth.module';
export { SessionCheck, type LivingSession } from './session-check';
