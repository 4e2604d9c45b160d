import { Button as KucButton } from "kintone-ui-component/lib/button/index.js";
import { kuc } from "./kuc";

export const Button = kuc(KucButton);
