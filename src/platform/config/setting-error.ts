/** What the operator got wrong, in one Dutch sentence. Whoever starts the program prints it and exits with code 2. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  /** The environment variable that is wrong or missing. */
  readonly setting: string;

  constructor(setting: string, sentence: string) {
    super(sentence);
    this.setting = setting;
  }
}
