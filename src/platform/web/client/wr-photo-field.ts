import { make, makeButton, makeStatus } from './shared/elements.ts';

/**
 * Around a file field: shows what was chosen, lets each photo be taken away again, keeps earlier choices when more are
 * added, and says so when there are more than `data-max`. On a phone the browser itself offers the camera.
 */
class PhotoField extends HTMLElement {
  readonly #list = make('ul', 'wr-photos');
  readonly #status = makeStatus();
  #files: File[] = [];

  connectedCallback(): void {
    if (this.#list.isConnected) return;
    this.#list.setAttribute('aria-label', this.dataset.chosen ?? '');
    this.#input()?.addEventListener('change', this.#added);
  }

  #input(): HTMLInputElement | null {
    return this.querySelector('input[type=file]');
  }

  readonly #added = (): void => {
    const chosen = [...(this.#input()?.files ?? [])];
    const known = new Set(this.#files.map((file) => `${file.name} ${file.size}`));
    this.#files = [...this.#files, ...chosen.filter((file) => !known.has(`${file.name} ${file.size}`))];
    const max = Number(this.dataset.max ?? Number.POSITIVE_INFINITY);
    const tooMany = this.#files.length > max;
    this.#files = this.#files.slice(0, max);
    this.#status.textContent = tooMany ? (this.dataset.tooMany ?? '') : '';
    this.#update();
  };

  readonly #remove = (file: File): void => {
    this.#files = this.#files.filter((one) => one !== file);
    this.#status.textContent = '';
    this.#update();
    this.#input()?.focus();
  };

  /** Gives the field exactly the photos that are shown. */
  #update(): void {
    const input = this.#input();
    if (input === null) return;
    const transfer = new DataTransfer();
    for (const file of this.#files) transfer.items.add(file);
    input.files = transfer.files;
    for (const image of this.#list.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    this.#list.replaceChildren(...this.#files.map((file) => this.#item(file)));
    if (!this.#list.isConnected) this.append(this.#status, this.#list);
  }

  #item(file: File): HTMLLIElement {
    const item = make('li', '');
    const image = make('img', '', '', { alt: file.name });
    image.src = URL.createObjectURL(file);
    const label = this.dataset.remove ?? '';
    const button = makeButton('wr-small-button', label, () => this.#remove(file));
    button.setAttribute('aria-label', `${label} ${file.name}`);
    item.append(image, button);
    return item;
  }
}

customElements.define('wr-photo-field', PhotoField);
