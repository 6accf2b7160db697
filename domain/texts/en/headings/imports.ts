import imports from '../imports.ts';

/** Files that tell of uploaded files. */
export default {
  createdAt: 'Uploaded',
  file: 'File',
  kind: 'Kind',
  organization: 'Organization',
  user: 'By',
  rows: 'Rows',
  state: 'State',
  stored: 'New',
  faults: 'Faults',
  fault: 'Why nothing was stored',
  doneAt: 'Over',
  states: imports.states,
} as const;
