/** Mails about maintenance addresses (E-02). */
export default {
  'maintenance-address-link': {
    subject: 'Please confirm this address for mails about alarms',
    text: `{organization} has registered this address at {site} as one of its maintenance staff.
Once it is confirmed, mails about faults of their gateways, and those they look after, go to this address. Nothing is sent before.

Confirm the address:
{link}

The link can be used until: {expires}
It can be used once. If another one was sent, the newest alone counts.

If you do not know of this, delete this mail. Nothing will be sent to you.`,
  },
  'maintenance-address-removed': {
    subject: 'This address gets no more mails about alarms',
    text: `{organization} has taken this address off the list of its maintenance staff at {site}.
Mails about alarms no longer go to this address. There is nothing you need to do.`,
  },
  'maintenance-addresses-changed': {
    subject: 'Your maintenance addresses were changed',
    text: `The maintenance addresses of your account at {site} were changed.

{changes}

New addresses get mails about alarms once they are confirmed by a link. As long as none is confirmed, the mails go to the address of your account.
You find the whole list here:
{page}

If you do not know of this change, please ask the contact below at once.`,
    added: '- {mail}: added',
    removed: '- {mail}: removed',
    changed: '- {mail}: language changed',
  },
} as const;
