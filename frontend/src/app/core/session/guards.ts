import { inject } from '@angular/core';
import { CanActivateChildFn, CanActivateFn, Router } from '@angular/router';
import type { Permission } from '@calmness/contracts';
import { Session } from './session';

/** A member's page: a visitor logs in first and comes back to it. */
export const memberOnly: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.wake();
  return session.user() ? true : router.createUrlTree(['/login'], { queryParams: { return: state.url } });
};

/** Texts in force are accepted first; a member's own data stay open to him whatever he decides. */
export const acceptedTerms: CanActivateChildFn = (_route, state) => {
  const waiting = inject(Session).user()?.terms_to_accept ?? [];
  const open = ['/user/terms', '/user/gestion'].some((path) => state.url.startsWith(path));
  return waiting.length === 0 || open ? true : inject(Router).createUrlTree(['/user/terms']);
};

/** Login and registration make no sense to someone already here. */
export const guestOnly: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.wake();
  return session.user() ? router.createUrlTree(['/user']) : true;
};

export const staffOnly: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.wake();
  return session.isStaff() ? true : router.createUrlTree(['/user']);
};

/** The page exists only for those who hold the duty; the server checks again. */
export function permitted(permission: Permission): CanActivateFn {
  return async () => {
    const session = inject(Session);
    const router = inject(Router);
    await session.wake();
    return session.may(permission) ? true : router.createUrlTree(['/admin']);
  };
}

/** Only paths inside the app: `//evil.example` and `https:` are somebody else's door. */
export function safeReturn(target: string | null | undefined): string {
  return target && /^\/(?![/\\])/.test(target) && !target.startsWith('/login') ? target : '/user';
}
