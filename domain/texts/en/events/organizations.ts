export default {
  organization: {
    created: 'Created an organization',
    changed: 'Changed an organization’s data',
    closed: 'Closed an organization',
    moved: 'Moved an organization to another dealer',
    'passed-on': 'Passed an organization on when its dealer closed',
  },
  grant: {
    given: 'Gave a grant over an organization',
    linked: 'Kept a dealer’s grant over a device',
    ended: 'Ended a grant over an organization',
  },
  invitation: {
    sent: 'Invited a user',
    withdrawn: 'Withdrew an invitation',
  },
  member: {
    'role-changed': 'Changed a user’s role',
    removed: 'Removed a user',
    left: 'Left the organization',
  },
  ownership: {
    offered: 'Offered to hand over the ownership',
    'handed-over': 'Took over the ownership',
    'offer-ended': 'Ended an offer to hand over the ownership',
  },
  'api-keys': {
    made: 'Made an API key',
    revoked: 'Revoked an API key',
  },
  webhooks: {
    made: 'Made a webhook',
    changed: 'Changed a webhook',
    paused: 'Switched a webhook off',
    'switched-on': 'Switched a webhook on',
    'switched-off': 'A webhook was switched off',
    removed: 'Removed a webhook',
    'secret-renewed': 'Made a new secret for a webhook',
    'sent-anew': 'Sent an event to a webhook anew',
    tested: 'Sent a test message to a webhook',
  },
  acting: {
    started: 'Began to act on behalf',
    ended: 'Stopped acting on behalf',
  },
  'maintenance-links': {
    begun: 'Began a maintenance link',
    changed: 'Changed a maintenance link',
    ended: 'Ended a maintenance link',
    opened: 'Opened a maintenance link',
    'dealers-guessed': 'Entered many dealer codes that were not found',
  },
  'maintenance-addresses': {
    changed: 'Changed the maintenance addresses',
    'link-sent': 'Sent a maintenance address its link',
    proved: 'Proved a maintenance address',
  },
  'mail-notices': {
    changed: 'Changed which mails are sent',
  },
  'monthly-reports': {
    asked: 'Asked for a monthly report',
    changed: 'Changed the settings of monthly reports',
    due: 'Sent a monthly report',
  },
  club: {
    joined: 'Joined the owners’ club',
    left: 'Left the owners’ club',
  },
} as const;
