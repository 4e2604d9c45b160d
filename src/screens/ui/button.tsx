import { Button as KucButton } from "kintone-ui-component/lib/button/index.js";
import { kuc } from "./kuc";

const Plain = kuc(KucButton);

interface ButtonProps {
  text: string;
  onClick: () => void;
  disabled?: boolean;
  /** The one that the screen is for. */
  main?: boolean;
}

/** A button of kintone UI Component, in colours whose contrast suffices. */
export function Button({ main = false, ...rest }: ButtonProps) {
  return (
    <Plain {...rest} type={main ? "submit" : "normal"} className={main ? "kbm-button kbm-button-main" : "kbm-button"} />
  );
}
