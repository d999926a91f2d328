import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  /** `main` is the one turmeric action of a page; `plain` looks like a link. */
  kind?: 'main' | 'second' | 'plain' | 'danger'
  size?: 'compact' | 'normal' | 'large'
  full?: boolean
  icon?: IconName
  iconAfter?: IconName
  children: ReactNode
}

export function Button({
  kind,
  size,
  full,
  icon,
  iconAfter,
  children,
  className,
  type = 'submit',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} className={lookOf({ kind, size, full }, className)} {...rest}>
      <Face icon={icon} iconAfter={iconAfter} size={size}>
        {children}
      </Face>
    </button>
  )
}

export function LinkButton({
  kind,
  size,
  full,
  icon,
  iconAfter,
  children,
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a className={lookOf({ kind, size, full }, className)} {...rest}>
      <Face icon={icon} iconAfter={iconAfter} size={size}>
        {children}
      </Face>
    </a>
  )
}

function Face({ icon, iconAfter, size, children }: Look) {
  const iconSize = size === 'compact' ? 20 : 24
  return (
    <>
      {icon && <Icon name={icon} size={iconSize} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={iconSize} />}
    </>
  )
}

const lookOf = ({ kind, size, full }: Partial<Look>, className?: string) =>
  classNames('button', kind !== 'second' && kind, size !== 'normal' && size, full && 'full', className)
