import type { DepartmentRow } from './table.ts';

export const departmentSorts = ['department', 'name', 'devices', 'total'] as const;
type Key = (typeof departmentSorts)[number];

const compare = new Intl.Collator('ja', { numeric: true }).compare;
const values: Record<Key, (row: DepartmentRow) => string | number | null> = {
  department: (row) => row.department,
  name: (row) => row.name || null,
  devices: (row) => row.devices,
  total: (row) => row.total,
};

/** By ID unless asked otherwise, 2 before 10; what is empty comes last both ways. */
export function sorted(rows: readonly DepartmentRow[], sort: Key | `-${Key}` = 'department'): DepartmentRow[] {
  const way = sort.startsWith('-') ? -1 : 1;
  const value = values[sort.replace(/^-/, '') as Key];
  const beside = (a: DepartmentRow, b: DepartmentRow) =>
    compare(a.department, b.department) || (a.department < b.department ? -1 : 1);
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return left === right ? beside(a, b) : left === null ? 1 : -1;
    const order =
      typeof left === 'number' && typeof right === 'number' ? left - right : compare(String(left), String(right));
    return order === 0 ? beside(a, b) : order * way;
  });
}
