/** What stands on printed sheets; both languages on each. */
export default {
  'activation-key': {
    title: 'Activation key',
    number: 'Activation key number',
    registrationId: 'Registration ID',
    productNumber: 'Product number',
    purpose: 'Purpose',
    category: 'Category',
    step1: 'Log in at {address} and choose “Issue registration keys”.',
    step2: 'Type the device ID of the unit, then the number and the registration ID of this sheet.',
    step3: 'Type the registration key that is shown into the unit.',
    keep: 'Serves one device ID only. Keep this sheet safe; the registration ID cannot be shown again.',
  },
} as const;
