import { FieldFrame, type FieldProps, fieldIds } from './field.tsx';

export interface FileFieldProps extends FieldProps {
  /** Such as `image/*` or `.csv,text/csv`: a hint to the chooser, the server checks. */
  accept?: string;
  multiple?: boolean;
}

export const FileField = (props: FileFieldProps) => {
  const { id, aria } = fieldIds(props);
  return (
    <FieldFrame {...props}>
      <input
        id={id}
        name={props.name}
        type="file"
        className="wr-file"
        accept={props.accept}
        multiple={props.multiple}
        {...aria}
      />
    </FieldFrame>
  );
};
