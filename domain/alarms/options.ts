import { z } from 'zod';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 22:00');

/** What a site says about alarms (E-08); what devices report, and when their silence means something, stands with their models. */
export const alarmOptionsSchema = z
  .strictObject({
    quietHours: z
      .strictObject({
        from: time.describe('When they begin'),
        until: time.describe('When they end; over midnight where that is the earlier'),
      })
      .refine(({ from, until }) => from !== until, { path: ['until'], error: 'another time than "from"' })
      .optional()
      .describe('When organizations that have set nothing themselves get no mails about alarms'),
    mailsTo: z
      .enum(['maintenance-addresses', 'users'])
      .default('maintenance-addresses')
      .describe('Who is mailed: the proved maintenance addresses, or the users who chose it by `mail-notices`'),
    keepDays: z.int().min(30).max(3_660).default(1_830).describe('Days that an alarm is kept after it was over'),
  })
  .describe('Alarms about devices, found, told and acknowledged');
export type AlarmOptions = z.output<typeof alarmOptionsSchema>;
