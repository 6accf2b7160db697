import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

type Target = { to: string; params?: Record<string, string>; search?: Record<string, string> };

/** Leads on to another page once; drawn again meanwhile, it does not set out a second time. */
export function Go(target: Target) {
  const navigate = useNavigate();
  const text = JSON.stringify(target);
  useEffect(() => {
    const { to, params = {}, search = {} }: Target = JSON.parse(text);
    void navigate({ to, params, search, replace: true });
  }, [navigate, text]);
  return null;
}
