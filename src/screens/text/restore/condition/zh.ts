import type { ConditionMessages } from "./messages";

export const condition: ConditionMessages = {
  locale: "zh",
  expected: {
    field: "字段代码",
    operator: "运算符（=、in 等）",
    value: "用引号括起的值或数字",
    list: "用括号括起的值列表",
    "list-end": "逗号或右括号",
    argument: "函数的参数",
    empty: "“empty”",
    number: "数字",
    "group-end": "右括号",
    "and-or": "“and”或“or”",
    end: "条件的结尾",
  },
  end: "结尾",
  at: (sentence, position) => `${sentence}（第${position}个字符）`,
  problem: {
    UNEXPECTED: ({ found }, _type, expected) => `${found}处应为${expected}。`,
    UNFINISHED_TEXT: () => "字符串缺少结尾的引号。",
    CONTROL_CHARACTER: () => String.raw`字符串中直接包含换行或制表符，请写成 \n 或 \t。`,
    UNKNOWN_ESCAPE: ({ found }) => String.raw`没有${found}这种写法；反斜杠本身请写成“\\”。`,
    TOO_DEEP: ({ max }) => `括号嵌套超过${max}层。`,
    UNKNOWN_FIELD: ({ field }) => `归档的表单中没有字段代码为“${field}”的字段。`,
    FIELD_NOT_IN_USE: ({ field }) => `归档的应用未使用“${field}”。`,
    TYPE_NOT_SEARCHABLE: ({ field }, type) => `“${field}”（${type}）不能用于条件。`,
    RELATED_RECORDS: ({ field }) => `“${field}”属于关联记录，归档中没有其值，不能用于条件。`,
    OPERATOR_NOT_FOR_TYPE: ({ field, operator, operators }, type) =>
      `“${field}”（${type}）不能使用“${operator}”，可使用：${operators.join("、")}。`,
    OPERATOR_NOT_IN_TABLE: ({ field, operator, operators }) =>
      `“${field}”在表格中，不能使用“${operator}”，可使用：${operators.join("、")}。`,
    UNKNOWN_FUNCTION: ({ function: name }) => `没有函数 ${name}()。`,
    FUNCTION_NOT_FOR_TYPE: ({ function: name, field }, type) => `${name}() 不能用于“${field}”（${type}）。`,
    FUNCTION_ARGUMENTS: ({ function: name }) => `${name}() 的参数不正确。`,
    NEEDS_ORGANIZATION: ({ function: name }) => `归档中没有优先部门，不能使用 ${name}()。`,
    NEEDS_LOGIN_USER: ({ function: name }) => `没有登录用户，不能使用 ${name}()。`,
    FILE_CONTENTS: ({ field }) => `无法搜索“${field}”的文件内容。`,
    CALCULATED_TIME: ({ field }) => `“${field}”是计算出的日期或时间，不能用于条件。`,
    UNKNOWN_OPTION: ({ field, value }) => `归档的“${field}”中没有选项“${value}”。`,
    VALUE_NOT_UNDERSTOOD: ({ field, value }, type) => `“${value}”不是“${field}”（${type}）的有效值。`,
    EMPTY_HAS_NO_ORDER: ({ operator }) => `“${operator}”不能与空值比较。`,
    NO_KEYWORD: ({ value }) => `“${value}”中没有可以搜索的文字。`,
    TOO_MANY_KEYWORDS: ({ max }) => `一次最多只能搜索${max}个关键词。`,
    VALUE_MISSING: ({ field, record }) =>
      `归档的记录（ID ${record}）中没有“${field}”的值：该字段被排除，或执行备份的用户无权查看。`,
  },
};
