export default {
  devices: {
    registered: 'Registered a device',
    'registered-by-file': 'Registered devices from a file',
    'file-refused': 'Sent a file of devices that was refused',
    'serials-guessed': 'Entered many serial numbers that were not found',
    viewed: 'Viewed devices',
    changed: 'Changed a device’s registration',
    'warranty-checked': 'Checked a device’s warranty',
    'end-reported': 'Reported the end of a device’s use',
    'end-withdrawn': 'Withdrew a report of the end of use',
    'end-declined': 'Declined a report of the end of use',
    ended: 'Ended the use of a device',
    released: 'Released a device',
    'claim-released': 'Released a device that was registered wrongly',
    replaced: 'Replaced a device',
  },
  transfers: {
    offered: 'Offered to hand over a device',
    ordered: 'Ordered the hand-over of a device',
    accepted: 'Took over a device',
    ended: 'Ended a hand-over without taking the device',
  },
  'manufactured-devices': {
    imported: 'Imported manufactured devices',
  },
  readings: {
    'credential-given': 'Gave a device its credential',
    'credentials-withdrawn': 'Withdrew a device’s credentials',
  },
  'device-settings': {
    asked: 'Asked a device to change its settings',
    answered: 'The device answered a change of settings',
    'changed-at-device': 'Settings were changed at the device itself',
    ended: 'A change of settings lapsed',
    overdue: 'The device has not answered a change of settings',
  },
  'device-groups': {
    created: 'Created a group of devices',
    changed: 'Changed a group of devices',
    deleted: 'Deleted a group of devices',
    'device-moved': 'Moved a device to another group',
  },
} as const;
