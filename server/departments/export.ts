import { translatorFor } from '../../domain/texts/translator.ts';
import { headingsOf, speaksOfSheets } from '../counters/words.ts';
import { zoneOf } from '../counters/zones/zones.ts';
import { exporter } from '../exports/exporter.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { sortBy } from '../kernel/http/schemas.ts';
import { departmentQuery, readDepartmentQuestion } from './answer/question.ts';
import { departmentSorts, sorted } from './answer/sort.ts';
import { departmentTable } from './answer/table.ts';

/** Departments as a file: a row for each department and month, and one for each adjustment. */
export const departmentExporter = exporter({
  kind: 'departments',
  summary: 'What was counted by department: a row for each department and month',
  permission: 'departments:read',
  query: departmentQuery.extend({ sort: sortBy(departmentSorts) }),
  problems: ['platform/invalid-fields'],
  open: async ({ app, site, scope, language, query }) => {
    const question = readDepartmentQuestion(site, query, app.clock.now(), await zoneOf(app.db, site, scope));
    if (isProblem(question)) return question;
    const word = translatorFor(language, 'headings', { sheets: speaksOfSheets(site) });
    const joined = (words: readonly string[]) => words.join(language === 'ja' ? '、' : ', ') || null;
    return {
      conditions: { from: query.from, to: query.to, place: question.place },
      columns: [
        { key: 'department', kind: 'code' },
        { key: 'name', kind: 'text' },
        { key: 'period', kind: 'text' },
        { key: 'what', kind: 'text' },
        { key: 'value', kind: 'integer', heading: word('departments.value') },
        { key: 'marks', kind: 'text' },
      ],
      async *rows() {
        const { items } = await departmentTable(app, site, scope, question);
        const what = headingsOf(site, language)(question.place);
        yield sorted(items, query.sort).flatMap(({ department, name, figures, adjustments }) => [
          ...figures.map(({ value, marks }, at) => [
            department,
            name || null,
            question.months[at] ?? '',
            what,
            value,
            joined(marks.map((mark) => word(`counter-marks.${mark}`))),
          ]),
          ...adjustments.map(({ ofMonth, inMonth, value }) => [
            department,
            name || null,
            inMonth,
            what,
            value,
            word('counter-marks.adjustment', { month: ofMonth }),
          ]),
        ]);
      },
    };
  },
});
