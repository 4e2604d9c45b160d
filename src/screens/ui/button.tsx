interface ButtonProps {
  text: string;
  /** What a screen reader says instead, where the text alone does not tell which. */
  label?: string;
  onClick: () => void;
  disabled?: boolean;
  /** The one that the screen is for. */
  main?: boolean;
}

/** A button that looks like kintone's own, in colours whose contrast suffices. A component library would be a tenth of the bundle. */
export function Button({ text, label, main = false, ...rest }: ButtonProps) {
  return (
    <button {...rest} type="button" aria-label={label} class={main ? "kbm-button kbm-button-main" : "kbm-button"}>
      {text}
    </button>
  );
}
