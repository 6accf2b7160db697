export default {
  'registration-refused': 'This device was not registered. Correct the entry marked, or ask the contact of this site.',
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
  'parent-unknown': 'You have no device in use with this serial number. Register that one first, or leave this empty.',
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
  'web-page-elsewhere': 'The web page must be at the address of this device, which is {host}. Correct one of the two.',
  day: 'Enter a date such as 2026-11-01.',
  'model-unknown': 'This site has no such model. Enter the model as printed on the unit.',
  'claim-code-missing': 'Units of this model are delivered with a claim code. Enter it.',
  'claim-code-unused': 'Units of this model have no claim code. Leave this empty.',
  'serial-of-other-model': 'This serial number is written like those of another model. Check model and serial number.',
};
