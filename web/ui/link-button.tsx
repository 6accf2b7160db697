import { Button as MantineButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import type { ButtonLook } from './button.tsx';
import styles from './button.module.css';
import { Icon } from './icon.tsx';

type Props = ButtonLook & Omit<ComponentPropsWithRef<'a'>, 'style' | 'color'>;

/** A link that looks like a button, for what goes somewhere instead of doing something. */
export function LinkButton({ kind = 'primary', icon, iconAfter, wide, compact, children, ...rest }: Props) {
  return (
    <MantineButton
      {...rest}
      component="a"
      variant={kind}
      classNames={styles}
      mod={{ kind, compact }}
      fullWidth={wide ?? false}
      leftSection={icon && <Icon name={icon} />}
      rightSection={iconAfter && <Icon name={iconAfter} />}
    >
      {children}
    </MantineButton>
  );
}
