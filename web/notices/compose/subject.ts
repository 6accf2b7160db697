import type { Localised } from '../../../domain/site/languages.ts';
import type { DraftKind } from '../../../domain/drafts/kinds.ts';
import type { Composed, ComposedRequest } from './state.ts';

type Stored = { id: string; version: number };

/** What is written: a notice or a maintenance window. The pages to write them are the same. */
export type Subject = {
  words: 'Notice' | 'Window';
  draftKind: DraftKind;
  withTitle: boolean;
  /** Below `/o/$organization/`. */
  room: 'notices' | 'maintenance';
  /** What is there already, as values of the form. */
  load: (organization: string, id: string, timeZone: string) => Promise<Composed>;
  preview: (organization: string, request: ComposedRequest, id: string | null) => Promise<{ html: Localised }>;
  publish: (organization: string, attempt: string, request: ComposedRequest) => Promise<Stored>;
  change: (organization: string, id: string, version: number, request: ComposedRequest) => Promise<Stored>;
};

export const pathsOf = ({ room }: Pick<Subject, 'room'>) =>
  ({
    list: `/o/$organization/${room}`,
    compose: `/o/$organization/${room}/compose`,
    step: `/o/$organization/${room}/compose/$draft/$step`,
    detail: `/o/$organization/${room}/$id`,
    edit: `/o/$organization/${room}/$id/edit`,
  }) as const;
