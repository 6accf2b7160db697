// Of the documents of a site, in their pages and files.
export default {
  names: {
    terms: 'Terms of use',
    'privacy-consent': 'Use of personal data',
    'privacy-policy': 'Privacy policy',
    'cookie-notice': 'Cookies and privacy',
    'cookie-policy': 'Cookie policy',
    manual: 'Manual',
  },
  version: 'In force since {date}',
  contents: 'Contents',
} as const;
