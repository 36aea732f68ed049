import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import type { Permission } from '@calmness/contracts';
import { Session } from './session';

/** A member's page: a visitor logs in first and comes back to it. */
export const memberOnly: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.wake();
  return session.user() ? true : router.createUrlTree(['/login'], { queryParams: { return: state.url } });
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
