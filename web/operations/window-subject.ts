import { civilOfInstant } from '../../domain/site/civil-time.ts';
import type { Subject } from '../notices/compose/subject.ts';
import { emptyComposed } from '../notices/compose/state.ts';
import { changeWindow, getWindow, planWindow, previewWindow } from './requests.ts';

export const windowSubject: Subject = {
  words: 'Window',
  draftKind: 'maintenance-window',
  withTitle: false,
  room: 'maintenance',
  load: async (organization, id, timeZone) => {
    const { startsAt, endsAt, body, version } = await getWindow(organization, id);
    return {
      ...emptyComposed(),
      startsAt: civilOfInstant(new Date(startsAt), timeZone),
      endsAt: civilOfInstant(new Date(endsAt), timeZone),
      bodyJa: body.ja,
      bodyEn: body.en,
      of: { id, version },
    };
  },
  preview: previewWindow,
  publish: planWindow,
  change: changeWindow,
};
