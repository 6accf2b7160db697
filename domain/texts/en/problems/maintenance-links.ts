export default {
  'dealer-unknown':
    'No dealer has this login ID together with this phone number. One of them or both are wrong. Ask the dealer for its login ID and the phone number it has given here.',
  'too-many-tries':
    'Too many wrong login IDs and phone numbers in a row. Ask the dealer for both and try again in {minutes} minutes.',
  'own-organization': 'This is your own organization. Enter the login ID of the dealer who is to look after it.',
  'choose-devices': 'Choose at least one, or choose all.',
  'zone-unknown': 'Choose a time zone out of the list.',
  'group-unknown': 'This group is not there any more. Choose another.',
  'device-unknown': 'One of those chosen is not yours. Load the page again and choose anew.',
  'already-linked': 'What you chose is linked to this dealer already. Change that link in the list of linked dealers.',
  day: 'Enter a day, for example 2026-12-31.',
  'until-past': 'Enter today or a later day.',
  'until-far': 'Enter a day until {latest}, or leave it empty.',
  'link-over': 'This link has ended already. Make another one where it is needed.',
};
