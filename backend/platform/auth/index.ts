export { AccessTokens, accessTokenSeconds, type Identity, type Proof } from './access-token';
export {
  BeforeTwoFactor,
  CurrentMember,
  flagMetadata,
  permissionMetadata,
  Public,
  publicMetadata,
  RequireFlag,
  OwnerOnly,
  RequirePermission,
  type AuthenticatedRequest,
} from './decorators';
export { AuthGuard, holds } from './auth.guard';
export { FlagSwitch } from './flag-switch';
export { AuthHttpModule, AuthModule } from './auth.module';
export { SessionCheck, type LivingSession } from './session-check';
