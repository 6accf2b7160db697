/** What a user can be mailed about (C-11), in the order of the page. */
export const mailNoticeEvents = ['service-call', 'error', 'warning', 'silence', 'toner-low', 'monthly-report'] as const;
export type MailNoticeEvent = (typeof mailNoticeEvents)[number];

/** The capability that makes each of them; a site offers only what it has. */
export const madeBy: Readonly<Record<MailNoticeEvent, string>> = {
  'service-call': 'alarms',
  error: 'alarms',
  warning: 'alarms',
  silence: 'alarms',
  'toner-low': 'toner',
  'monthly-report': 'monthly-reports',
};

/** Events that somebody chose, each once and in the order of the page; what the site does not offer falls out. */
export function chosenOf(wished: readonly string[], offered: readonly MailNoticeEvent[]): MailNoticeEvent[] {
  return mailNoticeEvents.filter((event) => offered.includes(event) && wished.includes(event));
}
