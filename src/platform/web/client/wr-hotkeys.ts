const typingPlaces =
  'input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]';

/** Presses the button or link that carries `data-key`; in a field only together with Alt, so that typing stays typing. */
class Hotkeys extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', this.#press);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press);
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.repeat || event.isComposing) return;
    const typing = event.target instanceof Element && event.target.closest(typingPlaces) !== null;
    if (typing && !event.altKey) return;
    // With Alt some keyboards make another character of the key, so the physical key counts as well.
    const keys = [event.key.toLowerCase(), event.code.replace(/^(Key|Digit)/, '').toLowerCase()];
    for (const target of this.querySelectorAll<HTMLElement>('[data-key]')) {
      if (!keys.includes(target.dataset.key?.toLowerCase() ?? '')) continue;
      event.preventDefault();
      target.focus();
      target.click();
      return;
    }
  };
}

customElements.define('wr-hotkeys', Hotkeys);
