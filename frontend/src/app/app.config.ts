import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { coreTexts } from './core/i18n/core-texts';
import { Language } from './core/i18n/language';
import { PageTitles } from './core/navigation/page-titles';
import { RouteFocus } from './core/navigation/route-focus';
import { Session } from './core/session/session';
import { sessionInterceptor } from './core/session/session-interceptor';
import { Theme } from './core/theme/theme';
import { routes } from './app.routes';

/** Texts first, so that the first frame already speaks; the session wakes up beside, guards wait for it. */
async function prepare(): Promise<void> {
  const language = inject(Language);
  inject(Theme);
  inject(RouteFocus);
  void inject(Session).wake();
  await language.open(coreTexts);
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
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
