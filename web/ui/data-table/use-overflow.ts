import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Whether what is in an element is wider than the element, so that it scrolls sideways. */
export function useOverflow<E extends HTMLElement>(): { ref: RefObject<E | null>; overflows: boolean } {
  const ref = useRef<E>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return { ref, overflows };
}
