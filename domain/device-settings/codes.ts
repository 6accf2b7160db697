/** Why a value cannot be set. */
export const settingValueCodes = [
  'not-a-number',
  'not-whole',
  'too-low',
  'too-high',
  'not-a-step',
  'not-yes-or-no',
  'not-a-choice',
  'not-a-window',
  'window-empty',
  'window-step',
  'setting-unknown',
] as const;
export type SettingValueCode = (typeof settingValueCodes)[number];

/** Every refusal of this capability that has a text under `problems.device-settings`. */
export const deviceSettingCodes = [...settingValueCodes, 'device-out-of-use'] as const;
