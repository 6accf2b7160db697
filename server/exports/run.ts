import { civilDay } from '../../domain/site/civil-day.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { answerWithFile, type ExportCall } from './answer.ts';
import { contentOf } from './content.ts';
import type { Exporter, OpenExport } from './exporter.ts';
import { encodeFile, fileHeaders, type Encoding, type Format } from './file.ts';

type Wish = {
  call: ExportCall;
  exporter: Exporter;
  opened: OpenExport;
  language: Language;
  format: Format;
  encoding: Encoding;
};

/** Starts to answer with a list as a file. */
export function startExport(wish: Wish): Promise<Response | Problem> {
  const { call, exporter, opened, language, format, encoding } = wish;
  const { kind, permission } = exporter;
  const { timeZone } = call.site;
  return answerWithFile(call, {
    permission,
    told: { data: { kind } },
    asked: { format, ...(format === 'csv' && { encoding }), ...opened.conditions },
    write: (from) => {
      let count = 0;
      const content = contentOf(opened, from, timeZone, (rows) => (count += rows));
      const file = { kind, columns: opened.columns, language, timeZone, notes: opened.notes ?? [], ...content };
      const headers = fileHeaders(file, format, encoding, civilDay(call.now, timeZone));
      return { chunks: encodeFile(file, format, encoding), headers, found: () => ({ rows: count }) };
    },
  });
}
