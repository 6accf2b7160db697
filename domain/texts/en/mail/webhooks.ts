/** Mails about webhooks (P-24). */
export default {
  'webhook-switched-off': {
    subject: 'A webhook was switched off',
    text: `{why, select, gone {The receiver of a webhook of your organization at {site} has answered that it is gone for good (410). Nothing is sent to it any more.} other {The receiver of a webhook of your organization at {site} has taken nothing for three days. Nothing is sent to it any more.}}

Name: {name}
Address: {url}

What was sent and what it answered stands here. When the receiver works again, switch the webhook on there, and send anew what it missed:
{page}`,
  },
} as const;
