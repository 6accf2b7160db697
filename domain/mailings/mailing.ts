import type { PeriodState } from '../notices/period.ts';

export const mailingKinds = ['important', 'news'] as const;
export type MailingKind = (typeof mailingKinds)[number];

/** Under way while mails of it are due. */
export const mailingStates = ['under-way', 'done'] as const;
export type MailingState = (typeof mailingStates)[number];

export const mailingCodes = ['nobody', 'notice-over', 'notice-planned', 'no-address', 'organization-unknown'] as const;

/** So many organizations may be chosen one by one; for more there is "all". */
export const chosenMax = 100;

/** A user as far as mailings go. `proved`: the account was opened by its owner, and mails to its address reach them. */
export type Candidate = {
  mail: string;
  proved: boolean;
  news: boolean;
  ended: boolean;
  erased: boolean;
  closed: boolean;
};

/**
 * Whether somebody is sent a mailing (P-05): what is important reaches everybody who uses the portal and has an address; news only those who
 * agreed to it. Asked when it is sent, and again when each mail is written, so that who withdrew in between is left alone.
 */
export function isSent(kind: MailingKind, { mail, proved, news, ended, erased, closed }: Candidate): boolean {
  if (mail === '' || !proved || ended || erased || closed) return false;
  return kind === 'important' || news;
}

/** Why a notice cannot be mailed; null where it can. Who follows the mail to the portal has to find it there. */
export function refuseNotice(state: PeriodState): 'notice-over' | 'notice-planned' | null {
  if (state === 'current') return null;
  return state === 'past' ? 'notice-over' : 'notice-planned';
}

/** What became of the mails of a mailing. `dropped` ones had nobody to go to any more when they were written. */
export type MailingCounts = { receivers: number; sent: number; failed: number; dropped: number };

export function waitingOf({ receivers, sent, failed, dropped }: MailingCounts): number {
  return receivers - sent - failed - dropped;
}

export function mailingState(counts: MailingCounts): MailingState {
  return waitingOf(counts) > 0 ? 'under-way' : 'done';
}
