/**
 * The components of every page: plain functions of typed properties, rendered on the server, no script needed.
 *
 * Words: Heading (level 1-4, look?) · Lead · Paragraph (small?, muted?) · Link · Quote (by?) · Own and OwnIn (what a
 * resident or official wrote) · List (items, ordered?, plain?) · VisuallyHidden · DefinitionNote (term).
 * Acts: Button (look primary|secondary|subtle|danger) · LinkButton (href) · ButtonRow · KeyHint · InlineForm (a form
 * that is one button).
 * Forms: Form (POST with its hidden fields) · HiddenField · ErrorSummary · Fieldset · TextField · TextArea · Select ·
 * RadioGroup · CheckboxGroup · Checkbox · DateField · FileField · FilterBar and SearchForm with SearchField (GET).
 * Every field takes FieldProps: name, label, id?, description?, error?, note?. Its `id` (default: its name) is where an
 * ErrorSummary links to.
 * Messages: Alert (kind info|ok|warning|error, announce?) · EmptyState · StatusBadge (tone; `late` is red) · Steps.
 * Blocks: Section · Columns (aside) · Card, CardList · SummaryList · Table (columns, rows) with Pager · Tabs · Details ·
 * BigCode · HonestNumber · Sheets · PrintOnly · ScreenOnly.
 * The signature: RedThread (stations with state done|current|ahead|skipped).
 * Nicer with script (name the element in the page's `scripts`): PhotoField `wr-photo-field` · MapPin `wr-map-pin` · MapAreas
 * `wr-map-areas` ·
 * Nearby `wr-nearby` · CopyButton `wr-copy` · Hotkeys `wr-hotkeys`.
 *
 * All of them, in all states: `src/testing/gallery/`.
 */
export { Alert, type AlertKind, type AlertProps } from './alert.tsx';
export {
  Columns,
  type ColumnsProps,
  DefinitionNote,
  Details,
  type DetailsProps,
  EmptyState,
  type EmptyStateProps,
  PrintOnly,
  ScreenOnly,
  Section,
  type SectionProps,
  Sheets,
  type SheetsProps,
  SummaryList,
  type SummaryRow,
} from './blocks.tsx';
export {
  Button,
  type ButtonLook,
  type ButtonProps,
  ButtonRow,
  KeyHint,
  LinkButton,
  type LinkButtonProps,
} from './button.tsx';
export { Card, CardList, type CardListProps, type CardProps } from './card.tsx';
export {
  Checkbox,
  CheckboxGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
  RadioGroup,
  type RadioGroupProps,
} from './choice-field.tsx';
export { DateField, type DateFieldProps, type DateParts } from './date-field.tsx';
export {
  CopyButton,
  type CopyButtonProps,
  Hotkeys,
  MapAreas,
  type MapAreasProps,
  MapPin,
  type MapPinProps,
  Nearby,
  type NearbyProps,
  PhotoField,
  type PhotoFieldProps,
} from './enhance.tsx';
export { ErrorSummary, type ErrorSummaryProps, type FieldError } from './error-summary.tsx';
export { type FieldProps, Fieldset } from './field.tsx';
export { FileField, type FileFieldProps } from './file-field.tsx';
export {
  CSRF_FIELD,
  FilterBar,
  type FilterBarProps,
  Form,
  type FormProps,
  HiddenField,
  type HiddenFieldProps,
  IDEMPOTENCY_FIELD,
  InlineForm,
  type InlineFormProps,
  SearchForm,
  type SearchFormProps,
} from './form.tsx';
export { HonestNumber, type HonestNumberProps, type Measured } from './honest-number.tsx';
export { Icon, type IconName } from './icon.tsx';
export { Pager, type PagerProps } from './pager.tsx';
export { PaperChoices, PaperField, PaperForm, PaperPart, PaperRow } from './paper.tsx';
export { RedThread, type RedThreadProps, type Station, type StationState } from './red-thread.tsx';
export { type Option, type OptionGroup, Select, type SelectProps } from './select.tsx';
export {
  BigCode,
  type BigCodeProps,
  StatusBadge,
  type StatusTone,
  Steps,
  type StepsProps,
  Tabs,
  type TabsProps,
} from './status.tsx';
export { type Column, Table, type TableProps } from './table.tsx';
export {
  Heading,
  type HeadingProps,
  Lead,
  Link,
  type LinkProps,
  List,
  type ListProps,
  Own,
  OwnIn,
  Paragraph,
  type ParagraphProps,
  Quote,
  type QuoteProps,
  VisuallyHidden,
} from './text.tsx';
export {
  SearchField,
  type SearchFieldProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './text-field.tsx';
