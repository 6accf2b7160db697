import { create } from 'qrcode';
import styles from './second-factor.module.css';

/** Modules of white around the code, as ISO/IEC 18004 asks. */
const quiet = 4;

/** A QR code, dark on white in every theme, because cameras expect it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text).modules;
  const whole = size + 2 * quiet;
  const dark = Array.from(data.keys()).filter((at) => data[at]);
  const path = dark.map((at) => `M${quiet + (at % size)} ${quiet + Math.floor(at / size)}h1v1h-1z`).join('');
  return (
    <svg className={styles['qr']} viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label}>
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
