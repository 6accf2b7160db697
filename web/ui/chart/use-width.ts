import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { area } from './scale.ts';

const leastUnits = 240;

/** How wide a drawing is on the page, so that its words keep their size on a phone. */
export function useWidth<T extends HTMLElement>(): { ref: RefObject<T | null>; width: number } {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(area.width);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { width: found } = element.getBoundingClientRect();
      if (found > 0) setWidth(Math.max(leastUnits, Math.round(found)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
