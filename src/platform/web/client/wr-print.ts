/** A button that prints this page; without script there is none, and the browser's own menu does it. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'utrecht-button utrecht-button--primary-action';
    button.textContent = this.dataset.label ?? '';
    if (this.dataset.hotkey) {
      button.dataset.key = this.dataset.hotkey;
      const hint = document.createElement('kbd');
      hint.className = 'wr-key';
      hint.textContent = this.dataset.hotkey.toUpperCase();
      button.append(' ', hint);
    }
    button.addEventListener('click', () => window.print());
    this.append(button);
  }
}

customElements.define('wr-print', PrintButton);
