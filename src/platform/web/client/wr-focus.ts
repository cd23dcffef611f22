/** Brings the reader to what it holds (an error summary) as soon as the page is there, and to the input behind a link in it. */
class FocusHolder extends HTMLElement {
  connectedCallback(): void {
    const target = this.firstElementChild;
    if (target instanceof HTMLElement) target.focus();
    this.addEventListener('click', this.#toInput);
  }

  readonly #toInput = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const input = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
    if (input === null) return;
    event.preventDefault();
    // The label comes into view with its input, so that both can be read.
    const frame = input.closest('.wr-field') ?? input;
    frame.scrollIntoView({ block: 'start' });
    input.focus({ preventScroll: true });
  };
}

customElements.define('wr-focus', FocusHolder);
