/** Why there is no picture: refused by the person or their device, no camera, in use elsewhere, no camera for pages here, or else. */
export type CameraFault = 'refused' | 'absent' | 'in-use' | 'impossible' | 'failed';

/** The camera at the back of a phone where there is one; a computer gives the one it has. */
const wish: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

const faults: Record<string, CameraFault> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

export async function openCamera(): Promise<MediaStream | CameraFault> {
  // Browsers hide it from pages that came over a plain line.
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (!devices) return 'impossible';
  try {
    return await devices.getUserMedia(wish);
  } catch (reason) {
    return (reason instanceof DOMException && faults[reason.name]) || 'failed';
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
