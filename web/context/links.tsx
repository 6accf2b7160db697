import { createLink } from '@tanstack/react-router';
import { LinkButton } from '../ui/link-button.tsx';

/** A link inside the site that looks like a button. */
export const ButtonTo = createLink(LinkButton);
