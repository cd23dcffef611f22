const WAIT_MS = 350;

/**
 * While somebody types, fetches a piece of page from `data-src` with the values of the fields named in `data-fields`
 * (of the form it stands in or of `data-form`) and shows it in itself. Without script the server fills it on the next page.
 */
class Nearby extends HTMLElement {
  #timer = 0;
  #asked = '';
  #request: AbortController | undefined;

  connectedCallback(): void {
    this.setAttribute('aria-live', 'polite');
    document.addEventListener('input', this.#changed);
    document.addEventListener('change', this.#changed);
    // A form that came back, or a visitor who did: the first field leads.
    if (this.#leads()) void this.#ask();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    document.removeEventListener('input', this.#changed);
    document.removeEventListener('change', this.#changed);
  }

  readonly #changed = (event: Event): void => {
    const name = event.target instanceof Element ? (event.target.getAttribute('name') ?? '') : '';
    if (!this.#fields().includes(name)) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#ask, WAIT_MS);
  };

  #fields(): string[] {
    return (this.dataset.fields ?? '').split(' ').filter(Boolean);
  }

  #leads(): boolean {
    const form = this.#form();
    const value = form === null ? null : new FormData(form).get(this.#fields()[0] ?? '');
    return typeof value === 'string' && value.trim() !== '';
  }

  #form(): HTMLFormElement | null {
    const id = this.dataset.form;
    const form = id === undefined ? this.closest('form') : document.getElementById(id);
    return form instanceof HTMLFormElement ? form : null;
  }

  #address(): string {
    const form = this.#form();
    const values = form === null ? new FormData() : new FormData(form);
    const url = new URL(this.dataset.src ?? '', document.baseURI);
    for (const name of this.#fields()) {
      const value = values.get(name);
      if (typeof value === 'string' && value.trim() !== '') url.searchParams.set(name, value.trim());
    }
    return url.href;
  }

  readonly #ask = async (): Promise<void> => {
    const address = this.#address();
    if (address === this.#asked) return;
    this.#asked = address;
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, { signal: request.signal, headers: { 'X-Fragment': '1' } });
      if (response.ok) this.#show(await response.text());
    } catch (problem) {
      // A newer question took this one's place, or the line is down: what stands there stays, and the form still works.
      if (!request.signal.aborted) this.#asked = '';
      if (!(problem instanceof DOMException || problem instanceof TypeError)) throw problem;
    } finally {
      if (this.#request === request) this.removeAttribute('aria-busy');
    }
  };

  #show(html: string): void {
    const piece = new DOMParser().parseFromString(html, 'text/html');
    this.replaceChildren(...piece.body.childNodes);
  }
}

customElements.define('wr-nearby', Nearby);
