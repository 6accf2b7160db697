import entry from './problems/entry.ts';
import licencePlacements from './problems/licence-placements.ts';
import licenceStock from './problems/licence-stock.ts';

// One sentence or two for every code of the closed lists: what is wrong and what to do (ICU messages).
export default {
  ...entry,
  'registration-keys': {
    'category-unknown': 'This site has no such category. Enter the name or the ID of a category.',
    'product-unknown': 'This product number is not offered in this category.',
    'batch-size': 'Enter a whole number from {min} to {max}.',
    'already-delivered':
      'This was done already, with the first request. Its registration IDs went out once and cannot be given again; if they did not arrive, have new ones made for the batch.',
    'nothing-unused':
      'There is nothing to do here any more: the keys were used or voided meanwhile. Load the page again and look.',
    'not-bound': 'This activation key has not been used for any device ID yet.',
    'moved-meanwhile': 'Somebody else moved this activation key meanwhile. Load the page again and look.',
    'same-device': 'This is the device ID that the key serves already. Enter the new one.',
    'issue-refused': 'No key was issued. Correct the entries marked below.',
    'too-many-tries': 'Too many wrong entries. Wait {seconds, plural, one {# second} other {# seconds}} and try again.',
    'not-issued-here': 'Keys of this category are not issued on this site. See the note beside the category.',
    'repeated-number': 'This activation key was entered above already. Remove one of the two.',
    'unknown-activation-key': 'The activation key number or the registration ID is wrong. Compare both with the sheet.',
    'other-category': 'This activation key belongs to the category “{category}”. Go back to step 1 and choose it.',
    'bound-to-other-device':
      'This activation key was used for another device ID and can serve only that one. Check the device ID, or ask the contact of this site.',
    'bound-to-own-device': 'You used this activation key for the device ID {deviceId}; it can serve only that one.',
    'product-not-offered':
      'No key is issued for the product number {productNumber} any more. Ask the contact of this site.',
    'file-refused':
      'More than {max} rows name an activation key that is unknown, has another registration ID, or serves another device. None of them is shown, and the operators of this site were told. Check whether this is the right file, or ask the contact of this site.',
    'file-not-issued-here':
      'Keys of the category “{category}” are not issued on this site. Take this row out of the file.',
    'file-other-category':
      'This activation key belongs to the category “{category}”. Write that, or leave the cell empty.',
    'slots-used-up':
      'This device has {max} keys of this feature already; no more can be issued. Ask the contact of this site.',
    mistyped: 'A character of the registration key is wrong. Compare it with the key that was issued.',
    'unknown-version':
      'This unit does not know keys of this kind. Check the registration key and the device ID for which it was issued.',
    'not-for-this-unit':
      'This registration key does not belong to this unit. Check the device ID for which it was issued.',
  },
  'monthly-reports': {
    'no-address': 'You have no notification address to which a report could be mailed. Add one under “My data” first.',
    'file-missing': 'Choose at least one kind of file.',
    'zone-unknown': 'Choose a time zone out of the list.',
    'group-unknown': 'This group is not there any more. Choose another one, or all devices.',
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
  imports: {
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
  },
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
  devices: {
    'registration-refused':
      'This device was not registered. Correct the entry marked, or ask the contact of this site.',
    'not-registrable':
      'This device cannot be registered. The number may be mistyped, belong to a device that is registered already, that is out of use, or that was not made for this site, or the code delivered with it may be missing or wrong. Compare it with the label, or ask the contact of this site.',
    'registered-already': 'You have registered this device already.',
    'device-ended':
      'The end of use of this device was set. It can be neither handed over nor exchanged. If that is wrong, ask the contact of this site.',
    'transfer-running': 'A hand-over of this device is running. Withdraw it first, or wait until it is over.',
    'transfer-waiting': 'This device cannot be taken over yet. Please wait until the day that is shown.',
    'transfer-over':
      'This hand-over is over: it was taken, declined or withdrawn, or its time has passed. Ask for a new one if it is still wanted.',
    'own-organization':
      'This is your own organization. Enter a mail address or login ID of the one that gets the device.',
    'end-reported': 'The end of use of this device was reported. Take the report back first, or wait for the answer.',
    'end-request-over': 'This report was decided or taken back already.',
    'not-ended': 'This device is in use. Only one that is out of use can be let go.',
    'ended-before-purchase': 'The date of purchase is {purchasedOn}. Enter that day or a later one.',
    'ended-in-future': 'Enter today or an earlier day.',
    'not-exchangeable':
      'There is no free device with this serial number: it was not made, is registered, or was exchanged itself. Check the number.',
    'same-device': 'This is the broken device itself. Enter the serial number of the new one.',
    'other-kind': 'This device is of another kind. A broken device is exchanged for one of its own kind.',
    'too-many-tries':
      'Too many serial numbers were not found. Please wait {seconds} seconds, and compare the number with the label, or ask the contact of this site.',
    'file-refused':
      'More than {max} serial numbers of this file cannot be registered. Please check that it is the right file, or ask the contact of this site.',
    'serial-form': 'This is not how serial numbers are written here. Enter it as it stands on the label.',
    'serial-check-digit': 'A character of this serial number is mistyped. Compare it with the label.',
    'parent-unknown':
      'You have no device in use with this serial number. Register that one first, or leave this empty.',
    'parent-missing':
      'This device is used with another one, such as a recorder. Enter the serial number of that device; it must be registered already.',
    'parent-not-for-model': 'A device of this model cannot be registered to that one. Leave this empty.',
    'purchased-before-shipping': 'This device left the factory on {shippedOn}. Enter that day or a later one.',
    'purchased-in-future': 'Enter today or an earlier day.',
    'time-zone-unknown': 'Choose a time zone of the list, or none.',
    'time-zone-fixed':
      'The time zone was set at the registration and stays as it is. If it is wrong, ask the contact of this site.',
    'host-form': 'Enter an IP address such as 192.0.2.10, or a name such as printer.example.jp, and nothing else.',
    'web-page-form':
      'Enter an address that begins with http:// or https://, without a user name or password, in at most 200 characters.',
    'web-page-elsewhere':
      'The web page must be at the address of this device, which is {host}. Correct one of the two.',
    day: 'Enter a date such as 2026-11-01.',
    'model-unknown': 'This site has no such model. Enter the model as printed on the unit.',
    'claim-code-missing': 'Units of this model are delivered with a claim code. Enter it.',
    'claim-code-unused': 'Units of this model have no claim code. Leave this empty.',
    'serial-of-other-model':
      'This serial number is written like those of another model. Check model and serial number.',
  },
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
    'customer-unknown':
      'This is none of your own customers. Type three characters or more of the mail address and choose out of what is offered.',
    'stock-short':
      'There are not so many in your stock: {available} of this type and term. Enter that many or fewer, or buy more.',
    'plan-day': 'Enter a day, for example 2026-12-01.',
    'plan-day-past': 'This day is not after today. Choose a later one, or assign now.',
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
  'maintenance-links': {
    'dealer-unknown':
      'No dealer has this login ID together with this phone number. One of them or both are wrong. Ask the dealer for its login ID and the phone number it has given here.',
    'too-many-tries':
      'Too many wrong login IDs and phone numbers in a row. Ask the dealer for both and try again in {minutes} minutes.',
    'own-organization': 'This is your own organization. Enter the login ID of the dealer who is to look after it.',
    'choose-devices': 'Choose at least one, or choose all.',
    'zone-unknown': 'Choose a time zone out of the list.',
    'group-unknown': 'This group is not there any more. Choose another.',
    'device-unknown': 'One of those chosen is not yours. Load the page again and choose anew.',
    'already-linked':
      'What you chose is linked to this dealer already. Change that link in the list of linked dealers.',
    day: 'Enter a day, for example 2026-12-31.',
    'until-past': 'Enter today or a later day.',
    'until-far': 'Enter a day until {latest}, or leave it empty.',
    'link-over': 'This link has ended already. Make another one where it is needed.',
  },
  readings: {
    'payload-too-large': 'The message is larger than 64 KiB. Send it in several parts.',
    'not-json': 'The message is no JSON in UTF-8. Check how it is written.',
    'not-an-object': 'The message is no JSON object. Put its fields between braces.',
    'seq-wrong': 'The field “seq” is no whole number from 0 on. Count messages with it, or leave it out.',
    'device-wrong': 'The field “device” is no serial number. Write it with letters and digits only.',
    'time-wrong':
      'The field “time” is missing or cannot be read. Write it like 2026-11-21T09:00:00+09:00, or as milliseconds since 1970.',
    'values-wrong': 'The field “values” is no object of numbers, texts and yes or no. Check each value.',
    'too-many-values': 'There are more than 200 values in one message. Send several messages.',
    'body-wrong': 'A field of the message is missing or of the wrong kind. See the description of its topic.',
    'metric-unknown': 'The model does not measure “{metric}”. The rest of the message was stored.',
    'value-kind': 'The value of “{metric}” is of the wrong kind. The rest of the message was stored.',
    'value-differs': 'There was another value for the same time already, which stays.',
    'time-ahead': 'The time lies more than 10 minutes ahead. Set the clock of the device.',
    'time-behind': 'The time lies more than 31 days back, so the message is not stored any more.',
    'device-not-its-own': 'The device that is reported about is not bound to this one. Bind it first.',
    'credential-wrong':
      'The credential of the device is wrong or was withdrawn. Get a new one with the secret of the factory.',
    'proof-wrong':
      'No credential is given: the serial number is not known or locked, or the challenge is over or answered, or the answer is wrong. Ask for a new challenge.',
    'too-fast': 'The device sends too fast. Wait a moment, then send again.',
  },
  departments: {
    'department-unknown': 'No device of your organization counts for this department any more. Read the page again.',
  },
  toner: {
    'manager-unknown':
      'This person cannot be chosen. Choose somebody of your organization whose mail address is confirmed.',
  },
  counters: {
    'period-unreadable': 'Choose a month, or by day a date.',
    'period-backwards': 'The end lies before the beginning. Choose a later end.',
    'period-future': 'This has not begun yet. Choose a period up to today.',
    'period-before-kept': 'There are no counters before {first}. Choose a later beginning.',
    'months-many': 'At most {max} months can be shown at once. Choose an end up to {last}.',
    'days-many': 'At most {max} months can be shown by day. Choose an end up to {last}.',
    'name-empty': 'Enter a name for the group.',
    'name-long':
      'The name is too long: at most {max} half-width characters, of which a full-width one counts two. It has {width}.',
    'name-character':
      "The character “{character}” cannot be used in a name. The symbols \" % & '' / ; < > \\ ¥ and half-width katakana are not allowed.",
    'name-taken': 'There is a group of this name already. Upper and lower case and width make no difference.',
    'groups-many': 'There can be at most {max} groups. Delete one that is no longer used.',
    'grouped-already': 'Some of these devices are in another group by now. Look at the list again.',
    'zone-unknown': 'Choose a time zone out of the list.',
    'group-unknown': 'This group is not there any more. Choose another.',
    'device-unknown': 'Some of these devices are not there. Look at the list again.',
    'counter-unknown': 'The model of this device has no counter “{code}”.',
    'reading-unknown': 'There is no reading of this device at that time.',
    'paper-none': 'Choose at least one size of paper.',
  },
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
