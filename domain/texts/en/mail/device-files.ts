export default {
  'device-file-refused': {
    subject: 'A file of many serial numbers that cannot be registered was refused',
    text: `At {site} a file was refused because more rows than allowed name devices that were not made, are registered elsewhere, are out of use, or have another claim code.

Organization: {organization}
Rows of the file: {rows}
Such rows: {guesses}

This may be the wrong file, or somebody guessing. Please ask the organization.`,
  },
} as const;
