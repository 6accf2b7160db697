export default {
  'monthly-report': {
    subject: 'Monthly report for {month}',
    text: `Dear {name},

here is what was counted at {site} in {month}. The whole report is attached.

{of}: {devices, plural, one {one device} other {# devices}}
Total in {month}: {total}
The month before: {before}

Figures show real use, not what is invoiced; "-" means that no reading came.

Look at it by day or by device:
{page}

Change the day, the devices or the files, or get no more reports:
{settings}`,
  },
  'monthly-report-group-gone': {
    subject: 'Your monthly report for {month} could not be made',
    text: `Dear {name},

you wanted the monthly report about a group of devices that has been deleted since, so there is none for {month}.
Please choose another group, or all devices:
{settings}`,
  },
} as const;
