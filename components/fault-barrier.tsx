import { Component, type ReactNode } from 'react';

/** Keeps a fault in one part of a page from taking the rest of the page with it: `instead` is shown in its place. */
export class FaultBarrier extends Component<{ instead: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
