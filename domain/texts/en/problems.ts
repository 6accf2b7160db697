import counters from './problems/counters.ts';
import devices from './problems/devices.ts';
import entry from './problems/entry.ts';
import imports from './problems/imports.ts';
import licencePlacements from './problems/licence-placements.ts';
import licenceStock from './problems/licence-stock.ts';
import maintenanceLinks from './problems/maintenance-links.ts';
import readings from './problems/readings.ts';
import registrationKeys from './problems/registration-keys.ts';

// One sentence or two for every code of the closed lists: what is wrong and what to do (ICU messages).
export default {
  ...entry,
  'registration-keys': registrationKeys,
  'monthly-reports': {
    'no-address': 'You have no notification address to which a report could be mailed. Add one under “My data” first.',
    'file-missing': 'Choose at least one kind of file.',
    'zone-unknown': 'Choose a time zone out of the list.',
    'group-unknown': 'This group is not there any more. Choose another one, or all devices.',
  },
  'api-keys': {
    'name-missing': 'Enter a name by which you will know the key again.',
    'scopes-missing': 'Choose at least one thing that the key is good for.',
    'scope-beyond': 'You may not do this yourself, so no key of yours can. Take it out.',
    'ends-past': 'This day is over. Choose a later one, or none.',
    'ends-far': 'This is too far away. Choose a day within five years, or none.',
    'too-many': 'There are {max} keys already. Revoke those that nothing uses any more.',
    over: 'This key was revoked already or has ended.',
  },
  webhooks: {
    'name-missing': 'Enter a name by which you will know the webhook again.',
    'url-unreadable': 'This is no address of the web. Enter one such as https://erp.example.jp/hook.',
    'url-scheme': 'The address has to begin with https:// or http://.',
    'url-secret': 'Leave the user name and the password out of the address.',
    'url-address': 'Nothing is sent to private addresses. Enter one that can be reached from the Internet.',
    'kinds-missing': 'Choose at least one event.',
    'kind-beyond': 'Of one of these events you may not be told. Load the page again and choose anew.',
    'too-many': 'There are {max} webhooks already. Remove those that nothing listens to any more.',
    'is-off': 'This webhook is switched off. Switch it on first.',
  },
  alarms: {
    'acknowledged-already': 'Somebody has acknowledged this alarm already. Reload the page to see who.',
    'time-unreadable': 'Enter a time of day like 22:00, or leave both fields empty.',
    'hours-alike': 'Beginning and end are the same. Enter two different times, or leave both fields empty.',
  },
  exports: {
    'too-many': 'Too many files are being downloaded at the moment. Please try again when one of them is done.',
    day: 'Enter a date with year, month and day, such as 2026-11-01.',
    'from-after-to': 'This is before the first day. Choose the same day or a later one.',
  },
  imports,
  notices: {
    'time-unreadable': 'Enter a date and a time.',
    'time-skipped': 'The clocks skip this hour on that day. Choose another time.',
    'ends-before-start': 'The end lies before the beginning. Choose a later end.',
    'ends-in-the-past': 'The end is over already. Choose a time from now on.',
    'starts-in-the-past': 'The beginning is over already. Choose a time from now on.',
    'started-already': 'This has begun already, so the beginning can no longer be changed.',
    'period-long': 'From beginning to end there may be at most {days} days.',
    'shown-already': 'People have seen this notice, so it cannot be deleted. It can be ended.',
    over: 'This notice is over and can no longer be changed.',
    'not-shown-yet': 'This notice is not shown yet. It can be changed or deleted.',
  },
  devices,
  'unlock-codes': {
    'too-many-reads':
      'You have opened many unlock codes within an hour. Please wait {minutes, plural, one {# minute} other {# minutes}}. The list of devices and its file show your codes, too.',
    'model-without-code':
      'Units of the model “{model}” have no unlock code here. Use one of the models that have a scheme.',
    'version-unknown': 'The scheme of this model has no version {version}. Use one that the site’s data list.',
  },
  licences: {
    ...licencePlacements,
    ...licenceStock,
    'lines-missing': 'Choose at least one licence.',
    'quantity-over': 'This is more than can be assigned at once: up to 1,000 licences. Assign the rest after that.',
    'line-twice': 'This type and term stand here twice. Enter them once, with the sum.',
    'type-unknown': 'This type of licence is not there any more. Load the page again and choose anew.',
    'term-unknown': 'This term is not sold any more. Load the page again and choose anew.',
    'device-twice': 'A device is chosen twice. Choose each once.',
    'devices-over': 'There are more devices than licences. Choose as many licences as devices, or more.',
    'device-unfit':
      'One of the devices is not the customer’s any more, or takes licences of another type. Load the page again and choose anew.',
    'device-not-renewing':
      'One of the devices is marked “do not renew”. Leave it out, or have the customer take the mark off first.',
    'device-over':
      'One of the devices has no licence any more, so none can be set aside for it. Leave it out; the customer then gives it one that waits.',
    'customer-unknown':
      'This is none of your own customers. Type three characters or more of the mail address and choose out of what is offered.',
    'stock-short':
      'There are not so many in your stock: {available} of this type and term. Enter that many or fewer, or buy more.',
    'plan-day': 'Enter a day, for example 2026-12-01.',
    'plan-day-past': 'This day is not after today. Choose a later one, or assign now.',
    'plan-too-late':
      'The licences of {count, plural, one {# device} other {# devices}} end before this day: up to {days, plural, one {# day} other {# days}} without a licence, and none of them is renewed by this plan. Choose an earlier day, or agree to that.',
    'plan-day-far': 'This day is too far away. Choose {latest} or an earlier one.',
    'holder-unknown': 'Choose another customer, one that is open.',
    'licences-gone':
      'One of these licences is over or is not this customer’s any more. Load the page again and choose anew.',
    'plan-over': 'This plan has been carried out or cancelled already. Load the page again to see what became of it.',
    'too-many-plans':
      'You have {max} planned assignments already. Cancel some, or wait until some have been carried out.',
    'rehearsal-day': 'Give a day from {earliest} to {latest}, for example 2027-12-31.',
    'rehearsal-large': 'There are too many licences to work this out (more than {max}). Give a nearer day.',
  },
  'maintenance-links': maintenanceLinks,
  readings,
  departments: {
    'department-unknown': 'No device of your organization counts for this department any more. Read the page again.',
  },
  toner: {
    'manager-unknown':
      'This person cannot be chosen. Choose somebody of your organization whose mail address is confirmed.',
  },
  counters,
  'device-settings': {
    'not-a-number': 'Enter a number.',
    'not-whole': 'Enter a whole number.',
    'too-low': 'This model takes {min} {unit} or more. Enter that or a larger value.',
    'too-high': 'This model takes {max} {unit} at most. Enter that or a smaller value.',
    'not-a-step': 'This model takes steps of {step} {unit}. Enter one of them.',
    'not-yes-or-no': 'Choose on or off.',
    'not-a-choice': 'Choose one of the entries of the list.',
    'not-a-window': 'Enter both times, such as 23:00 and 05:00.',
    'window-empty': 'Beginning and end are the same. Enter two different times.',
    'window-step': 'This model takes times in steps of {step} minutes. Enter one of them.',
    'setting-unknown': 'This model has no such setting.',
    'device-out-of-use':
      'The end of use of this device was set, so nothing is sent to it. If that is wrong, ask the contact of this site.',
  },
  'maintenance-addresses': {
    'too-many': 'At most {max} addresses can be registered. Take one out that is not needed.',
    repeated: 'This address stands here already. Take one of the two out.',
    'link-invalid':
      'This link was used already, is no longer valid, or a newer one was sent. Ask who registered the address to send another.',
    'proved-already': 'This address has been confirmed already; no link is needed any more.',
  },
  operations: {
    overlaps: 'Another maintenance is planned in these hours. Change the hours, or change that one.',
    'too-many-planned': 'At most {max} maintenance windows can be planned. Cancel one that is not needed.',
    'window-over': 'This maintenance is over or was cancelled and can no longer be changed.',
    'running-already': 'This maintenance has begun, so it cannot be cancelled. It can be ended.',
    'not-running': 'This maintenance does not run. It can be changed or cancelled.',
  },
  acting: {
    'not-granted': 'Your organization may not act on behalf of this one. Ask them, or the contact of this site.',
  },
};
