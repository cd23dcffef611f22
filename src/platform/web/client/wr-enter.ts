/** In the text areas within, Enter sends the form and Shift with Enter begins a new line: for whoever types all day. */
class EnterSends extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', this.#press);
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#press);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement) || event.key !== 'Enter') return;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    // The first button of the form, as Enter in a line of text does.
    target.form?.requestSubmit(target.form.querySelector<HTMLButtonElement>('button[type=submit]'));
  };
}

customElements.define('wr-enter', EnterSends);
