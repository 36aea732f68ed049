import { HttpErrorResponse, HttpEvent, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, Observable, switchMap, throwError } from 'rxjs';
import { failureOf } from '../http/failure';
import { Session } from './session';

/** Routes that answer for themselves: their 401 is an answer, not an expired token. */
const doors = [
  '/api/auth/login',
  '/api/auth/refresh',
  '/api/auth/logout',
  '/api/auth/register',
  '/api/auth/passkeys/login',
];

function withBearer(request: HttpRequest<unknown>, token: string | null): HttpRequest<unknown> {
  return token ? request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }) : request;
}

function isRefusal(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === 401;
}

/** Adds the bearer; on 401 refreshes once and repeats the request once. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || doors.includes(request.url)) {
    return next(request);
  }
  const session = inject(Session);
  const sent = session.accessToken;
  const again = (error: unknown): Observable<HttpEvent<unknown>> =>
    from(session.renew(sent)).pipe(
      switchMap((token) => (token ? next(withBearer(request, token)) : throwError(() => error))),
    );
  return next(withBearer(request, sent)).pipe(
    catchError((error: unknown) => {
      if (failureOf(error).code === 'accounts.two-factor-required') {
        void session.askForSecondFactor();
      }
      return sent !== null && isRefusal(error) ? again(error) : throwError(() => error);
    }),
  );
};
