export default {
  'payload-too-large': 'The message is larger than 64 KiB. Send it in several parts.',
  'not-json': 'The message is no JSON in UTF-8. Check how it is written.',
  'not-an-object': 'The message is no JSON object. Put its fields between braces.',
  'seq-wrong': 'The field “seq” is no whole number from 0 on. Count messages with it, or leave it out.',
  'device-wrong': 'The field “device” is no serial number. Write it with letters and digits only.',
  'time-wrong':
    'The field “time” is missing or cannot be read. Write it like 2026-11-21T09:00:00+09:00, or as milliseconds since 1970.',
  'values-wrong': 'The field “values” is no object of numbers, texts and yes or no. Check each value.',
  'too-many-values': 'There are more than 200 values in one message. Send several messages.',
  'body-wrong': 'A field of the message is missing or of the wrong kind. See the description of its topic.',
  'metric-unknown': 'The model does not measure “{metric}”. The rest of the message was stored.',
  'value-kind': 'The value of “{metric}” is of the wrong kind. The rest of the message was stored.',
  'value-differs': 'There was another value for the same time already, which stays.',
  'time-ahead': 'The time lies more than 10 minutes ahead. Set the clock of the device.',
  'time-behind': 'The time lies more than 31 days back, so the message is not stored any more.',
  'device-not-its-own': 'The device that is reported about is not bound to this one. Bind it first.',
  'credential-wrong':
    'The credential of the device is wrong or was withdrawn. Get a new one with the secret of the factory.',
  'proof-wrong':
    'No credential is given: the serial number is not known or locked, or the challenge is over or answered, or the answer is wrong. Ask for a new challenge.',
  'too-fast': 'The device sends too fast. Wait a moment, then send again.',
};
