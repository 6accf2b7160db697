import texts from '../contact-requests.ts';

/** Mails about what people ask the operators (P-06). Nothing that a stranger typed is mailed to anybody but the operators. */
export default {
  'contact-request-words': { none: '-' },
  'contact-request-kinds': texts.kinds,
  'contact-request-opened': {
    subject: 'A request: {kind}',
    text: `{known, select, yes {A user of {site} asks:} other {Somebody who is not logged in at {site} asks. Name, address and organization are what they typed.}}

Name: {name}
Login ID: {loginId}
Mail address: {mail}
Organization: {organization}
About: {kind}
Device, key or licence: {about}

{text}

Answer it here; the answer goes out by mail and stays with the request:
{page}`,
  },
  'contact-request-received': {
    subject: 'We have received your request',
    text: `Somebody has asked us something at {site} and entered this address for the answer.

If it was you, there is nothing to do: we answer by mail.
If it was not you, please ignore this mail. Nothing else is sent to you unless one of us answers.`,
  },
  'contact-request-answered': {
    subject: 'An answer to your request',
    text: `You asked us something at {site}. This is our answer:

{answer}

Your request and all answers stand here:
{page}`,
  },
  'contact-request-answered-stranger': {
    subject: 'An answer to your request',
    text: `Somebody asked us something at {site} and entered this address for the answer. This is our answer:

{answer}

If you would like to ask something else, use the form:
{page}`,
  },
} as const;
