export default {
  roles: { owner: 'owner', manager: 'manager', member: 'member', viewer: 'viewer' },
  rights: {
    list: 'see that the organization is there',
    read: 'see its data',
    configure: 'change its settings',
    'act-as': 'act on its behalf',
  },
  'member-invitation': {
    subject: 'Invitation to {organization}',
    text: `Dear {name},

{inviter} invites you to use {site} for {organization}.

Your role: {role}

To accept, please open this link and choose a password:
{link}

The link is good until {expires} and can be used once.
If you were sent another invitation, only the link of the newest mail counts.

If you know nothing of this, please ignore this mail; no account will be made.`,
  },
  'member-invitation-taken': {
    subject: 'About an invitation to {organization}',
    text: `{inviter} invited this mail address to use {site} for {organization}.
The address has an account at {site} already, so no new one can be made with it. Who invited you was not told so.

You can go on with the account you have:
{login}

If you want to work for {organization} as well, please give them another mail address.
If you know nothing of this, there is nothing you need to do.`,
  },
  'member-invitation-withdrawn': {
    subject: 'The invitation to {organization} was withdrawn',
    text: `Dear {name},

The invitation to use {site} for {organization} was withdrawn. Its link can no longer be used.

If you have questions, please ask the people of {organization}.`,
  },
  'member-welcome': {
    subject: 'Your account at {organization}',
    text: `Dear {name},

You have accepted the invitation. Your account at {site} is ready.

Organization: {organization}
Role: {role}
Login ID: {loginId}

Log in:
{login}

Please keep your login ID in a safe place.`,
  },
  'member-joined': {
    subject: '{name} has accepted your invitation',
    text: `{name} has accepted your invitation and now belongs to {organization} at {site}.

Role: {role}

If this is not the person you meant to invite, please remove them at once on the page of the organization’s people.`,
  },
  'role-changed': {
    subject: 'Your role was changed',
    text: `Your role in {organization} at {site} was changed.

Role until now: {from}
New role: {to}

What you may do changes with it at once:
{login}

If you have questions, please ask the owners of {organization}.`,
  },
  'member-removed': {
    subject: 'Your account at {organization} has ended',
    text: `You were removed from {organization} at {site}. Your account has ended, and you can no longer log in with it.

What you did on behalf of the organization stays with it.
If you have questions, please ask the owners of {organization}.`,
  },
  'member-left': {
    subject: 'You have left {organization}',
    text: `You have left {organization} at {site}. Your account has ended, and you can no longer log in with it.

What you did on behalf of the organization stays with it.
If it was not you, please tell the owners of {organization} and the desk below at once.`,
  },
  'member-left-owners': {
    subject: '{name} has left {organization}',
    text: `{name} has left {organization} at {site}. Their account has ended.

What they did on behalf of the organization stays with it.`,
  },
  'ownership-offered': {
    subject: 'You are offered the ownership of {organization}',
    text: `{from} offers to hand the ownership of {organization} at {site} over to you.

An owner decides who belongs to the organization, and may close it.
When you accept, you become an owner and {from} becomes a manager.

Please accept or decline by {until}:
{page}

Until you accept, nothing changes.`,
  },
  'ownership-handed-over': {
    subject: 'The ownership of {organization} was handed over',
    text: `The ownership of {organization} at {site} was handed over.

Manager from now on: {from}
Owner from now on: {to}

If you know nothing of this, please ask the desk below at once.`,
  },
  'ownership-offer-ended': {
    subject: 'The ownership of {organization} was not handed over',
    text: `{how, select, declined {{to} has declined the ownership} other {{from} has taken back the offer of the ownership}} of {organization} at {site}.

Nothing has changed.`,
  },
  'organization-moved': {
    subject: '{organization} is now looked after by {to}',
    text: `The desk of {site} has changed who looks after {organization}.

Until now: {from}
From now on: {to}

Your accounts and data stay as they are.
If you have questions, please ask the desk below.`,
  },
  'organization-passed-on': {
    subject: '{organization} is now looked after by {to}',
    text: `{from} has closed at {site}. {organization} was passed on.

Looked after from now on by: {to}

Your accounts and data stay as they are. What {from} could see or do of {organization} has ended.
If you have questions, please ask the desk below.`,
  },
  'organization-closed': {
    subject: '{organization} was closed',
    text: `{organization} was closed at {site}. The accounts of all its people have ended, yours too, and you can no longer log in with it.

If you know nothing of this, please ask the desk below at once.`,
  },
  'grant-given': {
    subject: '{to} may now look after {organization}',
    text: `The desk of {site} has given {to} rights over {organization}.

{to} may now: {rights}
{until, select, none {This holds until it is ended.} other {This holds until {until}.}}

If you do not want this, please ask the desk below.`,
  },
  'grant-ended': {
    subject: '{to} no longer looks after {organization}',
    text: `The desk of {site} has ended rights of {to} over {organization}. They ended at once.

If you have questions, please ask the desk below.`,
  },
  'acting-started': {
    subject: '{by} is acting on behalf of {organization}',
    text: `Somebody who looks after {organization} has begun to act on its behalf at {site}.

Who: {user} ({by})
Reason: {reason}
Until at the latest: {until}

Passwords, second factors and the people of your organization are out of their reach. Everything they do is recorded under both names.

What is done can be seen here:
{page}

If you do not agree with this, please ask the desk below.`,
  },
} as const;
