/** Something that would fail in an org, or fail there silently. `file` is relative to the project root. */
export interface Finding {
  type:
    | 'not_xml'
    | 'unknown_type'
    | 'unknown_tag'
    | 'missing_tag'
    | 'repeated_tag'
    | 'bad_value'
    | 'missing_reference'
    | 'field_permission'
    | 'right'
    | 'region'
    | 'vulnerable'
    | 'no_metadata'
    | 'no_script'
    | 'too_large'
    | 'build'
    | 'platform'
    | 'convert';
  file: string;
  line?: number;
  message: string;
  /** What to do about it. */
  advice: string;
}

export function describeFinding({ file, line, message, advice }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${message}\n    → ${advice}`;
}
