/** Lets a form go once: a second click while the first is under way sends nothing. */
class SendOnce extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', this.#guard);
    // Coming back with the browser's own button must give a form that works again.
    window.addEventListener('pageshow', this.#release);
  }

  disconnectedCallback(): void {
    window.removeEventListener('pageshow', this.#release);
  }

  readonly #guard = (event: SubmitEvent): void => {
    if (event.defaultPrevented) return;
    if (this.hasAttribute('data-sending')) {
      event.preventDefault();
      return;
    }
    this.setAttribute('data-sending', '');
    event.submitter?.setAttribute('aria-disabled', 'true');
  };

  readonly #release = (): void => {
    this.removeAttribute('data-sending');
    for (const button of this.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
  };
}

customElements.define('wr-once', SendOnce);
