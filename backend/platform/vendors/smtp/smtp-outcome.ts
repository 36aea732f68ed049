import type { AddressFault, SendOutcome } from '../outcome';

/** What nodemailer tells of a conversation that failed. */
export interface SmtpFault {
  code?: string;
  /** What the system called it, when nodemailer renamed it. */
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Stages at which a refusal is about our account or our host, whoever the mail was for. */
const oursToMend = /^(AUTH|CONN|EHLO|HELO|STARTTLS|API)/;
const needsAuthentication = new Set([530, 534, 535, 538]);

/** Enhanced codes (RFC 3463) of a mailbox that does not exist or was closed. */
const deadMailbox = /^\d{3}[ -]5\.(1\.[0-36]|2\.1)\b/;
const enhanced = /^\d{3}[ -]\d\.\d+\.\d+/;
const deadWithoutEnhancedCode = new Set([550, 551, 553]);

/**
 * RFC 5321: 4xx may be tried again, 5xx may not, unless it refuses us rather than the mail. A line that broke after
 * the message was handed over leaves us not knowing; before that, nothing left. Reasons name no address: the relay's
 * own words often do.
 */
export function smtpOutcome(fault: SmtpFault, handedOver: boolean): SendOutcome {
  if (fault.responseCode !== undefined) return outcomeOfReply(fault, fault.responseCode);
  const what = fault.originalCode ?? fault.code ?? 'no answer';
  return handedOver
    ? { kind: 'unknown', reason: `the line broke after the message was handed over (${what})` }
    : { kind: 'retryable', reason: `no conversation with the relay (${what})` };
}

function outcomeOfReply(fault: SmtpFault, responseCode: number): SendOutcome {
  const command = fault.command ?? 'the connection';
  const reason = `the relay answered ${responseCode} to ${command}`;
  if (responseCode < 500 || oursToMend.test(command) || needsAuthentication.has(responseCode)) {
    return { kind: 'retryable', reason };
  }
  const address = command === 'RCPT TO' ? addressFault(fault, responseCode) : undefined;
  return address ? { kind: 'permanent', reason, address } : { kind: 'permanent', reason };
}

/** A policy or a full mailbox is no word about the address; a mailbox that is none is. */
function addressFault({ response = '' }: SmtpFault, responseCode: number): AddressFault | undefined {
  if (enhanced.test(response)) return deadMailbox.test(response) ? 'unreachable' : undefined;
  return deadWithoutEnhancedCode.has(responseCode) ? 'unreachable' : undefined;
}
