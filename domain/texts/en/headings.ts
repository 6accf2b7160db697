/** Headings of the columns of imported and exported files, by kind of file. */
export default {
  'activation-keys': {
    number: 'Activation key number',
    registrationId: 'Registration ID',
    productNumber: 'Product number',
    purpose: 'Purpose',
    category: 'Category',
  },
} as const;
