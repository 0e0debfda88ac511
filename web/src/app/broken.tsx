/** Around the app: a screen that throws is a bug, and says so in words instead of leaving an empty page. */
import { Component, type ReactNode } from 'react';

export interface BrokenProps {
  /** What stands there instead. */
  instead: ReactNode;
  report: (what: string, detail: unknown) => void;
  children: ReactNode;
}

/** React has this only as a class. */
export class Broken extends Component<BrokenProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.report('a screen broke', error);
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
