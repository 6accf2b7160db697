/** Words of the page on which sizes of paper are chosen. */
export default {
  menu: 'Paper sizes',
  title: 'Paper sizes',
  lead: 'Choose which paper sizes counters are shown for. The choice is your own and holds for lists, files and graphs. It does not concern large-format printers, which count areas.',
  sizes: 'Sizes to show',
  help: 'At least one. What was counted in other sizes is summed up in a column “Others”, so that nothing of the total is missing.',
  save: 'Save',
  reset: 'Back to what is stored',
  back: 'To the counters',
  saved: 'Saved. Shown from now on: {sizes}.',
  restored: 'As stored again: {sizes}.',
  meanwhile:
    'You have stored another choice meanwhile, in another window: {sizes}. What you chose here is still below. Save again to put it in place of that.',
  comma: ', ',
} as const;
