/** A link inside the app: a real address, opened without loading the page again. It listens to no address itself. */
import type { AnchorHTMLAttributes, Ref } from 'react';
import { navigate } from 'wouter/use-browser-location';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  href: string;
  /** Takes the place of the present entry in the history: for switching a panel or a tab. */
  replace?: boolean | undefined;
  ref?: Ref<HTMLAnchorElement> | undefined;
}

/** The router's own hears every change of the address: a hundred on a screen are painted anew at each step. */
export function Link({ href, replace = false, onClick, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        // To another tab or window: the browser's own.
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
        onClick?.(event);
        if (event.defaultPrevented) return;
        event.preventDefault();
        navigate(href, { replace });
      }}
    />
  );
}
