/** A link inside the app: a real address, opened without loading the page again. */
import type { AnchorHTMLAttributes, Ref } from 'react';
import { Link as RouterLink } from 'wouter';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  href: string;
  /** Takes the place of the present entry in the history: for switching a panel or a tab. */
  replace?: boolean | undefined;
  ref?: Ref<HTMLAnchorElement> | undefined;
}

export function Link({ href, replace = false, ...rest }: LinkProps) {
  return <RouterLink href={href} replace={replace} {...rest} />;
}
