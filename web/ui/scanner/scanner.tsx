import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Row, Stack } from '../layout.tsx';
import { Notice } from '../notice.tsx';
import { closeCamera, openCamera, type CameraFault } from './lens.ts';
import { look, type Sightings } from './sightings.ts';
import styles from './scanner.module.css';

/** Between two pictures that are read; more often would only warm the phone. */
const pauseMs = 120;
/** Wide enough for the thin bars of a long code, small enough to be read several times a second. */
const widthMax = 1_280;

type State = 'opening' | 'open' | CameraFault;
type Props = {
  /** Told once each time a code comes into sight. */
  onSee: (text: string) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label?: string;
};

/** A button, and behind it the camera's picture. Typing stays possible beside it. */
export function Scanner({ onSee, open, onOpenChange, label }: Props) {
  const t = useTranslations('scanner');
  const [attempt, setAttempt] = useState(0);
  if (open)
    return (
      <Camera key={attempt} onSee={onSee} onAgain={() => setAttempt(attempt + 1)} onClose={() => onOpenChange(false)} />
    );
  return (
    <div>
      <Button kind="secondary" compact icon="lens" onClick={() => onOpenChange(true)}>
        {label ?? t('start')}
      </Button>
    </div>
  );
}

type CameraProps = { onSee: (text: string) => void; onAgain: () => void; onClose: () => void };

/** The picture, or why there is none. */
function Camera({ onSee, onAgain, onClose }: CameraProps) {
  const t = useTranslations('scanner');
  const [state, setState] = useState<State>('opening');
  const video = useRef<HTMLVideoElement>(null);
  const seen = useEffectEvent(onSee);
  useEffect(() => {
    const ended = new AbortController();
    void watch(video.current, ended.signal, setState, (text) => seen(text));
    return () => ended.abort();
  }, []);
  const fault = state === 'opening' || state === 'open' ? null : state;
  return (
    <Stack gap="small">
      <div className={styles['frame']} hidden={fault !== null}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a live picture without sound */}
        <video ref={video} className={styles['video']} aria-label={t('picture')} muted playsInline />
        <div className={styles['aim']} aria-hidden="true" />
      </div>
      <div role="status">{!fault && <p>{t(state === 'open' ? 'hint' : 'opening')}</p>}</div>
      {fault && (
        <Notice kind="warning" title={t(`faults.${fault}.title`)} live>
          {t(`faults.${fault}.text`)}
        </Notice>
      )}
      <Row>
        {fault && (
          <Button kind="secondary" compact icon="refresh" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button kind="quiet" compact onClick={onClose}>
          {t('stop')}
        </Button>
      </Row>
    </Stack>
  );
}

/** Opens the camera and reads its pictures until it is told to end; the reader is fetched only now. */
async function watch(
  video: HTMLVideoElement | null,
  ended: AbortSignal,
  tell: (state: State) => void,
  see: (text: string) => void,
): Promise<void> {
  const stream = await openCamera();
  if (typeof stream === 'string') {
    if (!ended.aborted) tell(stream);
    return;
  }
  ended.addEventListener('abort', () => closeCamera(stream));
  if (ended.aborted || !video) return closeCamera(stream);
  try {
    const { prepareReader, readCodes } = await import('./read-codes.ts');
    await prepareReader();
    video.srcObject = stream;
    await video.play();
    if (!ended.aborted) tell('open');
    const canvas = document.createElement('canvas');
    let sightings: Sightings = new Map();
    while (!ended.aborted) {
      const picture = pictureOf(video, canvas);
      const seen = look(sightings, picture ? await readCodes(picture) : [], performance.now());
      sightings = seen.sightings;
      if (!ended.aborted) for (const text of seen.fresh) see(text);
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  } catch {
    closeCamera(stream);
    if (!ended.aborted) tell('failed');
  }
}

function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  if (video.videoWidth === 0) return null;
  const scale = Math.min(1, widthMax / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}
