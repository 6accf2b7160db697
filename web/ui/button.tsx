import { Button as MantineButton, Loader } from '@mantine/core';
import type { ComponentPropsWithRef, MouseEvent } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonLook = {
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  iconAfter?: IconName | undefined;
  wide?: boolean | undefined;
  compact?: boolean | undefined;
};

type Props = ButtonLook & { busy?: boolean } & Omit<ComponentPropsWithRef<'button'>, 'style' | 'color'>;

/** A button that stays focusable while it works and takes no second press meanwhile. */
export function Button({
  kind = 'primary',
  icon,
  iconAfter,
  wide,
  compact,
  busy = false,
  disabled,
  type = 'button',
  onClick,
  children,
  ...rest
}: Props) {
  function press(event: MouseEvent<HTMLButtonElement>): void {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <MantineButton
      {...rest}
      type={type}
      onClick={press}
      variant={kind}
      classNames={styles}
      mod={{ kind, compact }}
      fullWidth={wide ?? false}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      disabled={disabled ?? false}
      leftSection={
        busy ? <Loader size="1.1em" color="currentColor" aria-hidden="true" /> : icon && <Icon name={icon} />
      }
      rightSection={iconAfter && <Icon name={iconAfter} />}
    >
      {children}
    </MantineButton>
  );
}
