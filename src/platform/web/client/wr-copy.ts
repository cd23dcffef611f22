import { makeButton, makeStatus } from './shared/elements.ts';

/** Puts `data-text` on the clipboard. The button appears only where that can work. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (!('clipboard' in navigator) || this.childElementCount > 0) return;
    const status = makeStatus();
    const copy = async () => {
      await navigator.clipboard.writeText(this.dataset.text ?? '');
      status.textContent = this.dataset.copied ?? '';
    };
    this.append(makeButton('wr-small-button', this.dataset.label ?? '', copy), status);
  }
}

customElements.define('wr-copy', CopyText);
