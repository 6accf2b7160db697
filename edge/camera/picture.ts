import { html, type Markup } from '../pages/html.ts';

/** What a made-up camera sees: a garden by day and by night. `label` says it to who cannot look. */
export function scene(label: string, at: Date): Markup {
  const hour = (at.getUTCHours() + 9) % 24;
  const isDay = hour >= 6 && hour < 18;
  const sky = isDay ? '#9ad1f5' : '#101a33';
  const ground = isDay ? '#7fae5a' : '#24361f';
  const x = String(30 + (((hour + 18) % 12) / 12) * 260);
  return html`<svg viewBox="0 0 320 180" role="img" aria-label="${label}">
    <rect width="320" height="180" fill="${sky}" />
    <circle cx="${x}" cy="40" r="14" fill="${isDay ? '#ffe27a' : '#e8ecf5'}" />
    <rect y="120" width="320" height="60" fill="${ground}" />
    <path d="M20 120 L70 80 L120 120 Z" fill="${isDay ? '#6b4a2f' : '#3a2a1d'}" />
    <rect x="30" y="118" width="80" height="34" fill="${isDay ? '#d9c3a0' : '#6d6150'}" />
    <rect x="58" y="126" width="24" height="26" fill="${isDay ? '#8fb7c9' : '#ffd98a'}" />
    <rect x="236" y="96" width="8" height="40" fill="#5b4030" />
    <circle cx="240" cy="84" r="24" fill="${isDay ? '#2f7d3b' : '#173f20'}" />
    <rect x="6" y="6" width="172" height="20" fill="#000000" />
    <text x="12" y="21" font-size="13" font-family="monospace" fill="#ffffff">
      ${at.toISOString().slice(0, 19).replace('T', ' ')}
    </text>
  </svg>`;
}

/** A dark screen that says why there is nothing to be seen. */
export function darkScreen(why: string): Markup {
  return html`<svg viewBox="0 0 320 180" role="img" aria-label="${why}">
    <rect width="320" height="180" fill="#26272d" />
    <text x="160" y="96" font-size="16" text-anchor="middle" fill="#ffffff">${why}</text>
  </svg>`;
}
