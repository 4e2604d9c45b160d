interface ButtonProps {
  text: string;
  onClick: () => void;
  disabled?: boolean;
  /** The one that the screen is for. */
  main?: boolean;
}

/** A button that looks like kintone's own, in colours whose contrast suffices. A component library would be a tenth of the bundle. */
export function Button({ text, main = false, ...rest }: ButtonProps) {
  return (
    <button {...rest} type="button" class={main ? "kbm-button kbm-button-main" : "kbm-button"}>
      {text}
    </button>
  );
}
