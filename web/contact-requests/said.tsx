import { Card, Stack } from '../ui/layout.tsx';
import styles from './contact-requests.module.css';

/** A text as somebody wrote it, line for line, with who and when above it. */
export function Said({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <Card labelledBy={id}>
      <Stack gap="small">
        <h2 id={id}>{title}</h2>
        <p className={styles['said']}>{text}</p>
      </Stack>
    </Card>
  );
}
