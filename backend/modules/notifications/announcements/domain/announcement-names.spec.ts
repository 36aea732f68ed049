import { describe, expect, it } from 'vitest';
import { announcementNames, otherMailNames } from '@calmness/contracts';
import { mailTemplates } from '../../delivery/templates/mail-templates';
import { announcements } from './announcements';

describe('the names the desk has words for', () => {
  it('are those of every announcement', () => {
    expect(announcementNames.toSorted()).toEqual(Object.keys(announcements).toSorted());
  });

  it('and of every mail that is called otherwise', () => {
    const others = Object.keys(mailTemplates).filter((name) => !Object.hasOwn(announcements, name));
    expect(otherMailNames.toSorted()).toEqual(others.toSorted());
  });
});
