import { z } from 'zod';
import { noticeKinds, type NoticeKind } from '../../domain/notices/notice.ts';
import { periodStates, type PeriodFault } from '../../domain/notices/period.ts';
import type { TextFault } from '../../domain/notices/text.ts';
import { faultAt, type FieldFault } from '../kernel/http/problem.ts';
import { instant, localised, outsideIdSchema } from '../kernel/http/schemas.ts';

const titleMax = 2_000;
const bodyMax = 20_000;
const typedInstant = z.iso.datetime({ offset: true }).max(40);

/** A text in both languages as it is typed; how long it may be for a reader is the rule's to say. */
export const typedBody = z.strictObject({ ja: z.string().max(bodyMax), en: z.string().max(bodyMax) });
const typedTitle = z.strictObject({ ja: z.string().max(titleMax), en: z.string().max(titleMax) });

export const typedPeriod = z.strictObject({ startsAt: typedInstant, endsAt: typedInstant });

export const noticeRequest = typedPeriod.extend({ kind: z.enum(noticeKinds), title: typedTitle, body: typedBody });
export type NoticeRequest = z.infer<typeof noticeRequest>;

/** What everybody may read of a notice; `html` is its body, rendered. */
export const shownNotice = z.strictObject({
  id: outsideIdSchema('notice'),
  kind: z.enum(noticeKinds),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(periodStates),
  title: localised,
  html: localised,
});

/** What its authors see beside that: the text as it was typed, and the version that a change names. */
export const noticeResponse = shownNotice.extend({ body: localised, version: z.int(), changedAt: instant });
export type NoticeResponse = z.infer<typeof noticeResponse>;

/** A planned or running window as everybody may read it. */
export const shownWindow = z.strictObject({
  id: outsideIdSchema('maintenanceWindow'),
  startsAt: instant,
  endsAt: instant,
  running: z.boolean(),
  html: localised,
});

export type Typed = { kind: NoticeKind; startsAt: Date; endsAt: Date };

/** The faults of period and texts at their places in the body. */
export function faultsAt(period: readonly PeriodFault[], texts: readonly TextFault[]): FieldFault[] {
  return [
    ...period.map(({ field, code, params }) => ({
      pointer: `/${field}`,
      code: `notices/${code}`,
      ...(params && { params }),
    })),
    ...texts.map(({ part, language, ...refusal }) => faultAt(`/${part}/${language}`, refusal)),
  ];
}
