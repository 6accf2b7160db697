export default {
  'password-length': 'Use {min} to {max} characters.',
  'password-ascii': 'Use only half-width letters, digits, symbols and blanks.',
  'password-letters-digits': 'Use only the half-width letters A–Z and a–z and the digits 0–9.',
  'password-letters-digits-symbols': 'Use only half-width letters, digits and symbols, without blanks.',
  'password-lower': 'Use at least one lower-case letter.',
  'password-upper': 'Use at least one upper-case letter.',
  'password-letter': 'Use at least one letter.',
  'password-digit': 'Use at least one digit.',
  'password-symbol': 'Use at least one symbol.',
  'password-run': 'Do not put {count} or more characters in a row that rise, fall or repeat, such as “{part}”.',
  'password-common': 'Do not use a password that many people use or that is known from leaks.',
  'password-unreadable': 'There is a broken character in the password. Type it again.',
  'login-id-length': 'Use {min} to {max} characters for the login ID.',
  'login-id-letters-digits': 'Use only the half-width letters A–Z and a–z and the digits 0–9 for the login ID.',
  'login-id-letters-digits-underscore-hyphen': 'Use only half-width letters, digits, “_” and “-” for the login ID.',
  'login-id-taken': 'This login ID cannot be used. Choose another one.',
  'login-refused': 'The login ID or the password is wrong. Upper and lower case count.',
  'login-refused-or-locked':
    'The login ID or the password is wrong, or the account is locked for a while. Upper and lower case count.',
  'login-locked':
    'Too many wrong passwords. Wait {minutes, plural, =0 {{seconds, plural, one {# second} other {# seconds}}} other {# minutes}} and try again.',
  'login-shut': 'Too many wrong passwords. Set a new password with “Forgotten your password?”.',
  'mail-again-differs': 'The two mail addresses differ. Enter the same address in both fields.',
  'name-role': 'Please enter the name of a person, not of a role or a department, such as: Hanako Mihon.',
  'organization-form': 'Please choose the kind of organization from the list.',
  'sign-up-closed': 'You cannot sign up here yourself. Ask the contact of this site for an account.',
  'terms-not-agreed': 'Read the documents and agree to them; without that you cannot go on.',
  'code-wrong': 'This code is wrong, was used already or is no longer valid. Check it, or have a new one sent.',
  'code-wrong-or-elsewhere':
    'This code is wrong, was used already, is no longer valid, or was asked for in another browser. Many wrong codes are being entered at this site, so for now a code counts only in the browser in which it was asked for. Have a new one sent here.',
  'link-invalid': 'This link was used already or is no longer valid. Sign up again, or ask the desk of this site.',
  'reset-link-invalid': 'This link was used already or is no longer valid. Have a new one sent.',
  'password-same': 'This is the password you have now. Choose another one.',
  'password-expired': 'Your password has expired. Have a mail sent with which you set a new one.',
  'consents-changed': 'The documents have changed meanwhile. Read them again.',
  'present-password-wrong': 'The present password is wrong. Upper and lower case count.',
  'login-id-fixed': 'The login ID cannot be changed on this site.',
  'mail-needed': 'On this site everybody needs a mail address. Change it to another one instead.',
  'mail-unchanged': 'This is the present mail address. Enter another one.',
  'mail-link-invalid':
    'This link was used already, is no longer valid, or a newer one was sent. Ask for the change once more.',
  'news-link-invalid':
    'This link is not whole, or its account is not there any more. Please copy the whole link out of the mail, or change it on your account page.',
  'withdrawal-invalid':
    'This link is no longer valid, or the data were deleted already. Ask the desk of this site if you want them deleted.',
  'withdrawal-last-owner':
    'You are the only owner of an organization with other users. Ask the desk of this site who shall take it over.',
  'erasing-own': 'You cannot erase yourself here. Another operator can do it for you.',
  'erasing-last-owner':
    'This is the only owner of an organization with other users. Have somebody else made an owner first, or the organization closed.',
  'phone-wrong':
    'This is not the phone number given at sign-up. Please enter that one. You can try {left, plural, one {once} other {# times}} more.',
  'phone-tries-spent': 'The phone number was wrong five times, so this sign-up has ended. Please sign up again.',
  'opening-not-offered': 'This site does not offer that way. Please choose another.',
  'opening-own': 'You cannot do this for your own account. Please use “Change password”.',
  'opening-no-mail':
    'This account has no mail address to send a link to. Please hand over an initial password instead.',
  'opening-chosen': 'You have chosen this password yourself already. You can go on using it.',
  'correction-proved':
    'It was confirmed that this person gets mail at this address. They change it themselves, or the contact of this site does.',
  'correction-own-password':
    'The customer has set a password of their own, so the address cannot be corrected here. They change it themselves, or the contact of this site does.',
  'correction-in-use':
    'Licences or other things were given to this customer already, so the address cannot be corrected here. Please ask the contact of this site.',
  'correction-not-offered':
    'The address of this account cannot be corrected here. Operators change their own; an account without an address has none to correct.',
  'second-factor-needed': 'The password is right. Now confirm with your second factor.',
  'second-step-over':
    'The login was not finished: the time was over, or there were several wrong entries. Please log in again from the start. After several wrong entries please wait a while first.',
  'second-factor-wrong': 'This was not accepted. Please check what you entered; each code can be used once.',
  'passkey-refused':
    'The login with this passkey did not work: it does not belong to an account of this site, it was removed, or the time was over. Try again, or log in with your password.',
  'passkey-not-made':
    'The passkey was not added: it is there already, the time was over, or the device did not confirm who you are. Please begin again.',
  'passkeys-many': 'You have {max} passkeys. Remove one that you no longer use, then add the new one.',
  'totp-code-wrong':
    'This code is not right. Enter the six digits that the app shows now, and check the clock of the phone.',
  'totp-setup-over': 'The time for setting the app up is over. Please begin again.',
  'second-factor-not-offered': 'This is not offered on this site.',
  'second-factor-missing': 'There is no second factor here.',
  'second-factor-demanded': 'A second factor is demanded of this account. Add another one first, then remove this one.',
  'password-short-alone':
    'Without a second factor the password must have at least {min} characters. Choose a longer password first, then remove this.',
  'second-factor-own': 'You cannot do this for yourself. Ask another operator.',
  'proof-used': 'This was used already. Have a new one sent.',
  'proof-replaced': 'A newer one was sent. Use the one in the newest mail.',
  'proof-over': 'This is no longer valid. Have a new one sent.',
  'proof-tries-spent': 'A wrong code was entered too often. Have a new one sent.',
  'session-idle':
    'You were logged out because nothing was done for {minutes, plural, one {# minute} other {# minutes}}. Log in again.',
  'session-over':
    'You were logged out because {hours, plural, one {# hour} other {# hours}} have passed since you logged in. Log in again.',
};
