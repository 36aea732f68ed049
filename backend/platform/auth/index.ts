export { AccessTokens, accessTokenSeconds, type Identity } from './access-token';
export {
  CurrentMember,
  permissionMetadata,
  Public,
  publicMetadata,
  RequirePermission,
  type AuthenticatedRequest,
} from './decorators';
export { AuthGuard, holds } from './auth.guard';
export { AuthHttpModule, AuthModule } from './auth.module';
