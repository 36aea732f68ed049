import { Injectable } from '@nestjs/common';
import type { OutgoingChannel } from '@calmness/contracts';
import type { Contact } from '@calmness/accounts';
import type { SubjectDescription } from '@calmness/platform/subjects';
import { ChannelSenders, type ChannelSender, type Place } from '../../delivery/channels/channel-sender';
import { AddressStates } from '../../places/persistence/address-states';
import { Preferences, type Chosen } from '../../preferences/application/preferences';
import { exists } from '../../preferences/domain/preferences';
import type { Announcement } from '../domain/announcement';
import { outgoingChannels } from '../domain/announcement';
import type { Decision, Decisions } from '../domain/decision';

export interface ChosenPlace {
  channel: OutgoingChannel;
  place: Place;
}
export interface Choice {
  decisions: Decisions;
  /** One delivery each. */
  places: ChosenPlace[];
  /** Mails wait for the summary the person asked for. */
  digested: boolean;
}

/** Which channels a piece of news leaves by for one person, and why not by the others. */
@Injectable()
export class ChooseChannels {
  constructor(
    private readonly senders: ChannelSenders,
    private readonly preferences: Preferences,
    private readonly addresses: AddressStates,
  ) {}

  /** `subject` as it is now, where the announcement needs it already. */
  async execute(
    name: string,
    announcement: Announcement,
    contact: Contact,
    subject: SubjectDescription | null,
  ): Promise<Choice> {
    const { category } = announcement;
    const chosen = await this.preferences.of(contact.memberId);
    const digested = waitsForSummary(announcement, chosen);
    const choice: Choice = { decisions: {}, places: [], digested };
    if (announcement.inApp)
      choice.decisions.in_app = chosen.wants({ category, channel: 'in_app' }) ? 'told' : 'opted-out';
    for (const channel of channelsOf(announcement)) {
      const wanted = announcement.direct ?? chosen.wants({ category, channel });
      const found = wanted ? await this.placesFor(channel, name, contact, subject) : 'opted-out';
      note(choice, channel, found);
    }
    return choice;
  }

  /** The places that may be written to, or why there is none. */
  private async placesFor(
    channel: OutgoingChannel,
    template: string,
    contact: Contact,
    subject: SubjectDescription | null,
  ): Promise<Place[] | Decision> {
    const sender = this.senders.of(channel);
    if (!sender.enabled) return 'channel-off';
    const places = await sender.placesOf(contact, subject ?? undefined);
    if (places.length === 0) return 'no-address';
    const open = await this.open(sender, places);
    if (open.length === 0) return 'address-refused';
    const carried: Place[] = [];
    for (const place of open) if (await sender.canCarry(template, contact.locale, place)) carried.push(place);
    return carried.length === 0 ? 'no-template' : carried;
  }

  private async open({ channel }: ChannelSender, places: readonly Place[]): Promise<Place[]> {
    const open: Place[] = [];
    for (const place of places) {
      const { state } = await this.addresses.of(channel, place.address);
      if (state === 'active') open.push(place);
    }
    return open;
  }
}

/** Those with a cell of the matrix, unless it goes where its subject says. */
function channelsOf(announcement: Announcement): OutgoingChannel[] {
  const { category, direct } = announcement;
  return outgoingChannels(announcement).filter((channel) => direct ?? exists({ category, channel }));
}

function note(choice: Choice, channel: OutgoingChannel, found: Place[] | Decision): void {
  if (typeof found === 'string') {
    choice.decisions[channel] = found;
    return;
  }
  choice.decisions[channel] = channel === 'email' && choice.digested ? 'digested' : 'queued';
  choice.places.push(...found.map((place) => ({ channel, place })));
}

function waitsForSummary({ category, direct }: Announcement, chosen: Chosen): boolean {
  return !direct && chosen.digestOf(category) !== 'each';
}
