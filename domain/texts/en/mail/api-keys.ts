/** Mails about API keys (P-24). */
export default {
  'api-key-made': {
    subject: 'An API key was made',
    text: `{maker} has made an API key for your organization at {site}. Programs that have it can work in the name of your organization.

Name: {name}
Begins with: {begins}
Good for: {scopes}

You see what is done with it here, and can revoke it at any time:
{page}

If you do not know of this key, revoke it at once and change your passwords.`,
  },
  'api-key-revoked': {
    subject: 'An API key was revoked',
    text: `An API key of your organization at {site} was revoked. From now on nothing can be done with it.

Name: {name}
Begins with: {begins}

The keys of your organization:
{page}

If you do not know of this, please ask the other owners of your organization.`,
  },
} as const;
