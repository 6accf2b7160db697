import { addDays } from '../counters/civil.ts';
import { fail, pass, type Verdict } from '../verdict.ts';

/** How far ahead somebody may plan: further than the longest term that is sold usually runs. */
export const planDaysMax = 3_650;

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** The day on which the portal is to assign by itself (L-06), as `2026-12-01`: one after `today`, where the site is. */
export function readPlanDay(
  text: string,
  today: string,
): Verdict<string, 'plan-day' | 'plan-day-past' | 'plan-day-far'> {
  const day = text.normalize('NFKC').trim();
  if (!shape.test(day) || !isDay(day)) return fail('plan-day');
  if (day <= today) return fail('plan-day-past');
  const latest = addDays(today, planDaysMax);
  return day > latest ? fail('plan-day-far', { latest }) : pass(day);
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
