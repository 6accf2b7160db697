import accounts from './accounts.ts';

/** What can be told to somebody who is not logged in; pages for others load the rest. */
export default {
  identifiers: {
    required: 'Fill in this field.',
    'hex-characters': '“{character}” cannot occur here. Use the digits 0–9 and the letters A–F.',
    'hex-length': 'Enter {digits} characters from 0–9 and A–F; there are {found}.',
    phone: 'This cannot be read as a phone number. Enter it like this: {sample}',
    country: 'Choose a country from the list.',
    'postal-code-japan': 'Enter the seven digits of the postal code, for example 123-4567.',
    'postal-code': 'Enter the postal code in up to 10 letters, digits, blanks and hyphens.',
    'mail-address': 'This is not a mail address. Enter it like this: name@example.jp',
    'mail-address-long': 'The mail address is too long. At most {max} characters can be used.',
    'text-short': 'Enter at least {min} characters; there are {found}.',
    'text-long': 'Enter at most {max} characters; there are {found}.',
    kana: 'Enter it in kana only. Hiragana, katakana and half-width kana are fine.',
    'text-control':
      'There is a line break or another invisible character in the text. Remove it and type the text again.',
  },
  accounts,
  mailings: {
    nobody:
      'Nobody would get this mail: everybody it is for has had it already, or nobody has an address and agreed to it.',
    'notice-over': 'This notice is over, so it is not mailed any more.',
    'notice-planned': 'This notice is not shown yet. Send it once it is shown; until then you can send it to yourself.',
    'no-address': 'Your account has no mail address. Add one on your account page.',
    'organization-unknown': 'This organization is not there.',
  },
  'contact-requests': {
    'kind-not-offered': 'Choose what your request is about.',
    'device-not-yours':
      'This device is not there, or your organization may not see it. Ask without it, and name it in the text.',
    'too-many':
      'Many requests have come in within an hour. Please try again in {minutes, plural, one {# minute} other {# minutes}}, or write to the address below.',
    closed: 'This request is closed. Take it up again first.',
    'not-closed': 'This request is not closed. Load the page again and look.',
  },
  organizations: {
    'role-above-own': 'You can give no role above your own. Ask an owner of your organization.',
    'member-above-own': 'This person has a role above yours. Ask an owner of your organization.',
    'last-owner':
      'An organization always has an owner, and this is its last one. Hand the ownership over to somebody else first, or close the organization.',
    'own-membership': 'You cannot do this for yourself. To end your own account, leave the organization.',
    'below-itself': 'An organization cannot stand below itself or below one that stands below it. Choose another one.',
    'parent-kind': 'Only a dealer looks after other organizations. Choose a dealer.',
    'parent-closed': 'This dealer has closed. Choose another one.',
    'successor-below':
      'The successor stands below one of the organizations that would pass to it. Choose another dealer.',
    'successor-kind': 'The successor must be another dealer that is open. Choose another one.',
    'kind-not-offered': 'On this site you cannot make organizations of this kind. Ask the contact of this site.',
    'invitation-invalid':
      'This invitation was accepted already, was withdrawn, is no longer valid, or a newer one was sent. Ask who invited you for a new one.',
    'too-many-invitations':
      'There are {max} invitations already that nobody has accepted. Withdraw those that are no longer needed.',
    'hand-over-running': 'The ownership has been offered to somebody already. Take that offer back first.',
    'hand-over-over':
      'This offer was accepted, declined or taken back already, or its time is over. Load the page again and look.',
    'changed-since-preview':
      'What stands below this organization has changed meanwhile. Look at what the closing would do once more.',
    'until-past': 'This time is over. Choose one that is still to come, or none.',
    'grant-there': 'This dealer has such rights over this organization already. End those first.',
    'not-settled':
      'This organization cannot be closed yet. Load the page again: it says what has to be settled first. The contact of this site helps.',
  },
  platform: {
    'missing-field': 'This field is missing.',
    'too-long': 'This is too long.',
    'too-short': 'This is too short.',
    'wrong-type': 'This is of the wrong kind or form.',
    'not-found': 'This page or record does not exist, or you may not see it.',
    'not-logged-in': 'Log in first.',
    'not-permitted': 'Your role does not allow this. Ask an owner or manager of your organization.',
    'step-owed':
      '{step, select, consent {Agree to the documents that have changed first.} password {Set a new password first.} other {Set up a second factor first.}} Until then nothing else works.',
    'not-while-acting':
      'This cannot be done on behalf of others. Only the people of the organization can do it themselves.',
    'not-with-key':
      'This API key is not good for this. Give it a scope that is, if there is one; what decides about accounts and rights people alone do.',
    'acting-ended': 'Acting on behalf of the other organization has ended. Nothing was carried out. Go on as yourself.',
    'cross-site':
      'The request came from another page and was not carried out. Open this site again and repeat it there.',
    malformed: 'The request cannot be read.',
    'invalid-fields': 'Some entries are not right yet. Correct the fields marked.',
    'unknown-field': 'This field is not known here.',
    'body-too-large': 'What was sent is too large.',
    'media-type': 'This kind of content is not taken here.',
    'too-many-requests': 'Too many requests. Wait a moment and try again.',
    'idempotency-key-missing':
      'The header Idempotency-Key is missing or is not 8 to 64 letters, digits, underscores and hyphens.',
    'idempotency-key-reused': 'This Idempotency-Key was used for another request.',
    'still-running': 'The same request is still being worked on. Wait a moment and look at the result.',
    'version-missing': 'The header If-Match with the version that was seen is missing.',
    'changed-meanwhile':
      'Somebody changed this meanwhile. Nothing was overwritten. Look at the present state and save again.',
    maintenance: 'This site is under maintenance until {until}. Nothing was lost; try again after that.',
    unavailable: 'The service cannot be reached at the moment. Nothing was lost; try again in a few minutes.',
    unexpected:
      'Something went wrong on our side. Try again; if it happens again, tell the contact of this site the request number.',
  },
};
