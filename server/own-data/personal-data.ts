import type { RawBuilder } from 'kysely';

/** Whose data are asked for. An address that other accounts share says nothing of whose a mail is. */
export type DataSubject = { siteId: string; userId: string; ownMail: string | null };

/**
 * What a capability keeps of a person, under the name it has in their copy: a query whose columns stand there as they are. Secrets, other
 * people's data and what only operators may read are no part of it.
 */
export type PersonalData = Record<string, (subject: DataSubject) => RawBuilder<Record<string, unknown>>>;
