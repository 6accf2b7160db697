export default {
  'unreadable-encoding':
    'The characters of this file cannot be read. Save it as CSV in UTF-8 or Shift_JIS, or as an Excel workbook (.xlsx).',
  'not-a-spreadsheet':
    'This is neither a CSV file nor an Excel workbook (.xlsx), whatever its name says. Save the table as one of the two and upload that.',
  'old-spreadsheet':
    'This is an Excel file of the old kind (.xls), or one with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.',
  'broken-spreadsheet':
    'This Excel file cannot be read. Open it in Excel, save it again as a workbook (.xlsx) or as CSV, and upload that.',
  'unpacked-too-large':
    'This Excel file is small, but unpacked it is far larger than a table of this kind can be. Copy the rows into a new workbook or save them as CSV.',
  'too-many-columns': 'There are too many columns. A file holds up to {max}; take out those that are not needed.',
  'not-a-table': 'This cannot be read as CSV (near line {line}). Look for a quotation mark that is not closed.',
  'no-rows': 'There are no rows. Put the headings in the first row and the data below.',
  'too-many-rows': 'There are too many rows. One file holds up to {max}; please split it.',
  'columns-missing': 'Columns are missing: {columns}. Use the headings of the template.',
  'began-already': 'This has begun already and can no longer be called off. Wait for the result.',
  'is-over': 'This is over already. Look at the result.',
  'result-expired': 'What was in the file is no longer kept.',
  'gave-up':
    'The work was cut off again and again, so it was given up. Nothing was stored. Upload the file again; if that happens again, tell the contact of this site the number of this import.',
  unexpected:
    'Something went wrong on our side. Nothing was stored. Upload the file again; if that happens again, tell the contact of this site the number of this import.',
  'made-a-number':
    'The spreadsheet made a number of this, and zeros in front or the last digits may be lost. Format the column as text and enter it again.',
  'made-a-date': 'The spreadsheet made a date of this. Format the column as text and enter it again.',
  'zeros-missing':
    'Enter {digits} characters; there are {found}. The spreadsheet may have taken off zeros in front: format the column as text and enter it again.',
  'has-faults':
    '{faults, plural, one {# cell is} other {# cells are}} wrong. Mend the file and upload it again. Nothing was stored.',
  'file-changed': 'This is not the file that was previewed. Upload it again and check it.',
  expired: 'The file was kept for 24 hours and is gone. Upload it again.',
  'repeated-in-file': 'The same number stands on line {line}, too.',
  'stored-differently': 'This number is stored already with other data.',
};
