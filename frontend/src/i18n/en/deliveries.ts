import { deliveryNames } from './delivery-names';
import { categoryNames, channelNames } from './message-names';
import type { deliveries as french } from '../fr/deliveries';

const nameOf: Partial<Record<string, string>> = deliveryNames;
const decisions: Record<string, string> = {
  told: 'Written in the space',
  queued: 'Delivery asked for',
  digested: 'Kept for the summary',
  'opted-out': 'Declined in the preferences',
  'no-address': 'No known address',
  'channel-off': 'Channel switched off by the academy',
  'address-refused': 'The address refuses our messages',
  'no-template': 'No approved template',
  expired: 'Came too late to be told',
  'subject-gone': 'Its subject no longer exists',
};
const reasons: Record<string, string> = {
  'too-late': 'It was too late.',
  'recipient-gone': 'The account no longer exists.',
  'opted-out': 'This channel is declined in the preferences.',
  'read-in-app': 'The message was already read in the space.',
  'quiet-hours': 'Quiet hours chosen by the member.',
  'no-address': 'No known address for this channel.',
  'address-bounced': 'The address no longer receives: it bounced our messages.',
  'address-blocked': 'The member blocked our messages on this channel.',
  'address-unreachable': 'This number cannot be reached on this channel.',
  'address-opted-out': 'The member asked for silence on this channel.',
  'address-gone': 'This address no longer exists.',
  'no-longer-true': 'It was no longer true when it was about to leave.',
  'subject-moved': 'Its date changed in the meantime.',
  'subject-gone': 'Its subject no longer exists.',
  'sender-died': 'The sending was interrupted.',
  'staff-retry': 'Sent again by the staff.',
  'staff-cancelled': 'Cancelled by the staff.',
  'over-budget': 'Enough messages for one day.',
  timeout: 'The provider did not answer in time.',
  'twilio-20429': 'Twilio: too many requests at once.',
  'twilio-21610': 'The member asked for silence (STOP).',
  'twilio-63016': 'WhatsApp: outside the 24-hour window, without an approved template.',
  'twilio-63018': 'WhatsApp: pace exceeded.',
  'twilio-63024': 'This number is not on WhatsApp.',
};

export const deliveries: typeof french = {
  channels: channelNames,
  categories: categoryNames,
  states: {
    queued: 'Queued',
    deferred: 'Waits for the end of quiet hours',
    digested: 'In a summary',
    suppressed: 'Not sent',
    sending: 'Being sent',
    accepted: 'Accepted',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Failed',
    unknown: 'Outcome unknown',
    expired: 'Too late',
    cancelled: 'Cancelled',
  },
  outcomes: { arrived: 'Arrived', missed: 'Missed', under_way: 'Under way', left_out: 'Left out' },
  names: deliveryNames,
  name: (code) => nameOf[code] ?? code,
  decision: (code) => decisions[code] ?? code,
  reason: (code) => reasons[code.replace(/^code /, 'twilio-')] ?? `Answer of the provider: ${code}`,
};
