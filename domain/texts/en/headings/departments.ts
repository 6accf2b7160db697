export default {
  department: 'Department ID',
  name: 'Department',
  period: 'Month',
  what: 'Counted',
  value: 'Usage',
  marks: 'Remarks',
} as const;
