export default {
  'none-assigned':
    'No licence for such a device has been assigned yet. Ask your dealer to assign one, then register the device again.',
  'too-many-devices':
    'A customer can have up to {max} devices of this kind, and there are so many already. Use a device on a recorder instead, or end the use of one first.',
  'licence-over': 'This licence has ended. It cannot serve a device any more.',
  'licence-serves':
    'This licence serves a device now. Only one that waits can be set aside; take it off its device first.',
  'device-unknown': 'This device is not there any more. Choose another one.',
  'device-ended': 'This device is out of use. Choose another one.',
  'device-takes-none': 'This device needs no licence of its own. Choose another one.',
  'other-type': 'This device takes licences of another type, and types do not mix. Choose another one.',
  'device-served': 'This device has a licence already. Take that one off first, or set this one aside for the device.',
  'device-unserved':
    'This device has no licence now that could be renewed. Use this licence for the device at once instead.',
};
