import { weekDays } from '@calmness/contracts';
import type { OrganisationView, OrganisationWrite, WeekDay } from '@calmness/contracts';

interface DayForm {
  opens: string;
  closes: string;
}
export interface OrganisationForm {
  timezone: string;
  contact_email: string;
  contact_phone: string;
  address: string;
  grace_hours: string;
  hours: Record<WeekDay, DayForm>;
}

type Academy = Omit<OrganisationView, 'version'>;

const untouched: Academy = {
  timezone: 'Europe/Paris',
  contact_email: null,
  contact_phone: null,
  address: null,
  opening_hours: [],
  grace_hours: 0,
};

export function organisationFormOf(view: Academy = untouched): OrganisationForm {
  const day = (name: WeekDay): DayForm => {
    const hours = view.opening_hours.find((one) => one.day === name);
    return { opens: hours?.opens ?? '', closes: hours?.closes ?? '' };
  };
  return {
    timezone: view.timezone,
    contact_email: view.contact_email ?? '',
    contact_phone: view.contact_phone ?? '',
    address: view.address ?? '',
    grace_hours: String(view.grace_hours),
    hours: Object.fromEntries(weekDays.map((name) => [name, day(name)])) as Record<WeekDay, DayForm>,
  };
}

/** A day with half its hours is sent as it is: the server says what is missing. */
export function organisationWriteOf(form: OrganisationForm, version: number): OrganisationWrite {
  return {
    timezone: form.timezone,
    contact_email: form.contact_email.trim() || null,
    contact_phone: form.contact_phone.trim() || null,
    address: form.address.trim() || null,
    grace_hours: Number(form.grace_hours),
    opening_hours: weekDays
      .map((day) => ({ day, ...form.hours[day] }))
      .filter(({ opens, closes }) => opens !== '' || closes !== ''),
    version,
  };
}
