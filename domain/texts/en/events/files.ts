export default {
  import: {
    previewed: 'Read a file for a preview',
    confirmed: 'Confirmed a file',
    done: 'Imported a file',
    failed: 'The import of a file failed',
    refused: 'A file was refused',
    cancelled: 'Cancelled a file',
    'result-taken': 'Downloaded the result of an import',
  },
  export: {
    started: 'Began to download a list',
    ended: 'A download of a list ended',
  },
} as const;
