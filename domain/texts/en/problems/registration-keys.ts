export default {
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
  'held-after-restore':
    'Whether this activation key was already used cannot be told after a failure of the portal. Ask the contact of the site, who can release it.',
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
};
