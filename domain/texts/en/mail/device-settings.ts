export default {
  settingOn: 'on',
  settingOff: 'off',
  settingLine: '{name}: {value}',
  'settings-overdue': {
    subject: 'A device has not answered your settings',
    text: `At {site} you asked this device for settings. It has not answered yet.

Model: {model}
Serial number: {serial}
Asked: {asked}

{settings}

The settings are kept and go to the device as soon as it is reached. Please check its power and its network, or ask for other settings:
{page}`,
  },
} as const;
