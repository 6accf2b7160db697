import { prefectures, type Position } from './prefectures.ts';

const dayMs = 86_400_000;
/** Noon UTC of 1 January 2000, from which the sun is reckoned. */
const epochMs = Date.UTC(2000, 0, 1, 12);
const degree = Math.PI / 180;
const tiltDegrees = 23.4397;
/** The upper edge of the sun on the horizon, as the air bends its light. */
const horizonDegrees = -0.833;

/** From sunrise to sunset, in milliseconds since 1970. */
export type Daylight = { riseMs: number; setMs: number };

/**
 * The daylight at a place around the noon nearest to an instant, by the sunrise equation: right to about three minutes between the polar
 * circles, which is all that Japan needs. Nearer to the poles the sun may not rise or set; then the day is empty or whole.
 */
export function daylightAt({ latitude, longitude }: Position, atMs: number): Daylight {
  const day = Math.round((atMs - epochMs) / dayMs + longitude / 360);
  const solarNoon = day - longitude / 360;
  const anomaly = (357.5291 + 0.98560028 * solarNoon) * degree;
  const centre = 1.9148 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly) + 0.0003 * Math.sin(3 * anomaly);
  const ecliptic = anomaly + (centre + 180 + 102.9372) * degree;
  const transit = solarNoon + 0.0053 * Math.sin(anomaly) - 0.0069 * Math.sin(2 * ecliptic);
  const declination = Math.asin(Math.sin(ecliptic) * Math.sin(tiltDegrees * degree));
  const height = Math.sin(horizonDegrees * degree) - Math.sin(latitude * degree) * Math.sin(declination);
  const cosine = height / (Math.cos(latitude * degree) * Math.cos(declination));
  const half = Math.acos(Math.min(1, Math.max(-1, cosine))) / (2 * Math.PI);
  return { riseMs: epochMs + (transit - half) * dayMs, setMs: epochMs + (transit + half) * dayMs };
}

/** The daylight that all of Japan has at once: what can be counted on where nobody said where a device stands. */
export function daylightEverywhere(atMs: number): Daylight {
  const days = prefectures.map(({ position }) => daylightAt(position, atMs));
  return {
    riseMs: Math.max(...days.map(({ riseMs }) => riseMs)),
    setMs: Math.min(...days.map(({ setMs }) => setMs)),
  };
}
