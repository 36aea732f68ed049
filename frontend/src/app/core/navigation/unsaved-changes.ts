import { inject } from '@angular/core';
import { CanDeactivateFn } from '@angular/router';
import { Session } from '../session/session';
import { Confirm } from '../../ui/confirm';
import { coreTexts } from '../i18n/core-texts';
import { useTexts } from '../i18n/feature-texts';

export interface MayHaveUnsavedChanges {
  hasUnsavedChanges(): boolean;
}

/** Leaving a form with changes asks first; an ended session never does. */
export const keepsChanges: CanDeactivateFn<MayHaveUnsavedChanges> = (page) => {
  if (!page.hasUnsavedChanges() || !inject(Session).user()) {
    return true;
  }
  const texts = useTexts(coreTexts)().unsaved;
  return inject(Confirm).ask({ ...texts, danger: true });
};
