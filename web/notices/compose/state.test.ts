import { describe, expect, it } from 'vitest';
import { emptyComposed, fieldOfPointer, readComposed, requestOf } from './state.ts';

const whole = {
  ...emptyComposed(),
  startsAt: '2026-12-01T22:00',
  endsAt: '2026-12-02T05:00',
  titleJa: '題名',
  titleEn: 'Title',
  bodyJa: '本文',
  bodyEn: 'Text',
};

describe('P-04 what is typed into a notice', () => {
  it('becomes a request with instants of the site’s zone', () => {
    expect(requestOf(whole, 'Asia/Tokyo', true)).toEqual({
      ok: true,
      request: {
        kind: 'normal',
        startsAt: '2026-12-01T13:00:00.000Z',
        endsAt: '2026-12-01T20:00:00.000Z',
        title: { ja: '題名', en: 'Title' },
        body: { ja: '本文', en: 'Text' },
      },
    });
  });

  it('names every fault at its field; a window needs no title', () => {
    const faults = (withTitle: boolean) => {
      const read = requestOf({ ...emptyComposed(), bodyEn: 'Text' }, 'Asia/Tokyo', withTitle);
      return read.ok ? [] : read.faults.map(({ field, code }) => `${field} ${code}`);
    };
    const always = [
      'startsAt notices/time-unreadable',
      'endsAt notices/time-unreadable',
      'bodyJa identifiers/required',
    ];
    expect(faults(false)).toEqual(always);
    expect(faults(true)).toHaveLength(5);
  });

  it('is read from an older or empty draft without loss', () => {
    expect(readComposed({})).toEqual(emptyComposed());
    expect(readComposed({ titleJa: '題' }).titleJa).toBe('題');
  });

  it.each([
    ['/title/ja', 'titleJa'],
    ['/body/en', 'bodyEn'],
    ['/endsAt', 'endsAt'],
    ['/startsAt', 'startsAt'],
    ['/title', null],
    ['', null],
  ])('a fault at %s stands at %s', (pointer, field) => {
    expect(fieldOfPointer(pointer)).toBe(field);
  });
});
