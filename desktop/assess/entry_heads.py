"""How the columns of a deduction ledger are headed, in the tables of offices and in ours."""

from collections.abc import Mapping

HEADS: Mapping[str, tuple[str, ...]] = {
    "unit": (
        "单位",
        "单位代码",
        "单位名称",
        "被扣分单位",
        "unit",
        "unit code",
        "agency",
        "agency code",
    ),
    "rule": ("细则", "细则代码", "条款", "考评内容", "扣分细则", "rule code", "rule text"),
    "count": ("数量", "件数", "人次", "件次", "count"),
    "due": ("应进/应办数", "应进数", "应办数", "number due"),
    "rate": ("比率", "百分比", "满意率", "rate"),
    "amount": ("分值", "每件分值", "酌定分值", "points for each"),
    "points": ("扣分", "扣分值", "加减分", "points deducted", "points added or deducted"),
    "date": ("日期", "发生日期", "date"),
    "office": ("依据提供单位", "依据单位", "evidence office"),
    "document": ("文号", "依据文号", "依据文件", "文件", "evidence document"),
    "case": ("所属事项", "案件", "事项", "case"),
    "text": ("情况", "情况说明", "what happened"),
    "reason": ("理由", "酌定理由", "reason"),
    "approver": ("审批人", "批准人", "approved by"),
    "source": ("来源", "比率来源", "source of the rate"),
    "attachments": ("附件", "attachments"),
}
"""By the field of an entry that the column holds; the first is how a refusal names it."""
