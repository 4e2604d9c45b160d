import type { FieldInputProps } from "./field-input";
import type { StoredFile } from "./record-values";

/** Attachments: files go to kintone as soon as they are chosen; a save attaches them by their upload keys. */
export function FileInput({ page, cell, property, onValue }: FieldInputProps & { onValue(value: StoredFile[]): void }) {
  const files = cell.value as StoredFile[];
  const add = async (chosen: File[]) => {
    try {
      const added: StoredFile[] = [];
      for (const file of chosen) {
        added.push({
          fileKey: await page.rest.upload(file),
          name: file.name,
          contentType: file.type,
          size: String(file.size),
        });
      }
      onValue([...(cell.value as StoredFile[]), ...added]);
    } catch (error) {
      page.tell(error);
    }
  };
  return (
    <div>
      <input
        type="file"
        multiple
        aria-label={property.label}
        disabled={cell.disabled ?? false}
        onChange={(event) => {
          const input = event.currentTarget;
          const chosen = [...(input.files ?? [])];
          input.value = "";
          void add(chosen);
        }}
      />
      <ul class="lk-files">
        {files.map((file) => (
          <li key={file.fileKey}>
            {file.name}{" "}
            <button type="button" class="lk-link-button" onClick={() => onValue(files.filter((each) => each !== file))}>
              {page.text.removeFile}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
