import { civilOfInstant } from '../../../domain/site/civil-time.ts';
import { changeNotice, getNotice, previewNotice, publishNotice } from '../requests.ts';
import { emptyComposed } from './state.ts';
import type { Subject } from './subject.ts';

export const noticeSubject: Subject = {
  words: 'Notice',
  draftKind: 'notice',
  withTitle: true,
  room: 'notices',
  load: async (organization, id, timeZone) => {
    const { kind, startsAt, endsAt, title, body, version } = await getNotice(organization, id);
    return {
      ...emptyComposed(),
      kind,
      startsAt: civilOfInstant(new Date(startsAt), timeZone),
      endsAt: civilOfInstant(new Date(endsAt), timeZone),
      titleJa: title.ja,
      titleEn: title.en,
      bodyJa: body.ja,
      bodyEn: body.en,
      of: { id, version },
    };
  },
  preview: previewNotice,
  publish: publishNotice,
  change: changeNotice,
};
