export default {
  'licence-taken-over': {
    subject: '{count, plural, one {# waiting licence} other {# waiting licences}} of {organization} now in use',
    text: `Licences of {organization} at {site} ended. {count, plural, one {# waiting licence has} other {# waiting licences have}} taken over by themselves, for these devices:

{lines}
{without, plural, =0 {} one {
# device is left without a licence.
} other {
# devices are left without a licence.
}}
If a licence should serve another device, it can be moved; its dates stay as they are.
{page}`,
  },
} as const;
