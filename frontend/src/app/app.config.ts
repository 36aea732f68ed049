import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { coreTexts } from './core/i18n/core-texts';
import { Language } from './core/i18n/language';
import { PageTitles } from './core/navigation/page-titles';
import { RouteFocus } from './core/navigation/route-focus';
import { NewVersion } from './core/pwa/new-version';
import { Session } from './core/session/session';
import { sessionInterceptor } from './core/session/session-interceptor';
import { Theme } from './core/theme/theme';
import { routes } from './app.routes';

/** Texts first, so that the first frame already speaks; the session wakes up beside, guards wait for it. */
async function prepare(): Promise<void> {
  const language = inject(Language);
  inject(Theme);
  inject(RouteFocus);
  inject(NewVersion);
  void inject(Session).wake();
  await language.open(coreTexts);
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Once the first page stands: it must not compete with it.
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode(),
      registrationStrategy: 'registerWhenStable:30000',
    }),
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitles },
    provideAppInitializer(prepare),
  ],
};
