<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdmissionPanel</name>
    <message>
        <source>Newer kit</source>
        <translation>新的开站包</translation>
    </message>
    <message>
        <source>Kits (*.pyp)</source>
        <translation>开站包 (*.pyp)</translation>
    </message>
    <message>
        <source>Merge kit</source>
        <translation>合并开站包</translation>
    </message>
    <message>
        <source>Station {0}</source>
        <translation>站点 {0}</translation>
    </message>
    <message>
        <source>Admission code {0}</source>
        <translation>准入码 {0}</translation>
    </message>
    <message>
        <source>The supervisor&apos;s station.</source>
        <translation>主管的站点。</translation>
    </message>
    <message>
        <source>Admitted: the supervisor takes packages of this station.</source>
        <translation>已准入：主管接收本站的数据包。</translation>
    </message>
    <message>
        <source>Suspended: the supervisor takes nothing more of this station.</source>
        <translation>已停用：主管不再接收本站的数据包。</translation>
    </message>
    <message>
        <source>Joined. Hand a package over and read this code aloud; the supervisor compares it. The next kit brings the admission here.</source>
        <translation>待准入：请交一次数据包，并把准入码读给主管核对；下一个开站包合并后，这里即显示已准入。</translation>
    </message>
    <message>
        <source>{0} brings nothing new.</source>
        <translation>{0} 中没有新内容。</translation>
    </message>
    <message>
        <source>{0} brought records: {1}; new batches: {2}, new operators: {3}.</source>
        <translation>已合并 {0}：记录 {1} 条，新批次 {2} 个，新操作员 {3} 人。</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>This file is only viewed here.</source>
        <translation>本机只能查看这个文件。</translation>
    </message>
</context>
<context>
    <name>AdmitPanel</name>
    <message>
        <source>The package is verified…</source>
        <translation>正在核验数据包……</translation>
    </message>
    <message>
        <source>Its first package, or its survey file</source>
        <translation>该站点的首个数据包或评议文件</translation>
    </message>
    <message>
        <source>Packages and survey files (*.pyp *.pingyi)</source>
        <translation>数据包和评议文件 (*.pyp *.pingyi)</translation>
    </message>
    <message>
        <source>Code as the station&apos;s own screen shows it</source>
        <translation>该站点屏幕上显示的准入码</translation>
    </message>
    <message>
        <source>Type the code that the station&apos;s own screen shows</source>
        <translation>键入该站点屏幕上显示的准入码</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>{0} asks to be admitted</source>
        <translation>{0} 申请准入</translation>
    </message>
    <message>
        <source>{0} is admitted. Merge its packages; the next kit tells it so.</source>
        <translation>{0} 已准入。可以合并其数据包；下一个开站包会告知该站点。</translation>
    </message>
</context>
<context>
    <name>AgencyList</name>
    <message>
        <source>Row</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Supervising unit</source>
        <translation>主管单位</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>垂直管理</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>被评单位</translation>
    </message>
    <message>
        <source>vertical</source>
        <translation>垂直</translation>
    </message>
</context>
<context>
    <name>AgencyPanel</name>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Before (PgUp)</source>
        <translation>上一名（PgUp）</translation>
    </message>
    <message>
        <source>Next (PgDn)</source>
        <translation>下一名（PgDn）</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Earlier years</source>
        <translation>历年名次</translation>
    </message>
    <message>
        <source>Bring in earlier ranks…</source>
        <translation>导入往年名次……</translation>
    </message>
    <message>
        <source>Rank {0} of {1}</source>
        <translation>总名次 {0}（共 {1} 个单位）</translation>
    </message>
    <message>
        <source>{0} of {1} in {2}</source>
        <translation>{2}类内名次 {0}（共 {1} 个）</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>得分 {0}</translation>
    </message>
    <message>
        <source>group mean {0} ({1})</source>
        <translation>本类平均 {0}（{1}）</translation>
    </message>
    <message>
        <source>satisfaction rate {0}</source>
        <translation>满意率 {0}</translation>
    </message>
    <message>
        <source>votes {0}</source>
        <translation>总票数 {0}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Dimensions against the group</source>
        <translation>各项评议内容与本类比较</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>各渠道</translation>
    </message>
    <message>
        <source>Year by year</source>
        <translation>历年</translation>
    </message>
    <message>
        <source>What was counted for it</source>
        <translation>计入的评议表</translation>
    </message>
    <message>
        <source>One agency</source>
        <translation>单位详情</translation>
    </message>
</context>
<context>
    <name>AgencyPart</name>
    <message>
        <source>Feedback sheet</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Print feedback sheet</source>
        <translation>打印反馈单</translation>
    </message>
</context>
<context>
    <name>AlternativesSide</name>
    <message>
        <source>Other options…</source>
        <translation>另选规则……</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复常用</translation>
    </message>
    <message>
        <source>Set beside</source>
        <translation>加入比较</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>These options do not go together: {0}</source>
        <translation>这些选项不能同用：{0}</translation>
    </message>
    <message>
        <source>{0} ranks change</source>
        <translation>{0} 个单位名次有变</translation>
    </message>
    <message>
        <source>into the top: {0}</source>
        <translation>进入前几名：{0}</translation>
    </message>
    <message>
        <source>out of the top: {0}</source>
        <translation>退出前几名：{0}</translation>
    </message>
    <message>
        <source>into the bottom: {0}</source>
        <translation>落入后几名：{0}</translation>
    </message>
    <message>
        <source>out of the bottom: {0}</source>
        <translation>脱离后几名：{0}</translation>
    </message>
    <message>
        <source>no rank changes</source>
        <translation>名次不变</translation>
    </message>
    <message>
        <source>{0} agencies</source>
        <translation>{0} 个单位</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选规则</translation>
    </message>
</context>
<context>
    <name>ApprovalsPanel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>By operator</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Names of those who approved the plan</source>
        <translation>批准方案的人员姓名</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>姓名，多人用顿号隔开</translation>
    </message>
    <message>
        <source>Add approval</source>
        <translation>登记批准</translation>
    </message>
    <message>
        <source>Approvals of the plan</source>
        <translation>方案批准情况</translation>
    </message>
    <message>
        <source>d MMM yyyy H:mm</source>
        <translation>yyyy年M月d日 H:mm</translation>
    </message>
    <message>
        <source>Nobody&apos;s approval is on record yet. Whoever approved the plan on paper is named here; the names stand with the plan for good.</source>
        <translation>尚未登记批准人。请把在纸面上批准本方案的人员登记在这里；姓名随方案长期保存。</translation>
    </message>
</context>
<context>
    <name>AssessDisputePanel</name>
    <message>
        <source>Two computers say different things of this entry: take one, mend, save.</source>
        <translation>这一笔在两台电脑上改得不一样：选定一份，可再修改，然后存盘。</translation>
    </message>
    <message>
        <source>Take version {0}</source>
        <translation>采用第 {0} 份</translation>
    </message>
</context>
<context>
    <name>AssessEmptyPanel</name>
    <message>
        <source>First choose the rule set of the year</source>
        <translation>请先选定本年度的考评细则</translation>
    </message>
    <message>
        <source>Use the 100-point rule set</source>
        <translation>采用百分制考评细则</translation>
    </message>
    <message>
        <source>Look at the rules first</source>
        <translation>先看看细则</translation>
    </message>
    <message>
        <source>It says what is deducted for what, who gives the evidence, and which bands the scores fall into. The 100-point set has 28 rules; a copy of it can be edited and chosen instead. It stays open to change until the first entry.</source>
        <translation>细则规定什么事扣多少分、由哪个单位提供依据、得分如何分档。百分制细则共 28 条；也可另存一份修改后再选用。登记第一笔之前都可以更换。</translation>
    </message>
    <message>
        <source>The supervisor chooses it on his computer; this one learns of it by the next kit.</source>
        <translation>考评细则由主管在主管的电脑上选定；本机合并下一个开站包后即知。</translation>
    </message>
</context>
<context>
    <name>AssessEntryDetail</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>last changed by {0}, {1}</source>
        <translation>最后修改：{0}，{1}</translation>
    </message>
</context>
<context>
    <name>AssessEntryFields</name>
    <message>
        <source>Missed by, percentage points</source>
        <translation>低于目标（百分点）</translation>
    </message>
    <message>
        <source>Points for each</source>
        <translation>每件扣分</translation>
    </message>
    <message>
        <source>How many are missing</source>
        <translation>未进、未办数</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How many were due</source>
        <translation>应进、应办数</translation>
    </message>
    <message>
        <source>Rate, %</source>
        <translation>满意率（%）</translation>
    </message>
</context>
<context>
    <name>AssessEntryForm</name>
    <message>
        <source>no rule chosen yet</source>
        <translation>尚未选定细则</translation>
    </message>
    <message>
        <source>no unit chosen yet</source>
        <translation>尚未选定单位</translation>
    </message>
    <message>
        <source>Unit: number, code or part of its name</source>
        <translation>单位：序号、代码或名称中的几个字</translation>
    </message>
    <message>
        <source>Rule: section such as 4.4, or some of its words</source>
        <translation>细则：条款号（如 4.4）或其中几个字</translation>
    </message>
</context>
<context>
    <name>AssessEntryPanel</name>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>存盘 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Entered last</source>
        <translation>最近登记</translation>
    </message>
    <message>
        <source>Corrected: {0}, rule {1}, {2}. Number {3}.</source>
        <translation>已更正：{0}，细则{1}，{2} 分。编号 {3}。</translation>
    </message>
    <message>
        <source>Saved as a draft: {0}, rule {1}, {2}. Number {3}.</source>
        <translation>已存为草稿：{0}，细则{1}，{2} 分。编号 {3}。</translation>
    </message>
    <message>
        <source>Entry {0} is corrected</source>
        <translation>正在更正 {0}</translation>
    </message>
    <message>
        <source>A new entry</source>
        <translation>登记一笔</translation>
    </message>
    <message>
        <source>Taken into the fields: mend it if need be, and save.</source>
        <translation>已填入各栏：可再修改，然后存盘。</translation>
    </message>
    <message>
        <source>Choose a unit and a rule.</source>
        <translation>请选定单位和细则。</translation>
    </message>
    <message>
        <source>charged to {0}</source>
        <translation>由{0}承担</translation>
    </message>
    <message>
        <source>{0} stands at {1}</source>
        <translation>{0}现得分 {1}</translation>
    </message>
    <message>
        <source>counts after a circular</source>
        <translation>通报后方可计入</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Enter corrects one that nobody has decided on.</source>
        <translation>按 Enter 更正尚未通报、计入的一笔。</translation>
    </message>
</context>
<context>
    <name>AssessLedgerActs</name>
    <message>
        <source>The entries go on record…</source>
        <translation>正在存盘……</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Import entries from a table…</source>
        <translation>从表格导入……</translation>
    </message>
    <message>
        <source>Save the ledger as a workbook…</source>
        <translation>台账存为工作簿……</translation>
    </message>
    <message>
        <source>Workbooks and CSV files (*.xlsx *.csv)</source>
        <translation>工作簿和 CSV 文件 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Entries kept elsewhere</source>
        <translation>别处登记的扣分</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the ledger</source>
        <translation>保存扣分台账</translation>
    </message>
    <message>
        <source>Draft deductions from the survey&apos;s rates (survey still open)</source>
        <translation>按评议满意率起草扣分（评议尚未封存）</translation>
    </message>
    <message>
        <source>Draft deductions from the survey&apos;s rates (edition {0}, sealed)</source>
        <translation>按评议满意率起草扣分（第 {0} 版，已封存）</translation>
    </message>
    <message>
        <source>Select entries first.</source>
        <translation>请先选中要处理的各笔。</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n entry(ies)? They stay on record and never count again.</source>
        <translation>
            <numerusform>撤销这 %n 笔？撤销后记录保留，不再计入，也不能恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The survey is being counted…</source>
        <translation>正在计算满意率……</translation>
    </message>
    <message>
        <source>The table is being read…</source>
        <translation>正在读取表格……</translation>
    </message>
    <message>
        <source>Deduction ledger.xlsx</source>
        <translation>扣分台账.xlsx</translation>
    </message>
    <message>
        <source>The workbook is being written…</source>
        <translation>正在写工作簿……</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) imported as drafts.</source>
        <translation>
            <numerusform>已导入 %n 笔，均为草稿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) now stand under two rules: see To decide.</source>
        <translation>
            <numerusform>有 %n 件同时涉及两条细则，见“待定”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) had an entry already.</source>
        <translation>
            <numerusform>%n 个单位此前已有登记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) now: {0}.</source>
        <translation>
            <numerusform>%n 笔{0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} stayed as they were. {1}</source>
        <translation>另有 {0} 笔未动。{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) made from the survey&apos;s rates.</source>
        <translation>
            <numerusform>已按评议满意率起草 %n 笔。</numerusform>
        </translation>
    </message>
    <message>
        <source>The survey is still open, and the drafts say so.</source>
        <translation>评议尚未封存，草稿中已注明。</translation>
    </message>
    <message>
        <source>Stopped: nothing has changed.</source>
        <translation>已停止，什么都没有改动。</translation>
    </message>
</context>
<context>
    <name>AssessLedgerPanel</name>
    <message>
        <source>Ledger</source>
        <translation>扣分台账</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day of the step</source>
        <translation>处理日期</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正……</translation>
    </message>
    <message>
        <source>No entry yet: type the first under Enter.</source>
        <translation>还没有登记：请到“登记”录入第一笔。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>选中 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>两机不一致</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>AssessQuestion</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>AssessRows</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unfloored</source>
        <translation>未封底得分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>档次</translation>
    </message>
    <message>
        <source> (veto)</source>
        <translation>（一票否决）</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>两机不一致</translation>
    </message>
    <message>
        <source>against the rules</source>
        <translation>与细则不符</translation>
    </message>
    <message>
        <source>two rules, one case</source>
        <translation>一案涉两条</translation>
    </message>
    <message>
        <source>entered twice</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}，{1}：{2}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Evidence office</source>
        <translation>依据提供单位</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>所属事项</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What and how much</source>
        <translation>情况与计算</translation>
    </message>
    <message>
        <source>counts from {0}</source>
        <translation>{0} 起计入</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>计分方式</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>另有规定</translation>
    </message>
    <message>
        <source>after a circular</source>
        <translation>通报后计入</translation>
    </message>
    <message>
        <source>charged to the supervising unit</source>
        <translation>由主管单位承担</translation>
    </message>
    <message>
        <source>proposed by itself</source>
        <translation>自动提出草稿</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>至多{0}（按比例）</translation>
    </message>
</context>
<context>
    <name>AssessRulesActs</name>
    <message>
        <source>Rule sets (*.json)</source>
        <translation>考评细则 (*.json)</translation>
    </message>
    <message>
        <source>An edited rule set</source>
        <translation>修改过的考评细则</translation>
    </message>
    <message>
        <source>Save an editable copy</source>
        <translation>另存一份供修改</translation>
    </message>
    <message>
        <source>{0} holds for this year. The first entry freezes it.</source>
        <translation>本年度采用《{0}》。登记第一笔后即冻结。</translation>
    </message>
</context>
<context>
    <name>AssessRulesPanel</name>
    <message>
        <source>Choose a rule set</source>
        <translation>选定细则</translation>
    </message>
    <message>
        <source>Save an editable copy…</source>
        <translation>另存一份供修改……</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>考评细则</translation>
    </message>
    <message>
        <source>Frozen since the first entry: it stays for this year.</source>
        <translation>已登记扣分，细则冻结，本年度不再更换。</translation>
    </message>
    <message>
        <source>Chosen; it can be changed until the first entry.</source>
        <translation>已选定；登记第一笔之前可以更换。</translation>
    </message>
    <message>
        <source>Not chosen yet: this is the set that comes with the program.</source>
        <translation>尚未选定：以下是随程序提供的细则。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Begins with {0}, not below {1}. {2}. Bands go by the unrounded score.</source>
        <translation>起始 {0} 分，不低于 {1} 分。{2}。档次按未修约的得分判定。</translation>
    </message>
    <message>
        <source>{0}: below {1}</source>
        <translation>{0}不满{1}分</translation>
    </message>
    <message>
        <source>{0}: {1} and above</source>
        <translation>{0}{1}分以上</translation>
    </message>
    <message>
        <source>{0}: {1} to below {2}</source>
        <translation>{0}{1}分以上不满{2}分</translation>
    </message>
    <message>
        <source>From a file that was edited…</source>
        <translation>选用修改过的文件……</translation>
    </message>
</context>
<context>
    <name>AssessSealPanel</name>
    <message>
        <source>The standing goes on record…</source>
        <translation>正在记入考评结果……</translation>
    </message>
    <message>
        <source>Day of the year&apos;s last standing</source>
        <translation>年度考评截止日</translation>
    </message>
    <message>
        <source>Seal the year…</source>
        <translation>封存年度……</translation>
    </message>
    <message>
        <source>Unseal the year…</source>
        <translation>启封年度……</translation>
    </message>
    <message>
        <source>What stands against the year&apos;s seal</source>
        <translation>妨碍年度封存的事项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>The ledgers are being read…</source>
        <translation>正在核对各台账……</translation>
    </message>
    <message>
        <source>The year is sealed: edition {0}. Nothing is entered any more.</source>
        <translation>年度已封存：第 {0} 版。不再登记。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) stand against the year&apos;s seal.</source>
        <translation>
            <numerusform>还有 %n 项妨碍年度封存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands against the year&apos;s seal.</source>
        <translation>没有妨碍年度封存的事项。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Not decided: {0}.</source>
        <translation>未了结 {0} 项。</translation>
    </message>
    <message>
        <source>Changing after {1}: {0}; choose a later day.</source>
        <translation>{1} 之后还有变动 {0} 项，请改用更晚的截止日。</translation>
    </message>
    <message>
        <source>Others: {0}.</source>
        <translation>其他 {0} 项。</translation>
    </message>
    <message>
        <source>(no unit)</source>
        <translation>（不属某个单位）</translation>
    </message>
    <message>
        <source>Settle what stands in the list first.</source>
        <translation>请先处理列表中的各项。</translation>
    </message>
    <message>
        <source>The standing of {0} goes on record with its hash. After it every entry, finding and complaint is refused, until two people open the year again.</source>
        <translation>{0} 的考评结果连同校验码一并记入。此后扣分、明察暗访、投诉等一律不再登记，直至两人共同启封。</translation>
    </message>
    <message>
        <source>Seal the year</source>
        <translation>封存年度</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>The sealed standing stays on record as it is; the next edition begins.</source>
        <translation>已封存的考评结果照原样留存；下一版由此开始。</translation>
    </message>
    <message>
        <source>Open the year again</source>
        <translation>启封年度</translation>
    </message>
    <message>
        <source>Unseal</source>
        <translation>启封</translation>
    </message>
    <message>
        <source>The year is sealed: edition {0}. Hash of the standing: {1}…</source>
        <translation>年度已封存：第 {0} 版。考评结果校验码 {1}……</translation>
    </message>
    <message>
        <source>The year is open again: edition {0} begins.</source>
        <translation>年度已启封：第 {0} 版开始。</translation>
    </message>
    <message>
        <source>Standing of</source>
        <translation>截止日</translation>
    </message>
</context>
<context>
    <name>AssessSheetPanel</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Before (PgUp)</source>
        <translation>上一个 (PgUp)</translation>
    </message>
    <message>
        <source>Next (PgDn)</source>
        <translation>下一个 (PgDn)</translation>
    </message>
    <message>
        <source>Entries that count</source>
        <translation>计入的各笔</translation>
    </message>
    <message>
        <source>Entries that do not count</source>
        <translation>未计入的各笔</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Evidence office</source>
        <translation>依据提供单位</translation>
    </message>
    <message>
        <source>Unfloored {0}: the score stays within its bounds.</source>
        <translation>未封底得分 {0}：得分以上下限为限。</translation>
    </message>
    <message>
        <source>Entries that do not count: {0}</source>
        <translation>未计入的各笔：{0}</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation>第 {0} 名</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>截至 {0}</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>得分 {0}</translation>
    </message>
    <message>
        <source> (veto)</source>
        <translation>（一票否决）</translation>
    </message>
    <message>
        <source>entries that count: {0}</source>
        <translation>计入 {0} 笔</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按细则</translation>
    </message>
    <message>
        <source>By evidence office</source>
        <translation>按依据提供单位</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>小计</translation>
    </message>
</context>
<context>
    <name>AssessStandingPanel</name>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Day of the standing</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>To be decided: {0}</source>
        <translation>待定 {0} 项</translation>
    </message>
    <message>
        <source> · void {0}</source>
        <translation> · 作废 {0}</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>考评排名</translation>
    </message>
    <message>
        <source>All bands</source>
        <translation>全部档次</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Enter opens a unit&apos;s sheet. Only counted entries deduct.</source>
        <translation>按 Enter 看单位明细。只有已计入的才扣分。</translation>
    </message>
</context>
<context>
    <name>AssessWaitingPanel</name>
    <message>
        <source>To be decided</source>
        <translation>待定事项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Every entry is counted or withdrawn, and nothing is in dispute.</source>
        <translation>各笔均已计入或撤销，没有不一致。</translation>
    </message>
    <message>
        <source>Enter leads to the entry in the ledger.</source>
        <translation>按 Enter 到台账里的那一笔。</translation>
    </message>
</context>
<context>
    <name>AssessWords</name>
    <message>
        <source>disputed</source>
        <translation>两机不一致</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>circularised</source>
        <translation>已通报</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计入</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Circularise</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销……</translation>
    </message>
    <message>
        <source>each</source>
        <translation>按件按次</translation>
    </message>
    <message>
        <source>by steps</source>
        <translation>按档</translation>
    </message>
    <message>
        <source>in proportion</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>by rate</source>
        <translation>按满意率</translation>
    </message>
    <message>
        <source>by gravity</source>
        <translation>按情节</translation>
    </message>
    <message>
        <source>veto</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Evidence office</source>
        <translation>依据提供单位</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>所属事项</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Source of the rate</source>
        <translation>比率来源</translation>
    </message>
    <message>
        <source>Drafted from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>AssessmentView</name>
    <message>
        <source>Assessment by 100 points</source>
        <translation>百分制考评</translation>
    </message>
    <message>
        <source>Parts of the assessment</source>
        <translation>考评的各部分</translation>
    </message>
    <message>
        <source>No rule set is chosen for this year yet.</source>
        <translation>本年度尚未选定考评细则。</translation>
    </message>
    <message>
        <source>The year is sealed: edition {0}. Nothing is entered any more.</source>
        <translation>年度已封存：第 {0} 版。不再登记。</translation>
    </message>
    <message>
        <source>{0}: {1} entries, {2} not decided</source>
        <translation>{0}：共 {1} 笔，未了结 {2} 笔</translation>
    </message>
    <message>
        <source>; {0} to be looked into</source>
        <translation>；需处理 {0} 项</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>单位明细</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>扣分台账</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Year&apos;s seal</source>
        <translation>年度封存</translation>
    </message>
</context>
<context>
    <name>AttachmentRow</name>
    <message>
        <source>A file that the entry rests on</source>
        <translation>扣分所依据的文件</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>附文件……</translation>
    </message>
    <message>
        <source>Take the last off</source>
        <translation>去掉最后一个</translation>
    </message>
    <message>
        <source>Name and hash are recorded; the file stays put.</source>
        <translation>只记文件名和校验码，文件不移动、不复制。</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>正在读取文件……</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backup folder</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>选择备份文件夹</translation>
    </message>
    <message>
        <source>Set and back up now</source>
        <translation>设定并立即备份</translation>
    </message>
    <message>
        <source>This survey is only viewed here; its own station backs up.</source>
        <translation>本机只能查看这次评议活动，备份由它所属的站点办理。</translation>
    </message>
    <message>
        <source>No backups are taken yet.</source>
        <translation>尚未设定备份。</translation>
    </message>
    <message>
        <source>Name a folder first, best on another disk.</source>
        <translation>请先指定文件夹，最好在另一磁盘上。</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份……</translation>
    </message>
    <message>
        <source>Backed up: {0}</source>
        <translation>已备份：{0}</translation>
    </message>
    <message>
        <source>Backups of this survey</source>
        <translation>本次评议活动的备份</translation>
    </message>
    <message>
        <source>Set a folder on another disk or a stick: a copy goes there now, and whenever a batch closes at this station.</source>
        <translation>请指定另一磁盘或 U 盘上的文件夹：立即备份一次，此后本站每关闭一个批次备份一次。</translation>
    </message>
</context>
<context>
    <name>BatchActs</name>
    <message>
        <source>The batches go on record…</source>
        <translation>正在记入批次……</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Forms keyed elsewhere</source>
        <translation>他处录入的评议表</translation>
    </message>
    <message>
        <source>Counts made outside</source>
        <translation>外部汇总数</translation>
    </message>
    <message>
        <source>Select batches that are not there yet.</source>
        <translation>请选择尚未指派给该站点的批次。</translation>
    </message>
    <message>
        <source>{0} to {1}; the next kit tells the station</source>
        <translation>{0} 指派给 {1}，下一个开站包会告知该站点</translation>
    </message>
    <message>
        <source>Select batches that are open.</source>
        <translation>请选择未关闭的批次。</translation>
    </message>
    <message>
        <source>Reason, where a batch disagrees with its slip</source>
        <translation>批次与封面不符时的理由</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>关闭 {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>closed {0}</source>
        <translation>{0} 已关闭</translation>
    </message>
    <message>
        <source>Select batches that are closed.</source>
        <translation>请选择已关闭的批次。</translation>
    </message>
    <message>
        <source>Why it is opened again</source>
        <translation>重开理由</translation>
    </message>
    <message>
        <source>Open {0} again</source>
        <translation>重开 {0}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>open again {0}</source>
        <translation>{0} 已重开</translation>
    </message>
    <message>
        <source>Forms are being imported…</source>
        <translation>正在导入评议表……</translation>
    </message>
    <message>
        <source>{0} forms in {1}</source>
        <translation>{1} 导入 {0} 张</translation>
    </message>
    <message>
        <source>Counts of {0}</source>
        <translation>{0} 中的汇总数</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Whose counts these are, such as the survey team</source>
        <translation>汇总数的来源，如市城调队</translation>
    </message>
    <message>
        <source>On record: {0}. {1}</source>
        <translation>已记入：{0}。{1}</translation>
    </message>
    <message>
        <source>On record: {0}. Not done for {1}: {2}</source>
        <translation>已记入：{0}。{1} 未办：{2}</translation>
    </message>
    <message>
        <source>On record: {0}.</source>
        <translation>已记入：{0}。</translation>
    </message>
    <message>
        <source>Stopped. What the table shows is on record, and nothing else.</source>
        <translation>已停止。表中所示均已记入，其余未办。</translation>
    </message>
    <message>
        <source>{0} … {1} ({2} batches)</source>
        <translation>{0} …… {1}（共 {2} 批）</translation>
    </message>
</context>
<context>
    <name>BatchChanges</name>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变动前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变动后</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>多</translation>
    </message>
    <message>
        <source>Unsettled</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Batches that change</source>
        <translation>有变动的批次</translation>
    </message>
    <message>
        <source>Batches that change: {0}, in forms</source>
        <translation>有变动的批次 {0} 个（单位：份）</translation>
    </message>
</context>
<context>
    <name>BatchChooser</name>
    <message>
        <source>Register and key</source>
        <translation>登记并录入</translation>
    </message>
    <message>
        <source>Key this batch</source>
        <translation>录入本批</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Which batch is on the table?</source>
        <translation>现在录哪一批？</translation>
    </message>
    <message>
        <source>Scan or type the code on the batch cover, then Enter</source>
        <translation>扫描或输入批次封面上的代码，按 Enter</translation>
    </message>
    <message>
        <source>Batch code</source>
        <translation>批次代码</translation>
    </message>
    <message>
        <source>No batch waits at this station. Type the code on the cover of the batch in your hand: its slip is asked for next.</source>
        <translation>本站没有待录的批次。请输入手中这一批封面上的代码，再照封面登记。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Forms on the slip</source>
        <translation>封面份数</translation>
    </message>
    <message>
        <source>Batch {0} is new here: copy its slip.</source>
        <translation>批次 {0} 尚未登记：请照封面填写。</translation>
    </message>
</context>
<context>
    <name>BatchFormsModel</name>
    <message>
        <source>open</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>void {0}</source>
        <translation>无效 {0}</translation>
    </message>
    <message>
        <source>beyond slip</source>
        <translation>多号</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已存</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Forms keyed</source>
        <translation>已录份数</translation>
    </message>
    <message>
        <source>Close batch (F10)</source>
        <translation>关闭本批（F10）</translation>
    </message>
    <message>
        <source>Other batch</source>
        <translation>换一个批次</translation>
    </message>
    <message>
        <source>Forms of the batch</source>
        <translation>本批各号</translation>
    </message>
    <message>
        <source>Batch {0}</source>
        <translation>批次 {0}</translation>
    </message>
    <message>
        <source>{0}, numbers 1–{1}</source>
        <translation>{0}&#x3000;1–{1} 号</translation>
    </message>
    <message>
        <source>keyed {0}  void {1}  left {2}</source>
        <translation>已录 {0}&#x3000;无效 {1}&#x3000;剩 {2}</translation>
    </message>
    <message>
        <source>beyond {0}</source>
        <translation>多号 {0}</translation>
    </message>
</context>
<context>
    <name>BatchQuestion</name>
    <message>
        <source>Channel of the counts</source>
        <translation>汇总数所属渠道</translation>
    </message>
    <message>
        <source>Replace what this source gave before</source>
        <translation>取代该来源先前的汇总数</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>按批次</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>Batches shown</source>
        <translation>显示批次</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>being keyed</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>已指派</translation>
    </message>
</context>
<context>
    <name>BatchTableModel</name>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>On the slip</source>
        <translation>封面份数</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未关闭</translation>
    </message>
</context>
<context>
    <name>BatchesPanel</name>
    <message>
        <source>The batches go on record…</source>
        <translation>正在记入批次……</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>新批次……</translation>
    </message>
    <message>
        <source>Hand to</source>
        <translation>指派给</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Batch covers</source>
        <translation>批次封面</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>打印封面</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{0} beyond the slip</source>
        <translation>超出封面 {0} 张</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>还剩 {0} 张</translation>
    </message>
    <message>
        <source>to be keyed</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>A batch from its slip</source>
        <translation>按封面登记批次</translation>
    </message>
    <message>
        <source>Batches from the receipt of {0}</source>
        <translation>由 {0} 收回的评议表分批</translation>
    </message>
    <message>
        <source>Correct the slip of {0}</source>
        <translation>更正 {0} 的封面</translation>
    </message>
    <message>
        <source>On record: {0}.</source>
        <translation>已记入：{0}。</translation>
    </message>
    <message>
        <source>Registered: {0}.</source>
        <translation>已登记：{0}。</translation>
    </message>
    <message>
        <source>Registered: {0} to {1}.</source>
        <translation>已登记：{0} 至 {1}。</translation>
    </message>
    <message>
        <source>Select one batch.</source>
        <translation>请选择一个批次。</translation>
    </message>
    <message>
        <source>Correct the slip…</source>
        <translation>更正封面……</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>关闭……</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重开……</translation>
    </message>
    <message>
        <source>Import forms keyed elsewhere…</source>
        <translation>导入他处录入的评议表……</translation>
    </message>
    <message>
        <source>Take over counts made outside…</source>
        <translation>录入外部汇总数……</translation>
    </message>
</context>
<context>
    <name>CaseBook</name>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Everything open</source>
        <translation>未办结的</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期的</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>两处不一致</translation>
    </message>
    <message>
        <source>{0} d over</source>
        <translation>逾期 {0} 天</translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>Correct…</source>
        <translation>更正……</translation>
    </message>
    <message>
        <source>Line {0}, last changed by {1} on {2}</source>
        <translation>编号 {0}，{2} 由 {1} 最后登记</translation>
    </message>
</context>
<context>
    <name>CaseEmpty</name>
    <message>
        <source>No case fits what is chosen above.</source>
        <translation>没有符合上面所选条件的。</translation>
    </message>
</context>
<context>
    <name>CaseFields</name>
    <message>
        <source>Number, code or name</source>
        <translation>序号、代码或名称</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Still missing: {0}</source>
        <translation>还缺：{0}</translation>
    </message>
    <message>
        <source>{0}: {1} is no day; write {2}-05-08 or 5-8.</source>
        <translation>{0}：“{1}”不是日期，请写成 {2}-05-08 或 5-8。</translation>
    </message>
    <message>
        <source>Enter goes on, Ctrl+Enter records, Esc leaves the form.</source>
        <translation>Enter 到下一栏，Ctrl+Enter 登记，Esc 退出。</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
</context>
<context>
    <name>CaseVersions</name>
    <message>
        <source>Two computers say different things of this line. Take what holds.</source>
        <translation>两台电脑对这一件的登记不一致，请选定以哪一份为准。</translation>
    </message>
    <message>
        <source>Take version {0}</source>
        <translation>以第 {0} 份为准</translation>
    </message>
</context>
<context>
    <name>CaseWriting</name>
    <message>
        <source>Record or leave first what is open here.</source>
        <translation>请先登记或退出正在填写的内容。</translation>
    </message>
    <message>
        <source>The dispute is settled.</source>
        <translation>已确定以所选的为准。</translation>
    </message>
    <message>
        <source>What was typed before is here again; it is not recorded yet.</source>
        <translation>上次填写的内容还在，尚未登记。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Correct: {0}</source>
        <translation>更正：{0}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The one before is being recorded.</source>
        <translation>上一件正在登记，请稍候。</translation>
    </message>
    <message>
        <source>On record: {0}</source>
        <translation>已登记：{0}</translation>
    </message>
    <message>
        <source>{0} is missing or wrong: mend it.</source>
        <translation>“{0}”缺失或有误，请改正。</translation>
    </message>
</context>
<context>
    <name>ChannelTable</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>On slips</source>
        <translation>封面登记</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>已指派</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>存为图片……</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG 图片 (*.png);;SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>存为图片</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小（Ctrl+−）</translation>
    </message>
    <message>
        <source>As wide as the window (Ctrl+0)</source>
        <translation>与窗口同宽（Ctrl+0）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
</context>
<context>
    <name>ChartsPanel</name>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>No agency here has a score yet, so there is nothing to draw.</source>
        <translation>还没有单位得分，无图可画。</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>Back to the forms (Esc)</source>
        <translation>返回录入（Esc）</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍予关闭</translation>
    </message>
    <message>
        <source>Batch {0} does not agree with its slip and stays open</source>
        <translation>批次 {0} 与封面不符，暂不关闭</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>须写明理由。</translation>
    </message>
    <message>
        <source>The supervisor may close it all the same</source>
        <translation>由主管写明理由后关闭</translation>
    </message>
    <message>
        <source>Look for missing numbers in the pile and under the table; check extra ones against the cover. A paper that does not exist is the supervisor&apos;s to decide.</source>
        <translation>缺号：请在这一捆里和桌上桌下查找纸表。多号：请核对纸上的表号和封面。确实没有的纸表，由主管决定。</translation>
    </message>
    <message>
        <source>Supervisor&apos;s code</source>
        <translation>主管代码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ComplaintBook</name>
    <message>
        <source>Complaints</source>
        <translation>投诉件</translation>
    </message>
    <message>
        <source>Enter a complaint</source>
        <translation>登记投诉件</translation>
    </message>
    <message>
        <source>The complaint is on record; the next one begins with the same day.</source>
        <translation>投诉件已登记；下一件沿用同一日期和渠道。</translation>
    </message>
    <message>
        <source>No complaint yet: enter what came by telephone, mail and petition.</source>
        <translation>还没有投诉件：请登记热线、信箱、微博、信访等来件。</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Handled here</source>
        <translation>自办</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>信箱</translation>
    </message>
    <message>
        <source>Microblog</source>
        <translation>微博</translation>
    </message>
    <message>
        <source>Petition office</source>
        <translation>信访</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Complainant; empty: anonymous</source>
        <translation>来件人（空为匿名）</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理方式</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉内容</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Extended until</source>
        <translation>延期至</translation>
    </message>
    <message>
        <source>Decided by, and why</source>
        <translation>批准人和理由</translation>
    </message>
    <message>
        <source>anonymous: not answered</source>
        <translation>匿名，不需答复</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来件人</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Enter the day it was accepted first.</source>
        <translation>请先填写受理日期。</translation>
    </message>
    <message>
        <source>Enter the day it was finished first.</source>
        <translation>请先填写办结日期。</translation>
    </message>
    <message>
        <source>A later step lies before an earlier one: mend the days.</source>
        <translation>后一步的日期早于前一步，请改正日期。</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{1} 前{0}</translation>
    </message>
</context>
<context>
    <name>ComplaintCalendar</name>
    <message>
        <source>Holidays and worked weekend days</source>
        <translation>节假日和调休上班日</translation>
    </message>
    <message>
        <source>Save the calendar</source>
        <translation>保存节假日表</translation>
    </message>
    <message>
        <source>The calendar is saved; deadlines follow it.</source>
        <translation>节假日表已保存，期限已按新表计算。</translation>
    </message>
    <message>
        <source>No holidays are entered yet: only weekends are taken out.</source>
        <translation>还没有录入节假日：目前只扣除双休日。</translation>
    </message>
    <message>
        <source>{0} holidays, {1} worked weekend days</source>
        <translation>放假 {0} 天，调休上班 {1} 天</translation>
    </message>
    <message>
        <source>One day or one range a line, such as {0}; + stands before a weekend day that is worked.</source>
        <translation>每行一天或一段，如 {0}；周末调休上班的日子前面加 +。</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
</context>
<context>
    <name>ComplaintDuePanel</name>
    <message>
        <source>Everything that waits</source>
        <translation>全部待办</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due within a week</source>
        <translation>一周内到期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>一周以后</translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation>到期时间</translation>
    </message>
</context>
<context>
    <name>ComplaintProposals</name>
    <message>
        <source>Received</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉内容</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>扣分建议</translation>
    </message>
    <message>
        <source>Draft this deduction</source>
        <translation>起草这笔扣分</translation>
    </message>
    <message>
        <source>Pass over</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Show what was passed over</source>
        <translation>显示略过的</translation>
    </message>
    <message>
        <source>To the assessment</source>
        <translation>去百分制考评</translation>
    </message>
    <message>
        <source>Nothing is proposed: no complaint is late or was sent back that no deduction rests on.</source>
        <translation>没有扣分建议：逾期和退回重办的投诉件都已登记扣分。</translation>
    </message>
    <message>
        <source>No rule set is chosen yet: choose one on the page of the assessment.</source>
        <translation>还没有选定考评细则，请先在“百分制考评”页选定。</translation>
    </message>
    <message>
        <source>Drafted: {0}; it deducts once it is verified and counted.</source>
        <translation>已起草：{0}。核实并计入后才扣分。</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Rule {0}: {1}. Evidence office: {2}</source>
        <translation>细则 {0}：{1}。依据提供单位：{2}</translation>
    </message>
    <message>
        <source>Enter drafts the deduction of the row, Del passes it over.</source>
        <translation>Enter 按所选行起草扣分，删除键略过。</translation>
    </message>
</context>
<context>
    <name>ComplaintSteps</name>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>受理……</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation>办结……</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复……</translation>
    </message>
    <message>
        <source>Extended until</source>
        <translation>延期至</translation>
    </message>
    <message>
        <source>Decided by, and why</source>
        <translation>批准人和理由</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>延期……</translation>
    </message>
    <message>
        <source>Sent back on</source>
        <translation>退回日期</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回重办……</translation>
    </message>
</context>
<context>
    <name>ComplaintTerms</name>
    <message>
        <source>Add a kind</source>
        <translation>增加类别</translation>
    </message>
    <message>
        <source>Save the deadlines</source>
        <translation>保存办理期限</translation>
    </message>
    <message>
        <source>The deadlines are saved; what is due was reckoned anew.</source>
        <translation>办理期限已保存，待办已重新计算。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Kind of complaint</source>
        <translation>投诉类别</translation>
    </message>
    <message>
        <source>Every other kind</source>
        <translation>其他各类</translation>
    </message>
    <message>
        <source>Accept within</source>
        <translation>受理期限</translation>
    </message>
    <message>
        <source>Finish within</source>
        <translation>办结期限</translation>
    </message>
    <message>
        <source>Days or working days</source>
        <translation>按天或按工作日</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Accepting counts from the day of receipt, finishing from acceptance; that day itself does not count.</source>
        <translation>受理期限从收件次日起算，办结期限从受理次日起算。</translation>
    </message>
</context>
<context>
    <name>ComplaintsView</name>
    <message>
        <source>Complaints and requests</source>
        <translation>投诉诉求</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>本页内容</translation>
    </message>
    <message>
        <source>No complaint yet.</source>
        <translation>还没有投诉件。</translation>
    </message>
    <message>
        <source>{0}: {1} overdue, {2} due today; {3} of {4} complaints open.</source>
        <translation>{0}：逾期 {1} 件，今天到期 {2} 件；共 {4} 件，未办结 {3} 件。</translation>
    </message>
    <message>
        <source>Deductions proposed</source>
        <translation>扣分建议</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>Pledges</source>
        <translation>双优承诺</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限设置</translation>
    </message>
</context>
<context>
    <name>ComponentRows</name>
    <message>
        <source>Component</source>
        <translation>组成项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>来源类型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本量</translation>
    </message>
    <message numerus="yes">
        <source>, other in %n group(s)</source>
        <translation>
            <numerusform>（%n 个类别另定）</numerusform>
        </translation>
    </message>
    <message>
        <source>from this file</source>
        <translation>由本文件计算</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>CompositeComponentsPanel</name>
    <message>
        <source>Components</source>
        <translation>组成项</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加……</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改……</translation>
    </message>
    <message>
        <source>Figures…</source>
        <translation>录入得分……</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Where a figure is missing</source>
        <translation>缺分时</translation>
    </message>
    <message>
        <source>To the assessment</source>
        <translation>去百分制考评</translation>
    </message>
    <message>
        <source>The figures of {0} are computed from this file.</source>
        <translation>{0}的得分由本文件自动计算，不需录入。</translation>
    </message>
    <message>
        <source>{0} is taken out of the composite.</source>
        <translation>{0}已移出综合评价。</translation>
    </message>
    <message>
        <source>{0} is on record with weight {1}.</source>
        <translation>已登记：{0}，权重 {1}。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of {0} are on record.</source>
        <translation>
            <numerusform>已登记{0}得分 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Where a figure is missing, {0}.</source>
        <translation>已设定：缺分时{0}。</translation>
    </message>
    <message>
        <source>The assessment has no score yet: choose the rule set of the year first.</source>
        <translation>百分制考评还没有得分：请先选定本年度考评细则。</translation>
    </message>
    <message>
        <source>Without figures yet: {0}. Choose it and press Figures…</source>
        <translation>尚无得分：{0}。选中后点“录入得分……”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Begin with the survey&apos;s own score, then add the assessment, a phone poll, mystery visits: each with its weight. Weights need not add up to 100.</source>
        <translation>先添加本次评议的得分，再添加百分制考评、电话访问、暗访测评等，各定权重。权重之和不必等于 100。</translation>
    </message>
</context>
<context>
    <name>CompositeFiguresPanel</name>
    <message>
        <source>Workbooks and CSV files (*.xlsx *.csv)</source>
        <translation>工作簿和 CSV 文件 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Table with the figures</source>
        <translation>得分表</translation>
    </message>
    <message>
        <source>Unit code</source>
        <translation>单位代码</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Figures by unit</source>
        <translation>各单位得分</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Figures of {0}</source>
        <translation>{0}得分</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) understood: look them through, then put them on record.</source>
        <translation>
            <numerusform>读到得分 %n 条：请核对无误后登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} units have a figure, from 0 to {2}. Type a figure and press Enter, or paste a column with Ctrl+V; an empty cell is a missing figure.</source>
        <translation>{1} 个单位中 {0} 个有得分，得分为 0 至 {2}。键入得分后按回车，也可用 Ctrl+V 粘贴一列；空格即为缺分。</translation>
    </message>
</context>
<context>
    <name>CompositeForm</name>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>来源类型</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight in a group</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sample, people asked</source>
        <translation>样本量（人）</translation>
    </message>
    <message>
        <source>Other weights in some groups</source>
        <translation>部分类别另定权重</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>修改{0}</translation>
    </message>
    <message>
        <source>A new component</source>
        <translation>新增组成项</translation>
    </message>
    <message>
        <source>this file</source>
        <translation>本文件</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>民主评议</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>百分制考评</translation>
    </message>
    <message>
        <source>Phone poll</source>
        <translation>电话访问</translation>
    </message>
    <message>
        <source>Mystery visits</source>
        <translation>暗访测评</translation>
    </message>
    <message>
        <source>On-site meeting</source>
        <translation>现场评议</translation>
    </message>
    <message>
        <source>Online poll</source>
        <translation>网上评议</translation>
    </message>
    <message>
        <source>Weight in {0}</source>
        <translation>{0}的权重</translation>
    </message>
</context>
<context>
    <name>CompositeRankingPanel</name>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>To the components</source>
        <translation>去设定组成项</translation>
    </message>
    <message>
        <source>Ranked by the unrounded score.</source>
        <translation>名次按未修约的得分排列。</translation>
    </message>
    <message>
        <source>* other weights in some groups.</source>
        <translation>* 部分类别另定权重。</translation>
    </message>
    <message>
        <source>Void, not ranked: {0}.</source>
        <translation>作废、不参与排名：{0}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>sample {0}</source>
        <translation>样本 {0}</translation>
    </message>
    <message>
        <source>this file</source>
        <translation>本文件</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}：{1}。</translation>
    </message>
    <message>
        <source>A unit with a missing figure has no score.</source>
        <translation>缺分的单位不计综合得分。</translation>
    </message>
    <message>
        <source>Where a figure is missing, the other components carry its weight.</source>
        <translation>缺分的，其权重由其余各项分担。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>no score: {0} is missing</source>
        <translation>无综合得分：缺{0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Composite ranking</source>
        <translation>综合评价排名</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>各项计入分</translation>
    </message>
    <message>
        <source>Marks out of 100</source>
        <translation>各项百分制得分</translation>
    </message>
</context>
<context>
    <name>CompositeView</name>
    <message>
        <source>Composite</source>
        <translation>综合评价</translation>
    </message>
    <message>
        <source>Composite table…</source>
        <translation>综合评价表……</translation>
    </message>
    <message>
        <source>Parts of the composite</source>
        <translation>综合评价各部分</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组成项</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>The year is sealed: weights and figures stay as they are.</source>
        <translation>本年度考评已封存，权重和得分不再变动。</translation>
    </message>
    <message>
        <source>No components yet: name them with their weights.</source>
        <translation>还没有组成项：请先设定各项及权重。</translation>
    </message>
    <message>
        <source>No ranking yet: see below what is missing.</source>
        <translation>还不能排名：缺什么见下。</translation>
    </message>
    <message>
        <source>Components: {0}. Units ranked: {1}. Units that lack a figure: {2}.</source>
        <translation>组成项 {0} 个，参与排名单位 {1} 个，其中缺分单位 {2} 个。</translation>
    </message>
    <message>
        <source>Components: {0}. Units ranked: {1}.</source>
        <translation>组成项 {0} 个，参与排名单位 {1} 个。</translation>
    </message>
    <message>
        <source>As of {0}. </source>
        <translation>截至 {0}。</translation>
    </message>
    <message>
        <source>The year is not over: as of {0}. </source>
        <translation>本年度未结束，截至 {0}。</translation>
    </message>
    <message>
        <source>The composite weighs several results into one: this survey, the assessment, phone polls, mystery visits. Name the components first.</source>
        <translation>综合评价把民主评议、百分制考评、电话访问、暗访测评等结果按权重合成一个得分。请先设定组成项。</translation>
    </message>
</context>
<context>
    <name>CompositeWeights</name>
    <message>
        <source>Sum of the weights: {0}</source>
        <translation>权重合计：{0}</translation>
    </message>
    <message>
        <source>Weight: {0}</source>
        <translation>权重：{0}</translation>
    </message>
</context>
<context>
    <name>CompositeWhatIfPanel</name>
    <message>
        <source>Weights of</source>
        <translation>适用类别</translation>
    </message>
    <message>
        <source>all groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Where a figure is missing</source>
        <translation>缺分时</translation>
    </message>
    <message>
        <source>Back to the weights on record</source>
        <translation>恢复已登记的权重</translation>
    </message>
    <message>
        <source>There is no ranking yet to compare with: name the components first.</source>
        <translation>还没有排名可供比较：请先设定组成项。</translation>
    </message>
    <message>
        <source>To the components</source>
        <translation>去设定组成项</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) would change rank.</source>
        <translation>
            <numerusform>名次变动单位 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the weights on record.</source>
        <translation>现为已登记的权重。</translation>
    </message>
    <message>
        <source>What-if, not the result: nothing here is recorded or printed.</source>
        <translation>试算，不是结果：不登记，不打印。</translation>
    </message>
    <message>
        <source>Push a weight to see what it would do; nothing here is recorded.</source>
        <translation>拖动权重看名次如何变化；试算不作登记。</translation>
    </message>
    <message>
        <source>What-if rank</source>
        <translation>试算名次</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>升降</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What-if score</source>
        <translation>试算得分</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Ranks under other weights</source>
        <translation>试算名次</translation>
    </message>
    <message>
        <source>Ranked by the unrounded score.</source>
        <translation>名次按未修约的得分排列。</translation>
    </message>
</context>
<context>
    <name>CompositeWords</name>
    <message>
        <source>score of this survey</source>
        <translation>本次评议得分</translation>
    </message>
    <message>
        <source>score of the assessment</source>
        <translation>百分制考评得分</translation>
    </message>
    <message>
        <source>phone poll</source>
        <translation>电话访问</translation>
    </message>
    <message>
        <source>mystery visits</source>
        <translation>暗访测评</translation>
    </message>
    <message>
        <source>on-site meeting</source>
        <translation>现场评议</translation>
    </message>
    <message>
        <source>online poll</source>
        <translation>网上评议</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>the others carry its weight</source>
        <translation>其余各项分担权重</translation>
    </message>
    <message>
        <source>the unit has no score</source>
        <translation>该单位不计得分</translation>
    </message>
</context>
<context>
    <name>ConfirmForm</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation>确认日期</translation>
    </message>
    <message>
        <source>Document, number and title</source>
        <translation>文件（文号、标题）</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>The deadline is %n day(s) later, unless another is written.</source>
        <translation>
            <numerusform>不填期限的，自确认之日起 %n 天。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfusionGrid</name>
    <message>
        <source>Keyed as</source>
        <translation>录成</translation>
    </message>
    <message>
        <source>was {0}</source>
        <translation>应为{0}</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>差错率</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation>不了解</translation>
    </message>
    <message>
        <source>invalid cell</source>
        <translation>无效格</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>ConsequenceBandsPanel</name>
    <message>
        <source>Workbooks and CSV files (*.xlsx *.csv)</source>
        <translation>工作簿和 CSV 文件 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Table of that year</source>
        <translation>该年的档次表</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message numerus="yes">
        <source>%n band(s) of {0} are on record.</source>
        <translation>
            <numerusform>已登记 {0} 年档次 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) understood: look them through, then put them on record.</source>
        <translation>
            <numerusform>读到 %n 个单位：请核对无误后登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known of last year: nobody can be in the best or the worst band twice running.</source>
        <translation>还没有上年档次：无法认定连续两年优秀或连续两年不合格。</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) of {0}, {1} merged or renamed since.</source>
        <translation>
            <numerusform>{0} 年档次 %n 条，其中合并、更名单位 {1} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>No band of that year for {0}: its parts were in different ones.</source>
        <translation>{0}无该年度档次：合并前各单位的档次不一致。</translation>
    </message>
    <message>
        <source>Unit of last year</source>
        <translation>上年单位</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Now part of, or renamed to</source>
        <translation>现单位（合并或更名的填写）</translation>
    </message>
    <message>
        <source>Last year&apos;s bands</source>
        <translation>上年档次</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Where it was published</source>
        <translation>公布文件</translation>
    </message>
</context>
<context>
    <name>ConsequenceLinesPanel</name>
    <message>
        <source>Consequences go on record…</source>
        <translation>正在登记……</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>显示哪些</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>确认……</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>办结……</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回……</translation>
    </message>
    <message>
        <source>Last year&apos;s bands…</source>
        <translation>上年档次……</translation>
    </message>
    <message>
        <source>No consequence is chosen in the list.</source>
        <translation>请先在表中选择。</translation>
    </message>
    <message>
        <source>“{0}” follows no more for {1}: take it back.</source>
        <translation>{1}已不再适用“{0}”，请撤回。</translation>
    </message>
    <message>
        <source>What is done was confirmed before: confirm it with its document first.</source>
        <translation>先确认并填写文件，再登记办结。</translation>
    </message>
    <message>
        <source>Choose what was confirmed: only that can be taken back.</source>
        <translation>请选已确认的事项，只有已确认的才能撤回。</translation>
    </message>
    <message>
        <source>On record: {0}, {1}.</source>
        <translation>已登记：{0}，{1}。</translation>
    </message>
    <message numerus="yes">
        <source>%n consequence(s) are on record.</source>
        <translation>
            <numerusform>已登记 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>first</source>
        <translation>前列</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末位</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改……</translation>
    </message>
    <message>
        <source>List…</source>
        <translation>结果运用表……</translation>
    </message>
    <message>
        <source>Commendation…</source>
        <translation>通报表彰……</translation>
    </message>
    <message>
        <source>Criticism…</source>
        <translation>通报批评……</translation>
    </message>
    <message>
        <source>Letters to superiors…</source>
        <translation>致上级主管部门函……</translation>
    </message>
    <message>
        <source>Rectification notices…</source>
        <translation>限期整改通知书……</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
</context>
<context>
    <name>ConsequenceSectionsPanel</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属单位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Model sections</source>
        <translation>先进科室</translation>
    </message>
    <message>
        <source>No section is in the best band.</source>
        <translation>没有评为最高档次的科室。</translation>
    </message>
    <message>
        <source>The plan has no sections: a section is a unit that names its supervising unit.</source>
        <translation>评议方案中没有科室：填写了主管单位的单位即为科室。</translation>
    </message>
</context>
<context>
    <name>ConsequenceTexts</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>上年档次</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年档次</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>民主评议名次</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>State</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n consequence(s) by one document; the first: </source>
        <translation>
            <numerusform>同一文件确认 %n 项，第一项：</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}. Enter confirms it with its document.</source>
        <translation>{0}：{1}。按回车确认并填写文件。</translation>
    </message>
    <message>
        <source>confirmed {0}</source>
        <translation>{0} 确认</translation>
    </message>
    <message>
        <source>no document</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>期限 {0}</translation>
    </message>
    <message>
        <source>done {0}</source>
        <translation>{0} 办结</translation>
    </message>
    <message>
        <source>{0}: {1}: {2}.</source>
        <translation>{0}：{1}。{2}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The survey has no ranking yet.</source>
        <translation>民主评议还没有排名。</translation>
    </message>
    <message>
        <source>Survey, first: {0}. Last: {1}.</source>
        <translation>民主评议前列：{0}。末位：{1}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ConsequenceVoidPanel</name>
    <message>
        <source>Take it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reason, in a few words</source>
        <translation>原因（简要填写）</translation>
    </message>
    <message>
        <source>Declare void…</source>
        <translation>作废……</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>恢复……</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The results of {0} are void</source>
        <translation>作废{0}的结果</translation>
    </message>
    <message>
        <source>Its results leave this ranking and the composite, the others rank without it, and nothing follows from its band. Reason and both names stay on record.</source>
        <translation>该单位退出本排名和综合评价，其余单位重新排名，其档次不再产生处理意见。原因和两人姓名登记在案。</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>That was taken back already.</source>
        <translation>该项已经恢复。</translation>
    </message>
    <message>
        <source>The results of {0} hold again</source>
        <translation>恢复{0}的结果</translation>
    </message>
    <message>
        <source>The results of {0} are void; the ranking is made without them.</source>
        <translation>{0}的结果已作废，其余单位已重新排名。</translation>
    </message>
    <message>
        <source>The results of {0} hold again.</source>
        <translation>{0}的结果已恢复有效。</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Ranking now</source>
        <translation>现排名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Void since, second person</source>
        <translation>作废日期、第二人</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Void results</source>
        <translation>作废结果</translation>
    </message>
</context>
<context>
    <name>ConsequenceWords</name>
    <message>
        <source>to be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>follows no more</source>
        <translation>不再符合</translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Confirmed, not done</source>
        <translation>已确认未办结</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
</context>
<context>
    <name>ConsequencesView</name>
    <message>
        <source>Follow-up</source>
        <translation>结果运用</translation>
    </message>
    <message>
        <source>Parts of the consequences</source>
        <translation>结果运用各部分</translation>
    </message>
    <message>
        <source>To the assessment</source>
        <translation>去百分制考评</translation>
    </message>
    <message>
        <source>No rule set is chosen for this year.</source>
        <translation>本年度还没有选定考评细则。</translation>
    </message>
    <message>
        <source>The year is sealed: nothing is confirmed or changed any more.</source>
        <translation>本年度考评已封存，不再确认或变动。</translation>
    </message>
    <message numerus="yes">
        <source>The year is not over: %n consequence(s) as units stand today.</source>
        <translation>
            <numerusform>本年度未结束：按现有档次应处理 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consequence(s) wait to be confirmed.</source>
        <translation>
            <numerusform>待确认 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that follows is confirmed.</source>
        <translation>各项均已确认。</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Model sections</source>
        <translation>先进科室</translation>
    </message>
    <message>
        <source>Last year&apos;s bands</source>
        <translation>上年档次</translation>
    </message>
    <message>
        <source>Void results</source>
        <translation>作废结果</translation>
    </message>
    <message>
        <source>Consequences follow from the bands of the 100-point assessment. Choose the rule set of the year first; what follows from each band is written in it.</source>
        <translation>结果运用依据百分制考评的档次。请先选定本年度考评细则，各档次的处理意见写在细则中。</translation>
    </message>
</context>
<context>
    <name>CustodyPanel</name>
    <message>
        <source>PDF…</source>
        <translation>PDF……</translation>
    </message>
    <message>
        <source>Save the zero report as PDF</source>
        <translation>将零报告存为 PDF</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即核验</translation>
    </message>
    <message>
        <source>Make the tables again</source>
        <translation>重建数据表</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>备份到……</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>归档……</translation>
    </message>
    <message>
        <source>An empty folder for the archive</source>
        <translation>选择一个空文件夹存放归档</translation>
    </message>
    <message>
        <source>Where backups go, best on another disk</source>
        <translation>备份存放处，最好在另一块盘上</translation>
    </message>
    <message>
        <source>Where the merged packages are</source>
        <translation>已合并的数据包所在文件夹</translation>
    </message>
    <message>
        <source>Zero report</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Not declared yet: the overview has the button for it.</source>
        <translation>尚未报告：请在总览页报告。</translation>
    </message>
    <message>
        <source>d MMM yyyy H:mm</source>
        <translation>yyyy年M月d日 H:mm</translation>
    </message>
    <message>
        <source>the supervisor&apos;s station</source>
        <translation>主管站点</translation>
    </message>
    <message>
        <source>Declared {0} by {1}</source>
        <translation>{0} 由 {1} 报告</translation>
    </message>
    <message>
        <source>Every record, signature, chain and figure is checked…</source>
        <translation>正在核验每条记录、签名、链和数字……</translation>
    </message>
    <message>
        <source>Every table is made again from the records…</source>
        <translation>正在由记录重建各数据表……</translation>
    </message>
    <message>
        <source>No backups are taken yet.</source>
        <translation>尚未做过备份。</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份……</translation>
    </message>
    <message>
        <source>The archive is being written…</source>
        <translation>正在写入归档……</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Passed: every record, signature, chain and figure follows.</source>
        <translation>通过核验：每条记录、签名、链和数字均相符。</translation>
    </message>
    <message>
        <source>Backed up: {0}</source>
        <translation>已备份：{0}</translation>
    </message>
    <message>
        <source>Every table was made again from the records.</source>
        <translation>各数据表已由记录重建。</translation>
    </message>
    <message>
        <source>Written: {0}. Merged, and not found among the packages: {1}</source>
        <translation>已写入：{0}。已合并但未找到的数据包：{1}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The file was verified when it was opened.</source>
        <translation>打开时已经核验。</translation>
    </message>
    <message>
        <source>Survey, packages, results and documents in one folder, with every hash.</source>
        <translation>评议文件、数据包、结果和各文件集中存放，附全部校验码。</translation>
    </message>
</context>
<context>
    <name>DemoPanel</name>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>120 invented agencies, five dimensions and three batches: one half keyed, one untouched, one ready to close.</source>
        <translation>虚构的单位 120 个、评议内容五项、批次三个：一个录了一半，一个还没有录，一个可以关闭。</translation>
    </message>
    <message>
        <source>It is a drill: nothing of it counts anywhere. Its file goes into a folder for temporary files and can be thrown away.</source>
        <translation>演示只算演练，所录一律不计票。文件存放在临时文件夹，可随时删去。</translation>
    </message>
    <message>
        <source>Demo.pingyi</source>
        <translation>演示.pingyi</translation>
    </message>
</context>
<context>
    <name>DeskPanel</name>
    <message>
        <source>Whole form</source>
        <translation>全表</translation>
    </message>
    <message>
        <source>void: {0}</source>
        <translation>无效：{0}</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>correcting</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>second keying</source>
        <translation>复录</translation>
    </message>
    <message>
        <source>keying again</source>
        <translation>重录</translation>
    </message>
    <message>
        <source>End of the form</source>
        <translation>全表已到末格</translation>
    </message>
    <message>
        <source>{0} keyed, {1} to go</source>
        <translation>{0} 行已录&#x3000;{1} 行未录</translation>
    </message>
    <message>
        <source>Row {0} of {1}</source>
        <translation>第 {0} 行 / 共 {1}</translation>
    </message>
    <message>
        <source>{0} rows left</source>
        <translation>剩 {0} 行</translation>
    </message>
    <message>
        <source>page {0}: {1} rows left</source>
        <translation>第 {0} 页剩 {1} 行</translation>
    </message>
    <message>
        <source>Rest of this row: which grade? {0}</source>
        <translation>本行余下各格录哪一等次？{0}</translation>
    </message>
    <message>
        <source>Go to row {0}   Enter goes, Enter alone: first row not keyed</source>
        <translation>跳到第 {0} 行&#x3000;输行号后按 Enter；只按 Enter，跳到首个未录的格</translation>
    </message>
    <message>
        <source>The whole form is void because: {0}</source>
        <translation>整表无效，原因：{0}</translation>
    </message>
    <message>
        <source>Check number at the end of page {1}: {0}   Enter</source>
        <translation>第 {1} 页末的校验码：{0}&#x3000;按 Enter</translation>
    </message>
    <message>
        <source>Paused: the clock stands still. Any key goes on.</source>
        <translation>已暂停计时，按任意键继续。</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存……</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>全部保存……</translation>
    </message>
    <message>
        <source>Sealed: edition {0}.</source>
        <translation>已封存：第 {0} 版。</translation>
    </message>
    <message>
        <source>Edition {0}, not sealed: every page says so.</source>
        <translation>第 {0} 版，未封存：每页均有注明。</translation>
    </message>
    <message>
        <source>A file for other programs: save it.</source>
        <translation>供其他程序使用的文件：请保存。</translation>
    </message>
</context>
<context>
    <name>DoneForm</name>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>DrillView</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>end the practice</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>{0} practice papers lie at the left, one after the other; key each at the right, as you would a real one.</source>
        <translation>左边依次是 {0} 份练习用的纸表，请在右边逐份录入，与录正式的表一样。</translation>
    </message>
    <message>
        <source>Two ticks in one cell: press *. A row without a tick: press /. A paper with two ticks in every cell is void: press V and choose any reason.</source>
        <translation>一格打了两个勾，按 *；整行没有打勾，按 /；每格都打了两个勾的，整表无效，按 V，任选一个原因。</translation>
    </message>
    <message>
        <source>At the end you see your score and each cell that was wrong. Nothing of it is kept, counted or shown to anybody.</source>
        <translation>录完显示成绩，并列出录错的每一格。练习不保存，不计票，也不给别人看。</translation>
    </message>
</context>
<context>
    <name>DueBook</name>
    <message>
        <source>Nothing waits: every complaint is dealt with.</source>
        <translation>没有待办的投诉件。</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>in {0} d</source>
        <translation>还有 {0} 天</translation>
    </message>
</context>
<context>
    <name>DueListModel</name>
    <message>
        <source>open</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>due</source>
        <translation>待录</translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message>
        <source>Papers done</source>
        <translation>已录份数</translation>
    </message>
    <message>
        <source>Other papers</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>due {0}  done {1}</source>
        <translation>待录 {0}&#x3000;已录 {1}</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>纸表</translation>
    </message>
</context>
<context>
    <name>EditionChoice</name>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Sealed: edition {0}</source>
        <translation>已封存：第 {0} 版</translation>
    </message>
    <message>
        <source>As it stands: edition {0}</source>
        <translation>现状：第 {0} 版</translation>
    </message>
</context>
<context>
    <name>EditionsPanel</name>
    <message>
        <source>Editions</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>启封</translation>
    </message>
    <message>
        <source>Hash of the results</source>
        <translation>结果校验码</translation>
    </message>
    <message>
        <source>Nothing was sealed yet.</source>
        <translation>尚未封存过。</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>EncryptionPanel</name>
    <message>
        <source>Encrypt packages…</source>
        <translation>加密数据包……</translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation>恢复单……</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>Where the recovery key goes</source>
        <translation>恢复单存放处</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Packages are encrypted to this laptop and to the recovery key on paper.</source>
        <translation>数据包已加密，只有本机和纸上的恢复单能打开。</translation>
    </message>
    <message>
        <source>Packages are signed, not encrypted: whoever finds a stick can read it.</source>
        <translation>数据包有签名，未加密：拾到 U 盘的人能读到内容。</translation>
    </message>
    <message>
        <source>recovery key.txt</source>
        <translation>恢复单.txt</translation>
    </message>
    <message>
        <source>This laptop opens the encrypted packages now.</source>
        <translation>本机现在可以打开加密的数据包。</translation>
    </message>
    <message>
        <source>Recovery key written: {0}. Print it, lock it up, delete the file. Stations encrypt once they have merged the next kit.</source>
        <translation>恢复单已写入：{0}。请打印、锁存，并删除该文件。各站点合并下一个开站包后开始加密。</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>ErrandsPanel</name>
    <message>
        <source>What is due in the year&apos;s ledgers</source>
        <translation>年度台账待办</translation>
    </message>
    <message>
        <source>What stands against the seal</source>
        <translation>封存前未了结事项</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>lines were changed on two computers: decide what holds</source>
        <translation>台账行在两台电脑上改得不同，待认定</translation>
    </message>
    <message>
        <source>complaints are overdue</source>
        <translation>投诉件已逾期</translation>
    </message>
    <message>
        <source>complaints are due today</source>
        <translation>投诉件今日到期</translation>
    </message>
    <message>
        <source>findings are not rectified in time</source>
        <translation>明察暗访问题逾期未整改</translation>
    </message>
    <message>
        <source>rectifications are due or overdue</source>
        <translation>整改事项到期或逾期</translation>
    </message>
    <message>
        <source>deductions are drafts: verify them</source>
        <translation>扣分草稿待核实</translation>
    </message>
    <message>
        <source>consequences wait to be confirmed</source>
        <translation>结果运用待确认</translation>
    </message>
    <message>
        <source>runs of a station&apos;s records never came</source>
        <translation>段站点记录没有交来</translation>
    </message>
    <message>
        <source>batches were keyed without a slip</source>
        <translation>批已录入而没有封面登记</translation>
    </message>
    <message>
        <source>batches are not keyed as their slip says</source>
        <translation>批尚未录完，或与封面不符</translation>
    </message>
    <message>
        <source>batches are keyed and not closed</source>
        <translation>批已录入而没有关闭</translation>
    </message>
    <message>
        <source>batches wait for second keyings</source>
        <translation>批还有待复录的评议表</translation>
    </message>
    <message>
        <source>forms are back with their first keyer</source>
        <translation>份退回初录人重录</translation>
    </message>
    <message>
        <source>forms wait for a ruling</source>
        <translation>份评议表等待裁定</translation>
    </message>
    <message>
        <source>Register the batches: their slips say what is to be keyed.</source>
        <translation>登记批次：按封面张数录入。</translation>
    </message>
    <message>
        <source>Set up the stations, if others key too, and name the people.</source>
        <translation>多台电脑录入的，设立站点并登记人员。</translation>
    </message>
    <message>
        <source>Print and sign the documents.</source>
        <translation>打印各项报表并签字。</translation>
    </message>
    <message>
        <source>Seal the survey, with the scrutineer beside.</source>
        <translation>会同监票人封存。</translation>
    </message>
    <message>
        <source>The result is sealed; nothing is taken or changed any more.</source>
        <translation>结果已封存，不再接收或更改任何内容。</translation>
    </message>
    <message>
        <source>Every form is settled, every slip agrees, every record is here.</source>
        <translation>全部评议表已定，封面与录入相符，记录齐全。</translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Error rates</source>
        <translation>差错率</translation>
    </message>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source>To the rulings</source>
        <translation>去裁定</translation>
    </message>
    <message>
        <source>To the batches</source>
        <translation>去登记页</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>有错</translation>
    </message>
    <message>
        <source>By form</source>
        <translation>按份</translation>
    </message>
    <message>
        <source>By cell</source>
        <translation>按格</translation>
    </message>
    <message>
        <source>Still differing</source>
        <translation>尚有差异</translation>
    </message>
    <message>
        <source>By operator</source>
        <translation>按录入员</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>按批次</translation>
    </message>
    <message>
        <source>Which mark was keyed for which</source>
        <translation>何种等次错录成何种等次</translation>
    </message>
    <message>
        <source>of cells wrong</source>
        <translation>按格差错率</translation>
    </message>
    <message>
        <source>of forms wrong somewhere</source>
        <translation>按份差错率</translation>
    </message>
    <message>
        <source>of cells keyed one by one</source>
        <translation>逐键录入的格</translation>
    </message>
    <message>
        <source>of cells filled by row</source>
        <translation>整行填充的格</translation>
    </message>
    <message>
        <source>forms still differing</source>
        <translation>份尚有差异</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours.</source>
        <translation>这是程序的差错，与操作无关。</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>出错报告</translation>
    </message>
    <message>
        <source>Every saved form is safe. Close the program and start it again: the open form comes back at its cell. Give this report to the supervisor; it holds no marks and no names.</source>
        <translation>已存盘的表都在。请退出程序再打开，没录完的表停在原来的格。请将本报告交主管，其中没有评议内容和姓名。</translation>
    </message>
</context>
<context>
    <name>FilteredTable</name>
    <message>
        <source>Filter…</source>
        <translation>筛选……</translation>
    </message>
    <message>
        <source>Filter: {0}</source>
        <translation>筛选：{0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>FindingBand</name>
    <message>
        <source>Half-month</source>
        <translation>半月</translation>
    </message>
    <message>
        <source>Half-month report…</source>
        <translation>半月报……</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>{1}/{0}, 1st to 15th</source>
        <translation>{0}年{1}月上半月</translation>
    </message>
    <message>
        <source>{1}/{0}, 16th to the end</source>
        <translation>{0}年{1}月下半月</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个单位</translation>
    </message>
    <message>
        <source>items</source>
        <translation>件</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>件未销号</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>件逾期</translation>
    </message>
    <message>
        <source>open of earlier half-months</source>
        <translation>件以前未销号</translation>
    </message>
</context>
<context>
    <name>FindingBook</name>
    <message>
        <source>Findings</source>
        <translation>明察暗访问题</translation>
    </message>
    <message>
        <source>Enter a finding</source>
        <translation>登记问题</translation>
    </message>
    <message>
        <source>The finding is on record; the next one begins with the same inspector.</source>
        <translation>问题已登记；下一件沿用同一日期和监督员。</translation>
    </message>
    <message>
        <source>No finding yet: enter what the inspectors report, one after the other.</source>
        <translation>还没有登记问题：请逐件登记监督员反映的问题。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>Fed back</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>Rectified</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Order in the office</source>
        <translation>办公秩序</translation>
    </message>
    <message>
        <source>Cards, chat, games</source>
        <translation>打牌闲聊游戏</translation>
    </message>
    <message>
        <source>The five rules</source>
        <translation>五项制度</translation>
    </message>
    <message>
        <source>Hard to enter, rude, unhelpful</source>
        <translation>门难进、脸难看、话难听、事难办</translation>
    </message>
    <message>
        <source>Favours asked or taken</source>
        <translation>吃拿卡要</translation>
    </message>
    <message>
        <source>Attitude and quality of service</source>
        <translation>服务态度、质量</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>办公秩序</translation>
    </message>
    <message>
        <source>Pastimes</source>
        <translation>打牌闲聊</translation>
    </message>
    <message>
        <source>Five rules</source>
        <translation>五项制度</translation>
    </message>
    <message>
        <source>Manners</source>
        <translation>门难进等</translation>
    </message>
    <message>
        <source>Favours</source>
        <translation>吃拿卡要</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务质量</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>群众</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>代表委员</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>离退休</translation>
    </message>
    <message>
        <source>press</source>
        <translation>新闻</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>群众义务</translation>
    </message>
    <message>
        <source>Deputy, part-time</source>
        <translation>人大政协兼职</translation>
    </message>
    <message>
        <source>Retired, full-time</source>
        <translation>离退休专职</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>新闻特定</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>Kind of inspector</source>
        <translation>监督员类别</translation>
    </message>
    <message>
        <source>Kind of finding</source>
        <translation>问题类别</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>问题情况</translation>
    </message>
    <message>
        <source>Verified on</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>Fed back on</source>
        <translation>反馈日期</translation>
    </message>
    <message>
        <source>To be rectified by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Rectified on</source>
        <translation>整改日期</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>整改凭据</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>销号日期</translation>
    </message>
    <message>
        <source>{0}, to be rectified by {1}</source>
        <translation>{0}，限 {1} 前整改</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>circularised</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>A step is missing before a later one: mend the days.</source>
        <translation>中间缺少一步，请补填日期。</translation>
    </message>
    <message>
        <source>A later step lies before an earlier one: mend the days.</source>
        <translation>后一步的日期早于前一步，请改正日期。</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>核实……</translation>
    </message>
    <message>
        <source>Feed back…</source>
        <translation>反馈……</translation>
    </message>
    <message>
        <source>Rectified…</source>
        <translation>整改……</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>销号……</translation>
    </message>
</context>
<context>
    <name>FindingDeduction</name>
    <message>
        <source>Rule</source>
        <translation>细则</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>考评细则</translation>
    </message>
    <message>
        <source>Evidence office</source>
        <translation>依据提供单位</translation>
    </message>
    <message>
        <source>Draft the deduction</source>
        <translation>起草扣分</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Deduction for {0}</source>
        <translation>扣分：{0}</translation>
    </message>
    <message>
        <source>Points added: {0}</source>
        <translation>加 {0} 分</translation>
    </message>
    <message>
        <source>Points deducted: {0}</source>
        <translation>扣 {0} 分</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Rules that ask for an amount, a rate or a share are entered on the page of the assessment.</source>
        <translation>须填写酌定分值、比率或比例的细则，请在“百分制考评”页登记。</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>明察暗访</translation>
    </message>
    <message>
        <source>Draft a deduction…</source>
        <translation>起草扣分……</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>正在编制半月报……</translation>
    </message>
    <message>
        <source>Folder for the half-month report</source>
        <translation>半月报存放的文件夹</translation>
    </message>
    <message>
        <source>Verify the finding first.</source>
        <translation>请先核实这一件。</translation>
    </message>
    <message>
        <source>No rule set is chosen yet: choose one on the page of the assessment.</source>
        <translation>还没有选定考评细则，请先在“百分制考评”页选定。</translation>
    </message>
    <message>
        <source>Drafted under rule {0}; it deducts once it is verified and counted.</source>
        <translation>已按细则 {0} 起草；核实并计入后才扣分。</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写出：{0}</translation>
    </message>
    <message>
        <source>Another deduction…</source>
        <translation>再起草扣分……</translation>
    </message>
    <message>
        <source>No finding yet.</source>
        <translation>还没有登记问题。</translation>
    </message>
    <message>
        <source>{0} findings; {1} open, {2} overdue; deductions rest on {3}.</source>
        <translation>共 {0} 件，未销号 {1} 件，逾期 {2} 件；已登记扣分 {3} 件。</translation>
    </message>
</context>
<context>
    <name>ForecastText</name>
    <message>
        <source>nothing is left</source>
        <translation>已全部录完</translation>
    </message>
    <message>
        <source>no batch is registered</source>
        <translation>还没有登记批次</translation>
    </message>
    <message>
        <source>no work on record yet</source>
        <translation>还没有用时记录</translation>
    </message>
    <message>
        <source>no form finished yet</source>
        <translation>还没有录完的表</translation>
    </message>
    <message>
        <source>more than ten years</source>
        <translation>十年以上</translation>
    </message>
    <message>
        <source>rough: under 2 hours measured</source>
        <translation>实测不足 2 小时，仅供参考</translation>
    </message>
    <message>
        <source>at the pace of {0} days</source>
        <translation>按近 {0} 天进度</translation>
    </message>
    <message>
        <source>Every form that is registered is keyed</source>
        <translation>已登记的评议表全部录完</translation>
    </message>
    <message>
        <source>Nobody knows yet what is to be keyed: register the batches first</source>
        <translation>请先登记批次，才能预测进度</translation>
    </message>
    <message>
        <source>{0} forms a day: done on {1}</source>
        <translation>每天录入 {0} 份，预计 {1}录完</translation>
    </message>
    <message>
        <source>No work on {0}.</source>
        <translation>{0}不录入。</translation>
    </message>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source>Nothing is left to be keyed.</source>
        <translation>已全部录完。</translation>
    </message>
    <message>
        <source>Not one working day is left until {0}.</source>
        <translation>到 {0}已没有工作日。</translation>
    </message>
    <message>
        <source>Clerks needed to be done on {0}: {1} (now {2} a day; {3} working days).</source>
        <translation>要在 {0}录完，需录入员 {1} 人（现在每天 {2} 人，共 {3} 个工作日）。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>at today&apos;s pace</source>
        <translation>按今天的进度</translation>
    </message>
    <message>
        <source>at the pace of {0}</source>
        <translation>按 {0}的进度</translation>
    </message>
    <message>
        <source>Work is on record, and not one form was finished in it</source>
        <translation>有用时记录，但没有录完的评议表</translation>
    </message>
    <message>
        <source>At this pace it takes more than ten years</source>
        <translation>按这个进度要十年以上</translation>
    </message>
    <message>
        <source>No pace yet: work is on record once a clerk signs out and packs it up</source>
        <translation>还没有进度数据：录入员退出登录并交来数据包后才有</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}至{1}</translation>
    </message>
    <message>
        <source>Measured {0}: {1} clerks a day, {2} hours each at work.</source>
        <translation>按 {0}实测：每天 {1} 人录入，每人 {2} 小时。</translation>
    </message>
    <message>
        <source>Each keys {0} forms an hour: {1} presses and {2} seconds a form.</source>
        <translation>每人每小时 {0} 份，每份按键 {1} 次、用时 {2} 秒。</translation>
    </message>
    <message>
        <source>Left: {0} forms and {1} second keyings.</source>
        <translation>尚有初录 {0} 份、复录 {1} 份。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>FormGrid</name>
    <message>
        <source>Form</source>
        <translation>评议表</translation>
    </message>
</context>
<context>
    <name>FormMap</name>
    <message>
        <source>Map of the form</source>
        <translation>全表缩图</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Appraisal form</source>
        <translation>评议表</translation>
    </message>
</context>
<context>
    <name>FormPreview</name>
    <message>
        <source>The form is shown as soon as the plan is sound.</source>
        <translation>方案没有错误后，这里显示评议表样张。</translation>
    </message>
    <message>
        <source>The form is being laid out…</source>
        <translation>正在排版评议表……</translation>
    </message>
</context>
<context>
    <name>FormSources</name>
    <message>
        <source>No form was counted for it.</source>
        <translation>没有计入该单位的评议表。</translation>
    </message>
    <message>
        <source>{0}: {1} valid forms from {2} batches: {3}</source>
        <translation>{0}：有效票 {1} 份，{2} 个批次：{3}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> – of these, {0} of its own are left out</source>
        <translation>，其中本单位自己的 {0} 份不计入</translation>
    </message>
    <message>
        <source>{0}: totals taken over, source {1}</source>
        <translation>{0}：汇总数导入，来源 {1}</translation>
    </message>
</context>
<context>
    <name>FormTableModel</name>
    <message>
        <source>not keyed</source>
        <translation>未录</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation>不了解</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效格</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>{0} {1}, {2}: {3}</source>
        <translation>{0} {1}，{2}：{3}</translation>
    </message>
</context>
<context>
    <name>FoundPanel</name>
    <message>
        <source>Plans (*.json)</source>
        <translation>评议方案 (*.json)</translation>
    </message>
    <message>
        <source>Survey files (*.pingyi)</source>
        <translation>评议活动文件 (*.pingyi)</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>评议方案</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>选择评议方案</translation>
    </message>
    <message>
        <source>Plans that come with the program</source>
        <translation>程序自带的评议方案</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>Where the survey goes</source>
        <translation>评议活动文件存放处</translation>
    </message>
    <message>
        <source>Found the survey</source>
        <translation>新建评议活动</translation>
    </message>
    <message>
        <source>Write a plan…</source>
        <translation>编写方案……</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>以此为底稿修改……</translation>
    </message>
    <message>
        <source>To practise. Nothing of it ever counts; every paper says so.</source>
        <translation>供熟悉程序，不计票，每页注明演练。</translation>
    </message>
    <message>
        <source>It counts. Nothing can be deleted, and it stays official for good.</source>
        <translation>正式计票，不能删除，不能改作演练。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>or a plan that comes with the program</source>
        <translation>或选用程序自带的方案</translation>
    </message>
    <message>
        <source>Choose a plan first.</source>
        <translation>请先选择评议方案。</translation>
    </message>
    <message>
        <source>Say first whether it is a drill or official.</source>
        <translation>请先选定演练或正式。</translation>
    </message>
    <message>
        <source>Say where the new file goes.</source>
        <translation>请指定新文件的存放处。</translation>
    </message>
</context>
<context>
    <name>GlancePanel</name>
    <message>
        <source>Nothing to be keyed is registered yet</source>
        <translation>还没有登记要录入的批次</translation>
    </message>
    <message>
        <source>{0} % of the forms are keyed, {1} of {2} batches closed</source>
        <translation>已录入 {0} %，{2} 批中已关闭 {1} 批</translation>
    </message>
</context>
<context>
    <name>GroupWeightsModel</name>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Own weights</source>
        <translation>单独设权重</translation>
    </message>
</context>
<context>
    <name>GroupWeightsTable</name>
    <message>
        <source>{0}, row {1}</source>
        <translation>{0} 第 {1} 行</translation>
    </message>
</context>
<context>
    <name>HandoverPanel</name>
    <message>
        <source>Make the package</source>
        <translation>制作数据包</translation>
    </message>
    <message>
        <source>forms {0}, records {1}, last record {2}</source>
        <translation>评议表 {0} 份，记录 {1} 条，末条记录 {2}</translation>
    </message>
    <message>
        <source>Read back and verified.</source>
        <translation>已回读核对无误。</translation>
    </message>
    <message>
        <source>Read back and verified: the stick may be removed.</source>
        <translation>已回读核对无误，可以拔下 U 盘。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>The package is being written and read back</source>
        <translation>正在写入数据包并回读</translation>
    </message>
    <message>
        <source>This file is only viewed here: this computer has no part in the survey, so there is nothing of it to hand over.</source>
        <translation>本机只能查看这个文件：本机没有参加本次评议活动，没有可交的内容。</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Numbered messages</source>
        <translation>编号消息</translation>
    </message>
    <message>
        <source>Save the key card…</source>
        <translation>录入按键卡存为 PDF</translation>
    </message>
    <message>
        <source>Where the key card goes</source>
        <translation>录入按键卡存放处</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Nothing is said of this.</source>
        <translation>帮助中没有这一内容。</translation>
    </message>
    <message>
        <source>{0} here; pages with it: {1}. Enter: the next</source>
        <translation>本页 {0} 处，共 {1} 页提到；按 Enter 看下一处</translation>
    </message>
    <message>
        <source>key card</source>
        <translation>录入按键卡</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Choose another place.</source>
        <translation>{0} 写不进去：{1}。请另选存放处。</translation>
    </message>
    <message>
        <source>The key card is in {0}: print it on one page.</source>
        <translation>录入按键卡已存为 {0}，请打印成一页。</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助目录</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>The page of the help</source>
        <translation>帮助内容</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Workbooks and CSV files (*.xlsx *.csv)</source>
        <translation>工作簿和 CSV 文件 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Table of that year</source>
        <translation>该年的结果表</translation>
    </message>
    <message>
        <source>Agency code</source>
        <translation>单位代码</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>读到的内容</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>“{0}” is no year: write it as {1}.</source>
        <translation>“{0}”不是年份，请写成 {1} 这样。</translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s) of {0} are on record.</source>
        <translation>
            <numerusform>已登记 {0} 年名次 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood: {0} of the plan&apos;s {1} agencies.</source>
        <translation>读到 {0} 个单位（评议方案共 {1} 个）。</translation>
    </message>
    <message>
        <source>A workbook or CSV file with the columns agency, rank and score; an agency stands there by its code or its name.</source>
        <translation>工作簿或 CSV 文件，列名为单位、名次、得分；单位写代码或名称均可。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Where it was published</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Ranks of an earlier year</source>
        <translation>往年名次</translation>
    </message>
</context>
<context>
    <name>IdenticalPanel</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Which sets</source>
        <translation>显示哪些组</translation>
    </message>
    <message>
        <source>Identical answers</source>
        <translation>雷同票</translation>
    </message>
    <message>
        <source>Void forms</source>
        <translation>无效票</translation>
    </message>
    <message>
        <source>Identical answers: {0} sets</source>
        <translation>雷同票 {0} 组</translation>
    </message>
    <message>
        <source>Void forms: {0}</source>
        <translation>无效票 {0} 份</translation>
    </message>
    <message>
        <source>Form numbers: {0}</source>
        <translation>表号：{0}</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……另有 {0} 处</translation>
    </message>
    <message>
        <source>No two valid forms hold the same answers.</source>
        <translation>没有答案完全相同的有效票。</translation>
    </message>
    <message>
        <source>{0} forms in {1} sets hold the same answers as another; {2} of them have one grade throughout, {3} differ from cell to cell and are rarely alike by chance.</source>
        <translation>{0} 份评议表的答案与别的评议表完全相同，共 {1} 组；其中 {2} 份通篇一个等次，{3} 份各格有别，很少会是巧合。</translation>
    </message>
    <message>
        <source>A suspicion for people to look at; all of them count. Take the papers out of their bundles and lay them side by side. One hand, or a copied answer: flag them as doubtful while keying, or have them ruled on from the paper by two people. Numbers in a row from one batch weigh more than numbers far apart.</source>
        <translation>这里只是疑点，供人查看，这些票都照常计入。请把原件从各捆中取出，并排比对。如系一人笔迹或答案系复印，录入时标为疑难票，或由两人依据原件裁定。同一批次内表号相连的，比相隔很远的更值得注意。</translation>
    </message>
    <message>
        <source>{0} batches</source>
        <translation>{0} 个批次</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>One grade</source>
        <translation>通篇等次</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>最长连号</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Form numbers</source>
        <translation>表号</translation>
    </message>
    <message>
        <source>Form number</source>
        <translation>表号</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Why it is void</source>
        <translation>无效原因</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>One grade throughout</source>
        <translation>通篇一个等次</translation>
    </message>
    <message>
        <source>Differing answers</source>
        <translation>各格有别</translation>
    </message>
</context>
<context>
    <name>ImportLedgerPanel</name>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>Merged at</source>
        <translation>合并时间</translation>
    </message>
    <message>
        <source>Merged by</source>
        <translation>合并人</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>记录号</translation>
    </message>
    <message>
        <source>Import ledger</source>
        <translation>导入台账</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销……</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>恢复……</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改动</translation>
    </message>
    <message>
        <source>The tables are being made again</source>
        <translation>正在重新整理各表</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} 个：{1}</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Revoked {0}: {1}</source>
        <translation>{0} 撤销：{1}</translation>
    </message>
    <message>
        <source>Nothing was merged yet.</source>
        <translation>还没有合并过。</translation>
    </message>
    <message>
        <source>Import {0}: {1}</source>
        <translation>导入记录 {0}：{1}</translation>
    </message>
    <message>
        <source>Revoked by {0}: {1}</source>
        <translation>撤销人 {0}：{1}</translation>
    </message>
    <message>
        <source>Records that came with import {0} alone are set aside; nothing is deleted, and it can be brought back.</source>
        <translation>只由导入记录 {0} 带来的记录将搁置不计；不删除任何内容，以后可以恢复。</translation>
    </message>
    <message>
        <source>Revoke this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>The records of import {0} count again.</source>
        <translation>导入记录 {0} 带来的记录将重新计入。</translation>
    </message>
    <message>
        <source>Bring this import back</source>
        <translation>恢复这次导入</translation>
    </message>
    <message>
        <source>Import {0} is revoked; batches that changed: {1}.</source>
        <translation>导入记录 {0} 已撤销，变动批次 {1} 个。</translation>
    </message>
    <message>
        <source>Import {0} counts again; batches that changed: {1}.</source>
        <translation>导入记录 {0} 已恢复，变动批次 {1} 个。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>收发</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>By and to</source>
        <translation>交接人</translation>
    </message>
    <message>
        <source>Issue register</source>
        <translation>领发登记</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Bundle into batches…</source>
        <translation>分成批次……</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The line is corrected; the one before stays on record.</source>
        <translation>已更正；原来的一笔仍留有记录。</translation>
    </message>
    <message>
        <source>The line is on record.</source>
        <translation>已登记。</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>The line of {0} is corrected; 0 forms take it back.</source>
        <translation>正在更正 {0} 的一笔；份数填 0 即撤回。</translation>
    </message>
    <message>
        <source>Enter on a line corrects it.</source>
        <translation>在一笔上按 Enter 可更正。</translation>
    </message>
    <message>
        <source>Nothing is entered yet: papers handed out, and papers that come back.</source>
        <translation>尚无登记：请登记发放和收回的评议表。</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交付人</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Signed for by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止……</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Kits (*.pyp)</source>
        <translation>开站包 (*.pyp)</translation>
    </message>
    <message>
        <source>Survey files (*.pingyi)</source>
        <translation>评议活动文件 (*.pingyi)</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>开站包</translation>
    </message>
    <message>
        <source>Choose the kit</source>
        <translation>选择开站包</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>本站名称</translation>
    </message>
    <message>
        <source>as on the lid of this laptop</source>
        <translation>照本机上的标签填写</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>Where the survey goes</source>
        <translation>评议活动文件存放处</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>The supervisor&apos;s kit</source>
        <translation>主管给的开站包</translation>
    </message>
    <message>
        <source>After joining, a code is shown here: the supervisor compares it and admits the station.</source>
        <translation>加入后显示本站的准入码，主管核对后准予加入。</translation>
    </message>
    <message>
        <source>A kit of: {0}</source>
        <translation>本开站包属于：{0}</translation>
    </message>
    <message>
        <source>Name the kit first: it is on the supervisor&apos;s stick.</source>
        <translation>请先选择开站包，在主管给的 U 盘上。</translation>
    </message>
    <message>
        <source>Give this station a name first.</source>
        <translation>请先填写本站名称。</translation>
    </message>
    <message>
        <source>Say where the new file goes.</source>
        <translation>请指定新文件的存放处。</translation>
    </message>
</context>
<context>
    <name>KeyStrip</name>
    <message>
        <source>take this number</source>
        <translation>就录这一号</translation>
    </message>
    <message>
        <source>another number, or scan</source>
        <translation>改录另一号，或扫码</translation>
    </message>
    <message>
        <source>close batch</source>
        <translation>关闭本批</translation>
    </message>
    <message>
        <source>other batch</source>
        <translation>换一个批次</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>any key</source>
        <translation>任意键</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>back to the form</source>
        <translation>返回本表</translation>
    </message>
    <message>
        <source>rest of row</source>
        <translation>本行余下同此</translation>
    </message>
    <message>
        <source>rest blank</source>
        <translation>余下未填</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation>不了解</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效格</translation>
    </message>
    <message>
        <source>back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>go to row</source>
        <translation>跳到行</translation>
    </message>
    <message>
        <source>void</source>
        <translation>整表无效</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>疑难</translation>
    </message>
</context>
<context>
    <name>KeyingView</name>
    <message>
        <source>Batch {0} is closed.</source>
        <translation>批次 {0} 已关闭。</translation>
    </message>
    <message>
        <source>Drawn for second keying: {0}.</source>
        <translation>须复录：{0}。</translation>
    </message>
</context>
<context>
    <name>LetterFiles</name>
    <message>
        <source>The letter kept for this survey is not read: {0}</source>
        <translation>本次评议保存的发文要素未能读入：{0}</translation>
    </message>
    <message>
        <source>Open a letter</source>
        <translation>打开发文要素</translation>
    </message>
    <message>
        <source>Taken over: {0}</source>
        <translation>已读入：{0}</translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation>保存发文要素</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Letters (*.json)</source>
        <translation>发文要素文件 (*.json)</translation>
    </message>
</context>
<context>
    <name>LetterPanel</name>
    <message>
        <source>State its rank</source>
        <translation>写明名次</translation>
    </message>
    <message>
        <source>Open letter…</source>
        <translation>打开……</translation>
    </message>
    <message>
        <source>Save letter…</source>
        <translation>另存……</translation>
    </message>
    <message>
        <source>The letter, {0}: {1}</source>
        <translation>发文要素“{0}”：{1}</translation>
    </message>
    <message>
        <source>One a line, or set apart by commas</source>
        <translation>每行一个，或用顿号隔开</translation>
    </message>
    <message>
        <source>Office that signs</source>
        <translation>发文单位（落款）</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>To be answered by</source>
        <translation>反馈期限</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>共印份数</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>报</translation>
    </message>
    <message>
        <source>Issue to</source>
        <translation>发</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>送</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>发文要素</translation>
    </message>
    <message>
        <source>kept for this survey</source>
        <translation>随本次评议保存</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>Whose records</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV……</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>All but forms</source>
        <translation>评议表以外的记录</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>未登录</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s); nothing is ever deleted.</source>
        <translation>
            <numerusform>共 %n 条记录；任何记录都不会被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is there already: choose it by its whole name to replace it.</source>
        <translation>{0} 已存在：如要替换，请以完整文件名选择它。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>LookChoice</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pingyi</source>
        <translation>评议计票</translation>
    </message>
</context>
<context>
    <name>MergeFilesPanel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Admission code</source>
        <translation>准入码</translation>
    </message>
    <message>
        <source>Incarnation</source>
        <translation>启用次数</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Replacing</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Unsettled</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺段</translation>
    </message>
    <message>
        <source>Forks</source>
        <translation>分叉</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>未指派</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Files to merge</source>
        <translation>要合并的文件</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>The file is not merged; it stays where it is.</source>
        <translation>这个文件不参加合并，文件本身不动。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新记录</translation>
    </message>
    <message>
        <source>Verified {0} of {1}</source>
        <translation>已校验 {0}／{1}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待校验</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>校验无误</translation>
    </message>
    <message>
        <source>Same as another</source>
        <translation>与另一文件相同</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>未准入</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>The files are being verified</source>
        <translation>正在校验文件</translation>
    </message>
    <message>
        <source>The files are being merged</source>
        <translation>正在合并文件</translation>
    </message>
    <message>
        <source>The receipt is being written</source>
        <translation>正在写回执</translation>
    </message>
    <message>
        <source>{0} cannot be read: put the stick in again.</source>
        <translation>{0} 读不出来，请把 U 盘重新插好。</translation>
    </message>
    <message>
        <source>There is no package on {0}.</source>
        <translation>{0} 上没有数据包。</translation>
    </message>
    <message>
        <source>In the list already: {0}</source>
        <translation>已在列表中：{0}</translation>
    </message>
    <message>
        <source>One thing at a time: wait until this is done, or cancel it.</source>
        <translation>一次只做一件：请等这一件做完，或先取消。</translation>
    </message>
</context>
<context>
    <name>MergeRemarks</name>
    <message>
        <source>What is to be noted</source>
        <translation>须注意</translation>
    </message>
    <message>
        <source>These files brought nothing new: no import was recorded.</source>
        <translation>没有新记录，未作导入登记。</translation>
    </message>
    <message>
        <source>Recorded as import {0}.</source>
        <translation>已作导入登记，导入记录号 {0}。</translation>
    </message>
    <message>
        <source>Backed up before: {0}</source>
        <translation>合并前已备份：{0}</translation>
    </message>
    <message>
        <source>Receipt written: {0} in {1}. The stick may be removed.</source>
        <translation>已写回执：{0}，存于 {1}。可以拔下 U 盘。</translation>
    </message>
    <message>
        <source>Write the receipt again</source>
        <translation>重写回执</translation>
    </message>
    <message>
        <source>The merge stands, but {0} takes no receipt: if the stick was pulled out, put it in again and repeat.</source>
        <translation>合并已经完成，不受影响；但回执没有写到 {0}。如已拔下 U 盘，请插好后重写。</translation>
    </message>
    <message>
        <source>{0} holds the same bytes as another file: one is merged.</source>
        <translation>{0} 与另一文件逐字节相同，只合并其中一个。</translation>
    </message>
    <message>
        <source>{0} was not admitted, so {1} is not merged. Its code is {2}: compare it with the one on the station&apos;s own screen, and admit it.</source>
        <translation>{0} 未经准入，{1} 不参加合并。该文件的准入码为 {2}，请与站点屏幕上的准入码核对，一致后再准入。</translation>
    </message>
    <message>
        <source>Admit it on the page Stations</source>
        <translation>到“站点”页办理准入</translation>
    </message>
    <message>
        <source>Rule on them</source>
        <translation>去裁定</translation>
    </message>
    <message>
        <source>Keyed more than once, alike, and counted once: {0}</source>
        <translation>多次录入且内容相同，只计一次：{0}</translation>
    </message>
    <message>
        <source>{0} leaves forms unsettled, to be ruled on: {1}</source>
        <translation>{0} 带来待裁定的评议表：{1}</translation>
    </message>
    <message>
        <source>{0}: opened there without being assigned: {1}</source>
        <translation>{0}：未经分配自行开批：{1}</translation>
    </message>
    <message>
        <source>{0}: records {1} to {2} of incarnation {3} never came.</source>
        <translation>{0}：第 {3} 次启用的第 {1} 至 {2} 条记录没有交来。</translation>
    </message>
    <message>
        <source>{0}: its folder was copied; from record {1} on there are two chains, and both count.</source>
        <translation>{0}：文件夹曾被复制，自第 {1} 条记录起分成两支，两支都计入。</translation>
    </message>
</context>
<context>
    <name>MergeTakePanel</name>
    <message>
        <source>Take every package</source>
        <translation>取全部数据包</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件……</translation>
    </message>
    <message>
        <source>Drop the stations&apos; packages here</source>
        <translation>把各站的数据包拖到这里</translation>
    </message>
    <message>
        <source>Every file is verified in full, and a dry run shows what it would bring. Nothing is stored before you say so.</source>
        <translation>每个文件先完整校验，再试合并，列出会带来什么；按“合并”之前不存入任何内容。</translation>
    </message>
    <message>
        <source>Packages and survey files (*.pyp *.pingyi)</source>
        <translation>数据包和评议文件 (*.pyp *.pingyi)</translation>
    </message>
    <message>
        <source>Files to merge</source>
        <translation>要合并的文件</translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge files</source>
        <translation>合并文件</translation>
    </message>
    <message>
        <source>Import ledger</source>
        <translation>导入台账</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>本页内容</translation>
    </message>
    <message>
        <source>Merge report</source>
        <translation>合并报告</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Next files</source>
        <translation>下一批文件</translation>
    </message>
    <message>
        <source>Every record is verified, and the merge is tried.</source>
        <translation>正在逐条校验，并试合并。</translation>
    </message>
    <message>
        <source>What the dry run has shown is being stored.</source>
        <translation>正在按试合并的结果存入。</translation>
    </message>
    <message>
        <source>Nothing is stored: see what stands below the files.</source>
        <translation>尚未存入任何内容，请看文件下方的说明。</translation>
    </message>
    <message>
        <source>Merged. New records: {0}; forms unsettled by them: {1}.</source>
        <translation>已合并：新增记录 {0} 条，新出现待裁定评议表 {1} 份。</translation>
    </message>
    <message>
        <source>Dry run, nothing is stored. New records: {0}; forms unsettled: {1}.</source>
        <translation>试合并，尚未存入：新增记录 {0} 条，将出现待裁定评议表 {1} 份。</translation>
    </message>
    <message>
        <source>Nothing has come yet from: {0}</source>
        <translation>尚未交来数据包的站点：{0}</translation>
    </message>
    <message>
        <source>Bring the stations&apos; packages together; nothing counts twice.</source>
        <translation>把各站的数据包合到一起，重复的不会重复计算。</translation>
    </message>
    <message>
        <source>Imports: {0}, of them revoked: {1}.</source>
        <translation>导入记录 {0} 条，其中已撤销 {1} 条。</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>{0} cannot be written ({1}): choose another folder.</source>
        <translation>{0} 写不进去（{1}），请另选文件夹。</translation>
    </message>
</context>
<context>
    <name>MyBatchesPanel</name>
    <message>
        <source>My batches</source>
        <translation>我的批次</translation>
    </message>
    <message>
        <source>Key this batch</source>
        <translation>录入本批</translation>
    </message>
    <message>
        <source>batches {0}, forms left {1}</source>
        <translation>批次 {0} 个，剩余 {1} 份</translation>
    </message>
    <message>
        <source>No batch waits at this station. A batch comes with its papers: type the code on its cover on the page Keying.</source>
        <translation>本站没有待录的批次。领到纸表后，请在“录入”页输入批次封面上的代码。</translation>
    </message>
</context>
<context>
    <name>NetworkLine</name>
    <message>
        <source>Networks cannot be seen</source>
        <translation>无法检测网络</translation>
    </message>
    <message>
        <source>No network is up</source>
        <translation>没有接通网络</translation>
    </message>
    <message>
        <source> · {0} on record</source>
        <translation> · 已记录 {0} 次</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation>等另 {0} 个</translation>
    </message>
    <message>
        <source>Network up, keying waits: {0}</source>
        <translation>网络已接通，暂停录入：{0}</translation>
    </message>
    <message>
        <source>Network up: {0}</source>
        <translation>网络已接通：{0}</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Form number</source>
        <translation>表号</translation>
    </message>
</context>
<context>
    <name>ObstaclesPanel</name>
    <message>
        <source>What stands against the seal</source>
        <translation>妨碍封存的事项</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>豁免……</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Nothing stands against the seal: every form is settled, every slip agrees, every station&apos;s records are here.</source>
        <translation>没有妨碍封存的事项：评议表均已落定，封面均相符，各站点的记录均已到齐。</translation>
    </message>
</context>
<context>
    <name>OfflinePanel</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Keying waits: switch off the network {0}</source>
        <translation>暂停录入：请断开网络 {0}</translation>
    </message>
    <message>
        <source>Forms of this survey are keyed with no network at all. Pull the cable out, or switch the wireless network off. Keying goes on by itself as soon as it is gone; the form that is open is kept.</source>
        <translation>本次评议活动录入时不得接通任何网络。请拔下网线，或关闭无线网络。网络断开后自动继续录入，未录完的表原样保留。</translation>
    </message>
</context>
<context>
    <name>OpenPanel</name>
    <message>
        <source>Survey files (*.pingyi)</source>
        <translation>评议活动文件 (*.pingyi)</translation>
    </message>
    <message>
        <source>Survey file</source>
        <translation>评议活动文件</translation>
    </message>
    <message>
        <source>Open a survey</source>
        <translation>打开评议活动</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Name the survey file first.</source>
        <translation>请先选择评议活动文件。</translation>
    </message>
    <message>
        <source>Nothing was open on this machine yet. At the supervisor&apos;s laptop a survey is founded; at every other laptop it is joined with the supervisor&apos;s kit.</source>
        <translation>本机还没有打开过评议活动。主管的机器请新建评议活动，其他机器请凭主管给的开站包加入。</translation>
    </message>
</context>
<context>
    <name>OpinionPanel</name>
    <message>
        <source>General opinion</source>
        <translation>综合意见</translation>
    </message>
    <message>
        <source>About which agency</source>
        <translation>对哪个单位</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>存盘</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不更正</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>{0} is corrected; what stood there stays on record.</source>
        <translation>正在更正 {0}，原记录仍然保留。</translation>
    </message>
    <message>
        <source>Enter alone: {0} again</source>
        <translation>直接按 Enter：仍是 {0}</translation>
    </message>
    <message>
        <source>Number, or the whole number with its batch</source>
        <translation>输入号码，或连同批次的完整表号</translation>
    </message>
    <message>
        <source>No such agency</source>
        <translation>没有这个单位</translation>
    </message>
    <message>
        <source>Form number</source>
        <translation>表号</translation>
    </message>
</context>
<context>
    <name>OpinionRows</name>
    <message>
        <source>Form</source>
        <translation>表号</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Keyed by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>General opinion</source>
        <translation>综合意见</translation>
    </message>
</context>
<context>
    <name>OpinionStrip</name>
    <message>
        <source>number, or scan</source>
        <translation>号码，或扫描</translation>
    </message>
    <message>
        <source>take it; alone, the same form again</source>
        <translation>确定；空着按，仍是上一份</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>number on the paper</source>
        <translation>纸上的序号</translation>
    </message>
    <message>
        <source>code, or part of the name</source>
        <translation>代码或名称中的字</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>take it; alone, a general opinion</source>
        <translation>确定；空着按，为综合意见</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回上一项</translation>
    </message>
    <message>
        <source>save</source>
        <translation>存盘</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>OpinionsView</name>
    <message>
        <source>Opinions</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>{0} saved</source>
        <translation>已存盘 {0}</translation>
    </message>
    <message>
        <source>Opinion on {0} taken back; it stays on record.</source>
        <translation>{0} 的意见已撤回，原记录仍然保留。</translation>
    </message>
    <message>
        <source>What was typed before is here again; it is not saved yet.</source>
        <translation>上次没有存盘的内容已恢复，尚未存盘。</translation>
    </message>
    <message numerus="yes">
        <source>%n opinion(s) stand on {0} already.</source>
        <translation>
            <numerusform>{0} 已录有 %n 条意见，请勿重复录入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save first what is typed here, or empty it.</source>
        <translation>上面的意见尚未存盘，请先存盘或清空。</translation>
    </message>
    <message>
        <source>Enter takes the opinion on {0} back; Esc leaves it.</source>
        <translation>按 Enter 撤回 {0} 的这条意见，按 Esc 保留。</translation>
    </message>
    <message>
        <source>The zero report comes first.</source>
        <translation>请先出具零报告。</translation>
    </message>
    <message>
        <source>Form number, agency, text: Enter goes on, and saves at the end.</source>
        <translation>依次录表号、单位、意见，每项按 Enter，最后一次 Enter 存盘。</translation>
    </message>
    <message numerus="yes">
        <source>%n opinion(s) are keyed.</source>
        <translation>
            <numerusform>已录意见 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have keyed %n opinion(s).</source>
        <translation>
            <numerusform>本人已录意见 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>votes</source>
        <translation>总票数</translation>
    </message>
    <message>
        <source>votes and don&apos;t-knows</source>
        <translation>总票数加“不了解”</translation>
    </message>
    <message>
        <source>valid forms</source>
        <translation>有效票份数</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>pooled over all votes</source>
        <translation>全部票合并计算</translation>
    </message>
    <message>
        <source>counted together</source>
        <translation>合并计票</translation>
    </message>
    <message>
        <source>apart, by weight</source>
        <translation>分渠道加权</translation>
    </message>
    <message>
        <source>the others share its weight</source>
        <translation>其余渠道分摊其权重</translation>
    </message>
    <message>
        <source>counts as 0</source>
        <translation>按 0 分计</translation>
    </message>
    <message>
        <source>leaves the agency unscored</source>
        <translation>该单位不计得分</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>as in the plan</source>
        <translation>与方案相同</translation>
    </message>
    <message>
        <source>divided by {0}</source>
        <translation>分母改为{0}</translation>
    </message>
    <message>
        <source>dimensions: {0}</source>
        <translation>各项评议内容{0}</translation>
    </message>
    <message>
        <source>own forms left out</source>
        <translation>本单位填的票不计</translation>
    </message>
    <message>
        <source>own forms count</source>
        <translation>本单位填的票计入</translation>
    </message>
    <message>
        <source>top {0}, bottom {1}</source>
        <translation>前 {0} 名、后 {1} 名</translation>
    </message>
    <message>
        <source>channels counted together</source>
        <translation>各渠道合并计票</translation>
    </message>
    <message>
        <source>channels apart, weights {0}</source>
        <translation>分渠道加权，权重 {0}</translation>
    </message>
    <message>
        <source>a channel without a score {0}</source>
        <translation>无得分的渠道：{0}</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>不封顶</translation>
    </message>
    <message>
        <source>each dimension capped at {0}</source>
        <translation>单项得分以 {0} 分封顶</translation>
    </message>
    <message>
        <source>nothing trimmed</source>
        <translation>不去掉最高最低</translation>
    </message>
    <message>
        <source>{0} % trimmed at either end</source>
        <translation>两端各去掉 {0}%</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Divided by</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>各项评议内容</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>各渠道</translation>
    </message>
    <message>
        <source>Without a score, a channel</source>
        <translation>无得分的渠道</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不封顶</translation>
    </message>
    <message>
        <source>An agency&apos;s own forms are left out</source>
        <translation>本单位填的票不计入本单位</translation>
    </message>
    <message>
        <source>Weight: {0}</source>
        <translation>权重：{0}</translation>
    </message>
    <message>
        <source>Cap of a dimension</source>
        <translation>单项封顶</translation>
    </message>
    <message>
        <source>Trimmed at either end, %</source>
        <translation>两端各去掉，%</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>前几名</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>后几名</translation>
    </message>
</context>
<context>
    <name>OverviewFigures</name>
    <message>
        <source>on the slips</source>
        <translation>封面登记</translation>
    </message>
    <message>
        <source>keyed</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>keyed twice</source>
        <translation>已复录</translation>
    </message>
    <message>
        <source>void</source>
        <translation>无效票</translation>
    </message>
    <message>
        <source>left to key</source>
        <translation>尚待录入</translation>
    </message>
    <message>
        <source>last form keyed</source>
        <translation>预计录完</translation>
    </message>
    <message>
        <source>of {0} drawn</source>
        <translation>应复录 {0}</translation>
    </message>
    <message>
        <source>{0} of them a second time</source>
        <translation>其中复录 {0}</translation>
    </message>
    <message>
        <source>of {0} handed in</source>
        <translation>收回 {0}</translation>
    </message>
    <message>
        <source>{0} issued</source>
        <translation>发放 {0}</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>The zero report comes first.</source>
        <translation>请先出具零报告。</translation>
    </message>
    <message>
        <source>Sealed, edition {0}.</source>
        <translation>已封存，第 {0} 版。</translation>
    </message>
    <message>
        <source>Keying is open; no batch is registered yet.</source>
        <translation>已可录入，还没有登记批次。</translation>
    </message>
    <message>
        <source>Ready to seal.</source>
        <translation>可以封存。</translation>
    </message>
    <message>
        <source>One thing stands against the seal.</source>
        <translation>封存前还有 1 项未了结。</translation>
    </message>
    <message>
        <source>{0} things stand against the seal.</source>
        <translation>封存前还有 {0} 项未了结。</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>按批次</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>进度预测</translation>
    </message>
</context>
<context>
    <name>PaceChart</name>
    <message>
        <source>Forms keyed by day</source>
        <translation>每天录入份数</translation>
    </message>
    <message>
        <source>No form is on record with its time yet.</source>
        <translation>还没有用时记录。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>PacePanel</name>
    <message>
        <source>Wished date</source>
        <translation>要求完成日期</translation>
    </message>
    <message>
        <source>Pace by clerk</source>
        <translation>各录入员进度</translation>
    </message>
    <message>
        <source>such as {0}</source>
        <translation>如 {0}</translation>
    </message>
    <message>
        <source>Type a date to see how many clerks it takes.</source>
        <translation>输入日期，即可看到需要多少录入员。</translation>
    </message>
    <message>
        <source>Write the date as 2006-05-30 or 5-30.</source>
        <translation>日期请写成 2006-05-30 或 5-30。</translation>
    </message>
    <message>
        <source>This day is past.</source>
        <translation>这一天已经过去。</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>录入员</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Forms/h</source>
        <translation>份/小时</translation>
    </message>
    <message>
        <source>Keys/form</source>
        <translation>键/份</translation>
    </message>
    <message>
        <source>Sec/form</source>
        <translation>秒/份</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>无人登录</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>要求完成日期</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Rulings</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Keying</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>复录</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>我的工作</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>百分制考评</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>明察暗访</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉诉求</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>综合评价</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>结果运用</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>PaperActs</name>
    <message>
        <source>A file for other programs: save it, and print it there.</source>
        <translation>供其他程序使用的文件：请保存后用该程序打印。</translation>
    </message>
    <message>
        <source>This computer has no printer: save the PDF, and print it elsewhere.</source>
        <translation>本机没有打印机：请保存 PDF，到别处打印。</translation>
    </message>
    <message>
        <source>Stopped: what the printer has taken by then, it may still print.</source>
        <translation>已停止；打印机已收下的部分仍可能印出。</translation>
    </message>
    <message>
        <source>Sent to the printer {0}.</source>
        <translation>已送打印机 {0}。</translation>
    </message>
    <message>
        <source>The paper is laid out and printed…</source>
        <translation>正在排版并打印……</translation>
    </message>
    <message>
        <source>{0} files (*{1})</source>
        <translation>{0} 文件 (*{1})</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved.</source>
        <translation>已停止；没有保存任何文件。</translation>
    </message>
    <message>
        <source>The paper is being laid out…</source>
        <translation>正在排版……</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>A folder for the documents; those of the same name are replaced</source>
        <translation>文件存放的文件夹（同名文件将被替换）</translation>
    </message>
    <message>
        <source>Stopped: nothing in {0} has changed.</source>
        <translation>已停止；{0} 内的文件没有变动。</translation>
    </message>
    <message>
        <source>The documents are being laid out…</source>
        <translation>正在逐份排版……</translation>
    </message>
    <message>
        <source>{0} is there already: choose it by its whole name to replace it.</source>
        <translation>{0} 已存在：如要替换，请以完整文件名选择它。</translation>
    </message>
    <message>
        <source>{0} documents saved in {1}</source>
        <translation>{0} 份文件已保存到 {1}</translation>
    </message>
</context>
<context>
    <name>PaperButtons</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print: {0}</source>
        <translation>打印：{0}</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>存 PDF</translation>
    </message>
    <message>
        <source>Save as PDF: {0}</source>
        <translation>存为 PDF：{0}</translation>
    </message>
    <message>
        <source>This computer has no printer: save the PDF, and print it elsewhere.</source>
        <translation>本机没有打印机，请存为 PDF，到别处打印。</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>The paper is being laid out…</source>
        <translation>正在排版……</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已存为：{0}</translation>
    </message>
    <message>
        <source>Sent to the printer {0}.</source>
        <translation>已送打印机 {0}。</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>发文</translation>
    </message>
    <message>
        <source>work</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>空白表</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>For</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>PaperInSight</name>
    <message>
        <source>The paper is being laid out…</source>
        <translation>正在排版……</translation>
    </message>
    <message>
        <source>Not laid out: press Enter on the paper to see it.</source>
        <translation>尚未排版：在该文件上按 Enter 查看。</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Page back (Alt+PgUp)</source>
        <translation>上一页（Alt+PgUp）</translation>
    </message>
    <message>
        <source>Next page (Alt+PgDn)</source>
        <translation>下一页（Alt+PgDn）</translation>
    </message>
    <message>
        <source>Paper {0}</source>
        <translation>纸表 {0}</translation>
    </message>
    <message>
        <source>page {0} of {1}</source>
        <translation>第 {0} 页&#x3000;共 {1} 页</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>This document cannot be shown: save it, and open it elsewhere.</source>
        <translation>此文件无法在这里显示：请先保存，再用其他程序打开。</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共{0}页</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Size of the page: {0}</source>
        <translation>页面大小：{0}</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>The paper</source>
        <translation>文件页面</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Practice paper</source>
        <translation>练习用的纸表</translation>
    </message>
</context>
<context>
    <name>PapersRow</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Print shift sheet</source>
        <translation>打印班次单</translation>
    </message>
    <message>
        <source>Shift sheet</source>
        <translation>班次单</translation>
    </message>
    <message>
        <source>Print key card</source>
        <translation>打印录入按键卡</translation>
    </message>
    <message>
        <source>Key card</source>
        <translation>录入按键卡</translation>
    </message>
    <message>
        <source>H:mm</source>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加……</translation>
    </message>
    <message>
        <source>Change, new PIN…</source>
        <translation>更改、重设口令……</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>none: may not sign in</source>
        <translation>无：不能登录</translation>
    </message>
    <message>
        <source>Register a supervisor first: from then on nobody works unnamed.</source>
        <translation>请先登记主管：此后任何操作都要具名。</translation>
    </message>
    <message>
        <source>{0} {1} is registered. The next kit tells the stations.</source>
        <translation>{0} {1} 已登记。下一个开站包会告知各站点。</translation>
    </message>
    <message>
        <source>Nobody is registered: whoever sits at a station works unnamed. Register the clerks, a supervisor and a scrutineer, and every record bears a name. Begin with the supervisor: from then on this page asks who works here.</source>
        <translation>尚未登记人员：各站点的工作都不具名。请登记录入员、主管和监票人，使每条记录都有姓名。请先登记主管：此后本程序会询问由谁操作。</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>录入员</translation>
    </message>
    <message>
        <source>checker</source>
        <translation>复核员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>scrutineer</source>
        <translation>监票人</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>请至少勾选一项职责。</translation>
    </message>
    <message>
        <source>The two PINs differ: type the second one again.</source>
        <translation>两次口令不同：请重新键入第二次。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN, 4 to 12 digits</source>
        <translation>口令，4 至 12 位数字</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再次键入口令</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Where everything lies</source>
        <translation>文件存放处</translation>
    </message>
    <message>
        <source>This survey</source>
        <translation>本次评议活动</translation>
    </message>
    <message>
        <source>Keys and settings of this machine</source>
        <translation>本机的密钥和设置</translation>
    </message>
    <message>
        <source>Pingyi {0}</source>
        <translation>评议计票 {0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The survey file may be copied. The folder of keys makes this machine this station: it stays here and is given to nobody.</source>
        <translation>评议活动文件可以复制。密钥文件夹是本站的凭据，只留在本机，不得交给任何人。</translation>
    </message>
</context>
<context>
    <name>PlanAgenciesSection</name>
    <message>
        <source>The rows of the form, in paper order; agencies of one group are ranked among themselves. Paste them from a spreadsheet with Ctrl+V, or take them from a workbook.</source>
        <translation>即评议表的各行，按纸表的顺序；同类单位之间排名。可从表格里复制后按 Ctrl+V 粘贴，也可从表格文件读入。</translation>
    </message>
    <message>
        <source>Agencies and groups</source>
        <translation>单位和类别</translation>
    </message>
    <message>
        <source>From a workbook…</source>
        <translation>从表格文件读入……</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>What was copied</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>Take agencies from a workbook</source>
        <translation>从表格文件读入单位</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.xlsm *.csv *.txt)</source>
        <translation>表格文件 (*.xlsx *.xlsm *.csv *.txt)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>垂直管理</translation>
    </message>
    <message>
        <source>Supervising unit</source>
        <translation>主管单位</translation>
    </message>
    <message>
        <source>Vertically managed: answers to a higher level</source>
        <translation>垂直管理单位，由上级主管部门管理</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
</context>
<context>
    <name>PlanBeginPanel</name>
    <message>
        <source>What to begin from</source>
        <translation>从哪里开始</translation>
    </message>
    <message>
        <source>Take this draft off the list</source>
        <translation>把这份草稿移出列表</translation>
    </message>
    <message>
        <source>Plans and surveys (*.json *.pingyi)</source>
        <translation>评议方案和评议文件 (*.json *.pingyi)</translation>
    </message>
    <message>
        <source>Choose a plan or a survey</source>
        <translation>选择评议方案或评议文件</translation>
    </message>
    <message>
        <source>A plan file, or a survey</source>
        <translation>方案文件或评议文件</translation>
    </message>
    <message>
        <source>Begin from this file</source>
        <translation>从这个文件开始</translation>
    </message>
    <message>
        <source>An empty plan</source>
        <translation>空白方案</translation>
    </message>
    <message>
        <source>Like this one: {0}</source>
        <translation>参照：{0}</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>未写名称</translation>
    </message>
    <message>
        <source>Go on with a draft: {0}, {1} agencies, of {2}</source>
        <translation>接着写草稿：{0}，单位 {1} 个，{2} 保存</translation>
    </message>
    <message>
        <source>Name a plan file or a survey first.</source>
        <translation>请先写明方案文件或评议文件。</translation>
    </message>
    <message>
        <source>A plan file, or a survey whose plan to begin from</source>
        <translation>或从方案文件、从以往评议活动的方案开始</translation>
    </message>
    <message>
        <source>Nothing is founded before the last step; every change is kept by itself, and the plan that you begin from stays as it is.</source>
        <translation>到最后一步才建立评议活动。每处改动随时自动保存，作为底稿的方案不受影响。</translation>
    </message>
</context>
<context>
    <name>PlanChannelsSection</name>
    <message>
        <source>The ways in which forms come back. Leave “issued” empty where nobody counted what went out. Weights count only if the scoring takes the channels by weight.</source>
        <translation>即评议表收回的途径。没有清点发放数的，“发放”一格留空。计分时各渠道加权的，权重才起作用。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道和权重</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>1, 0.3 or 3/10</source>
        <translation>如 1、0.3、3/10</translation>
    </message>
    <message>
        <source>Weights for a group alone</source>
        <translation>某一类别单独的权重</translation>
    </message>
    <message>
        <source>Space gives a group weights of its own; then write them.</source>
        <translation>按空格键，给这一类别单独设权重，再逐格填写。</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>First put this right: {0}: {1}</source>
        <translation>请先改正：{0}：{1}</translation>
    </message>
    <message>
        <source>Nothing stands against it.</source>
        <translation>方案无误，可以冻结。</translation>
    </message>
    <message>
        <source>To put right first: {0}</source>
        <translation>须先改正 {0} 处</translation>
    </message>
    <message>
        <source>Title and year</source>
        <translation>名称和年度</translation>
    </message>
    <message>
        <source>Agencies and groups</source>
        <translation>单位和类别</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道和权重</translation>
    </message>
    <message>
        <source>Void forms, checks</source>
        <translation>无效票与复录</translation>
    </message>
    <message>
        <source>Scoring and cut</source>
        <translation>计分和名次</translation>
    </message>
    <message>
        <source>Bands and vetoes</source>
        <translation>档次、加扣分</translation>
    </message>
    <message>
        <source>Pages of the paper</source>
        <translation>纸表分页</translation>
    </message>
    <message>
        <source>Freeze and found</source>
        <translation>冻结并建立</translation>
    </message>
    <message>
        <source>Sections of the plan</source>
        <translation>方案的各部分</translation>
    </message>
</context>
<context>
    <name>PlanDimensionsSection</name>
    <message>
        <source>What each agency is appraised in, 1 to 10, in the order of the paper form. Points are only printed; the weight counts in the score.</source>
        <translation>对每个单位评议哪些内容，1 至 10 项，按纸表的顺序。满分只供印出，权重计入得分。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Full mark, printed</source>
        <translation>名义满分，只供印出</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>1, 0.3 or 3/10</source>
        <translation>如 1、0.3、3/10</translation>
    </message>
</context>
<context>
    <name>PlanEditorView</name>
    <message>
        <source>Write a plan</source>
        <translation>编写评议方案</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>存为文件……</translation>
    </message>
    <message>
        <source>Another plan…</source>
        <translation>换一份方案……</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save the plan as a file</source>
        <translation>把方案存为文件</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>评议方案 (*.json)</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已存盘：{0}</translation>
    </message>
    <message>
        <source>This draft does not read, and was put aside.</source>
        <translation>这份草稿无法读取，已另放一处。请选别的开始。</translation>
    </message>
    <message>
        <source>No part of a plan, and left out: {0}</source>
        <translation>不属于方案的内容没有读入：{0}</translation>
    </message>
    <message>
        <source>A plan without a title</source>
        <translation>未写名称的方案</translation>
    </message>
    <message>
        <source>As in {0}</source>
        <translation>与 {0} 一致</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>尚无改动</translation>
    </message>
    <message>
        <source>Changed since {0}; the draft is kept by itself</source>
        <translation>存为 {0} 之后又有改动，草稿自动保存</translation>
    </message>
    <message>
        <source>The draft is kept by itself; nothing is founded yet</source>
        <translation>草稿自动保存，尚未建立评议活动</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>What the plan says</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Agency groups</source>
        <translation>单位类别</translation>
    </message>
    <message>
        <source>Reasons that make a form void</source>
        <translation>无效原因</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}, in {1} groups</source>
        <translation>{0}个，分{1}类</translation>
    </message>
    <message>
        <source>{0} × {1} = {2} cells</source>
        <translation>{0}×{1}＝{2}格</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>被评单位</translation>
    </message>
    <message>
        <source>A form has</source>
        <translation>每张评议表</translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation>不了解</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>复录</translation>
    </message>
    <message>
        <source>Score of a dimension</source>
        <translation>单项得分</translation>
    </message>
    <message>
        <source>Listed apart</source>
        <translation>单列</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>不单列</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不分档</translation>
    </message>
    <message>
        <source>Pages of the form</source>
        <translation>评议表页码</translation>
    </message>
    <message>
        <source>Hash of the plan</source>
        <translation>方案校验码</translation>
    </message>
    <message>
        <source>may be marked</source>
        <translation>可以选</translation>
    </message>
    <message>
        <source>is no answer of this form</source>
        <translation>本表不设此项</translation>
    </message>
    <message>
        <source>none is drawn</source>
        <translation>不抽取</translation>
    </message>
    <message>
        <source>{0} % of the forms of every batch, by another person</source>
        <translation>每批抽{0}%，由另一人录入</translation>
    </message>
    <message>
        <source>as the printed form falls</source>
        <translation>按打印样张分页</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{0} rows, check number {1}</source>
        <translation>{0}行，校验码{1}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nominal points</source>
        <translation>标称分值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>赋分</translation>
    </message>
    <message>
        <source>Counts as satisfied</source>
        <translation>计入满意率</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>All channels are counted together: their weights do nothing.</source>
        <translation>各渠道合并计票，权重不起作用。</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nobody counted</source>
        <translation>未统计</translation>
    </message>
</context>
<context>
    <name>PlanFormsSection</name>
    <message>
        <source>A whole form is void only for one of these reasons, keyed in one stroke.</source>
        <translation>整份无效须有下列原因之一，录入时按一键即可。</translation>
    </message>
    <message>
        <source>Void forms, checks</source>
        <translation>无效票与复录</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Void reasons</source>
        <translation>无效原因</translation>
    </message>
    <message>
        <source>Keying</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Share of every batch that another person keys again, 0 to 100.</source>
        <translation>每批由另一人复录的比例，0 至 100。</translation>
    </message>
    <message>
        <source>Second keying, %</source>
        <translation>复录比例（%）</translation>
    </message>
    <message>
        <source>Keying waits while any network is up on the laptop.</source>
        <translation>机器连着任何网络时不能录入。</translation>
    </message>
    <message>
        <source>Keying only without any network</source>
        <translation>断网才能录入</translation>
    </message>
    <message>
        <source>Forms that the rules void</source>
        <translation>按规则作无效处理的表</translation>
    </message>
    <message>
        <source>Leave empty for no such rule.</source>
        <translation>不设这一规则的留空。</translation>
    </message>
    <message>
        <source>More blank cells than this void the form: 50 %, 0.5 or 1/2.</source>
        <translation>未填的格超过这一比例，整份无效。可写 50%、0.5 或 1/2。</translation>
    </message>
    <message>
        <source>Blank cells above</source>
        <translation>未填的格超过</translation>
    </message>
    <message>
        <source>… are void for</source>
        <translation>无效原因记为</translation>
    </message>
    <message>
        <source>One grade throughout</source>
        <translation>全表同一等次</translation>
    </message>
    <message>
        <source>Forms that come back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Share of the forms issued that must come back, or else there is a warning.</source>
        <translation>应达到的回收率，未达到时予以提示。可写 80% 或 0.8。</translation>
    </message>
    <message>
        <source>Return at least</source>
        <translation>回收率不低于</translation>
    </message>
    <message>
        <source>More than issued</source>
        <translation>收回多于发放</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The result is printed with a signed explanation.</source>
        <translation>照出结果，须附签字说明。</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>不出结果</translation>
    </message>
    <message>
        <source>There is no result until the register agrees.</source>
        <translation>与领发登记核对一致后才出结果。</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>is not void</source>
        <translation>不作无效处理</translation>
    </message>
</context>
<context>
    <name>PlanFreezeSection</name>
    <message>
        <source>The survey is founded on the plan as it stands here, and from then on nobody can change it.</source>
        <translation>按现在写成的方案建立评议活动，此后任何人不能再改。</translation>
    </message>
    <message>
        <source>Freeze and found</source>
        <translation>冻结并建立</translation>
    </message>
    <message>
        <source>Name of somebody who approved the plan</source>
        <translation>审定方案的人员姓名</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Who approved the plan</source>
        <translation>方案批准人</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>Survey files (*.pingyi)</source>
        <translation>评议文件 (*.pingyi)</translation>
    </message>
    <message>
        <source>Where the survey goes</source>
        <translation>评议文件存放位置</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>Freeze the plan and found the survey</source>
        <translation>冻结方案，建立评议活动</translation>
    </message>
    <message>
        <source>Write the name of at least one person who approved the plan.</source>
        <translation>请至少填写一位审定方案的人员姓名。</translation>
    </message>
    <message>
        <source>Say whether it is a drill or official.</source>
        <translation>请选择演练或正式。</translation>
    </message>
    <message>
        <source>Say where the new file goes.</source>
        <translation>请写明新文件存放的位置。</translation>
    </message>
    <message>
        <source>To practise. Nothing of it ever counts; every paper says so.</source>
        <translation>供练习用，一概不计入结果，每张单据都注明。</translation>
    </message>
    <message>
        <source>It counts. Nothing can be deleted, and it stays official for good.</source>
        <translation>计入结果，不能删除任何记录，此后始终是正式的。</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>方案批准人</translation>
    </message>
    <message>
        <source>Drill or official</source>
        <translation>演练或正式</translation>
    </message>
    <message>
        <source>One name after the other, each with Enter; Del in the list takes one out.</source>
        <translation>逐个填写，每写一个按 Enter；在名单中按删除键可去掉。</translation>
    </message>
</context>
<context>
    <name>PlanGradesSection</name>
    <message>
        <source>The answers on the form, 2 to 6, from the best down: their keys are 1, 2, 3 … Each is worth less than the one before it.</source>
        <translation>即评议表上的选项，2 至 6 个，由高到低，录入时按 1、2、3……键。赋分须逐级递减。</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Counts as satisfied in the satisfaction rate</source>
        <translation>计入满意率</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>赋分</translation>
    </message>
    <message>
        <source>22, 0.9 or 10/11</source>
        <translation>如 22、0.9、10/11</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>计入满意率</translation>
    </message>
    <message>
        <source>The form has a box for it; such a mark gives no score.</source>
        <translation>评议表上有这一栏；填了的不计分。</translation>
    </message>
    <message>
        <source>“Don&apos;t know” may be marked</source>
        <translation>可填“不了解”</translation>
    </message>
</context>
<context>
    <name>PlanImportPanel</name>
    <message>
        <source>Agencies as understood</source>
        <translation>读到的单位</translation>
    </message>
    <message>
        <source>Put these in place of all</source>
        <translation>用这些替换全部单位</translation>
    </message>
    <message>
        <source>Add these</source>
        <translation>加在后面</translation>
    </message>
    <message>
        <source>Back without them</source>
        <translation>不用，返回</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>正在读取 {0}……</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}: {1} agencies</source>
        <translation>{0}：单位 {1} 个</translation>
    </message>
    <message>
        <source>new groups: {0}</source>
        <translation>新增类别：{0}</translation>
    </message>
    <message>
        <source>to look at: {0}</source>
        <translation>请留意 {0} 处</translation>
    </message>
    <message>
        <source>No column holds names. Say below which one does.</source>
        <translation>没有认出哪一列是单位名称，请在下面指明。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>第 {0} 列</translation>
    </message>
    <message>
        <source>{0} is taken for</source>
        <translation>{0} 用作</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>垂直管理</translation>
    </message>
    <message>
        <source>Supervising unit</source>
        <translation>主管单位</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>The plan has some of these already: see below what is left out.</source>
        <translation>其中有的单位方案里已经有了，不再加入的列在下面。</translation>
    </message>
    <message>
        <source>Press again to add the others.</source>
        <translation>再按一次，加入其余单位。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows and cells that were left out</source>
        <translation>没有采用的行和格</translation>
    </message>
</context>
<context>
    <name>PlanPagesSection</name>
    <message>
        <source>May stay empty. The keying window shows where a page of paper ends, and a clerk who keys its check number cannot take one page for another. Nothing that is counted changes.</source>
        <translation>可以不填。填了的，录入时显示纸表在何处换页；录入员录入页上的校验码，就不会拿错页。不影响计票。</translation>
    </message>
    <message>
        <source>Pages of the paper</source>
        <translation>纸表分页</translation>
    </message>
    <message>
        <source>Agencies on the page</source>
        <translation>本页单位个数</translation>
    </message>
    <message>
        <source>Check number</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>1 to 4 digits</source>
        <translation>1 至 4 位数字</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Two even pages</source>
        <translation>平分为两页</translation>
    </message>
</context>
<context>
    <name>PlanPreview</name>
    <message>
        <source>What is wrong with the plan</source>
        <translation>评议方案的错误</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} in {1} groups: {2}</source>
        <translation>{0} 个，分 {1} 类：{2}</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>被评单位</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>复录</translation>
    </message>
    <message>
        <source>none is drawn</source>
        <translation>不抽取</translation>
    </message>
    <message>
        <source>{0} % of the forms of every batch, by another person</source>
        <translation>每批抽取 {0}%，由另一人复录</translation>
    </message>
    <message>
        <source>The plan says who is appraised, in what, by which grades and through which channels. What was understood of it is shown here before anything is founded.</source>
        <translation>评议方案规定评哪些单位、哪些内容、几个等次、哪些渠道。选定后，请在这里核对程序读到的内容。</translation>
    </message>
</context>
<context>
    <name>PlanProblemList</name>
    <message>
        <source>What is to be put right</source>
        <translation>须改正的地方</translation>
    </message>
    <message>
        <source>To put right: {0}</source>
        <translation>须改正 {0} 处</translation>
    </message>
    <message>
        <source>To think over: {0}</source>
        <translation>请斟酌 {0} 处</translation>
    </message>
</context>
<context>
    <name>PlanScoringSection</name>
    <message>
        <source>How the marks make a score. No way of printing ever changes a rank.</source>
        <translation>规定得分怎样由票数算出。得分怎样印出，不影响名次。</translation>
    </message>
    <message>
        <source>Scoring and cut</source>
        <translation>计分和名次</translation>
    </message>
    <message>
        <source>The score of a dimension</source>
        <translation>单项得分</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>All grades marked: blanks and don&apos;t-knows leave the score alone.</source>
        <translation>只算填了等次的票；未填和“不了解”不影响得分。</translation>
    </message>
    <message>
        <source>votes and don&apos;t-knows</source>
        <translation>票数加“不了解”</translation>
    </message>
    <message>
        <source>A don&apos;t-know brings no points and lowers the score.</source>
        <translation>“不了解”不得分，会拉低得分。</translation>
    </message>
    <message>
        <source>valid forms</source>
        <translation>有效票份数</translation>
    </message>
    <message>
        <source>A blank brings no points and lowers the score.</source>
        <translation>未填的格不得分，会拉低得分。</translation>
    </message>
    <message>
        <source>Highest score of one dimension; empty for none. A cap can change ranks.</source>
        <translation>单项得分的上限，不设的留空。设上限可能改变名次。</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>单项封顶</translation>
    </message>
    <message>
        <source>Share of the votes left out at either end, such as 5 %; 0 for none.</source>
        <translation>两端各去掉的票所占比例，如 5%；不去掉的写 0。</translation>
    </message>
    <message>
        <source>Trim either end</source>
        <translation>去掉最高最低</translation>
    </message>
    <message>
        <source>An agency with fewer votes in a dimension is flagged, never hidden.</source>
        <translation>某项票数低于此数的单位予以标注，不予隐去。</translation>
    </message>
    <message>
        <source>Fewest votes</source>
        <translation>最少票数</translation>
    </message>
    <message>
        <source>Where the batch names the agency that filled in its forms.</source>
        <translation>以批次注明来源单位的为准。</translation>
    </message>
    <message>
        <source>An agency&apos;s own forms do not grade it</source>
        <translation>本单位所填的表不评本单位</translation>
    </message>
    <message>
        <source>All dimensions together</source>
        <translation>各项合成</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>added</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Each dimension&apos;s score times its weight, added up.</source>
        <translation>各单项得分乘以权重后相加。</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>The sum divided by the sum of the weights.</source>
        <translation>上述之和除以权重之和。</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>合并计算</translation>
    </message>
    <message>
        <source>All votes as if of one dimension; needs equal weights, no cap, no trim.</source>
        <translation>各项的票视同一项合并计算；权重须相等，不能封顶、不能去掉最高最低。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>All marks together: a channel counts by how many forms it brings.</source>
        <translation>全部票合在一起；哪个渠道的票多，分量就大。</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>加权平均</translation>
    </message>
    <message>
        <source>A score for each channel, then their mean by the weights of the plan.</source>
        <translation>先按渠道分别计分，再按方案所定权重加权平均。</translation>
    </message>
    <message>
        <source>A channel without votes</source>
        <translation>某渠道没有票时</translation>
    </message>
    <message>
        <source>is left out</source>
        <translation>略去该渠道</translation>
    </message>
    <message>
        <source>By weight: the other channels&apos; weights make up the whole.</source>
        <translation>用于加权平均：其余渠道的权重重新折算。</translation>
    </message>
    <message>
        <source>counts zero</source>
        <translation>计零分</translation>
    </message>
    <message>
        <source>By weight: the agency gets nothing for it.</source>
        <translation>用于加权平均：该渠道按零分计。</translation>
    </message>
    <message>
        <source>stops the score</source>
        <translation>不计分</translation>
    </message>
    <message>
        <source>By weight: the agency has no score, and is listed below the ranking.</source>
        <translation>用于加权平均：该单位不计分，列于排名之后。</translation>
    </message>
    <message>
        <source>How scores are printed</source>
        <translation>得分的印出</translation>
    </message>
    <message>
        <source>Every score times this, for print alone: 10/11 brings 110 to 100.</source>
        <translation>印出的得分乘以此数；写 10/11，满分 110 折合为 100。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>折合倍数</translation>
    </message>
    <message>
        <source>Decimals of a printed score, 0 to 10.</source>
        <translation>印出的得分保留几位小数，0 至 10。</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位数</translation>
    </message>
    <message>
        <source>The ranking</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>How many of the first are commended; a tie at the edge is listed whole.</source>
        <translation>表彰前几名；边缘并列的全部列出。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>前几名</translation>
    </message>
    <message>
        <source>How many of the last lose their standing; a tie at the edge is listed whole.</source>
        <translation>取后几名；边缘并列的全部列出。</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>后几名</translation>
    </message>
</context>
<context>
    <name>PlanStandingSection</name>
    <message>
        <source>All of this may stay empty. Bands are named by printed scores, the best first: “from” is included, “to” is not, and the outer bounds stay empty.</source>
        <translation>均可不填。档次按印出的得分划分，由高到低；下限含本数，上限不含本数，首尾两端的界限留空。</translation>
    </message>
    <message>
        <source>Bands and vetoes</source>
        <translation>档次、加扣分</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限（含）</translation>
    </message>
    <message>
        <source>To, not included</source>
        <translation>上限（不含）</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Bonus and deduction</source>
        <translation>加分和扣分</translation>
    </message>
    <message>
        <source>Points added to the score before it is scaled: 2, or -1.5.</source>
        <translation>先加减、后折合；加分写 2，扣分写 -1.5。</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>The score stays; the band is the one named here.</source>
        <translation>得分不变，档次改定为所写的一档。</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>档次</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Add a row</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>{0}, row {1}</source>
        <translation>{0} 第 {1} 行</translation>
    </message>
    <message>
        <source>{0}, row {1}, {2}</source>
        <translation>{0} 第 {1} 行 {2}</translation>
    </message>
</context>
<context>
    <name>PlanTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>PlanTitleSection</name>
    <message>
        <source>Title and year</source>
        <translation>名称和年度</translation>
    </message>
    <message>
        <source>They stand on every paper.</source>
        <translation>印在每一张单据上。</translation>
    </message>
    <message>
        <source>As it is to be printed, such as 2005年度万人评议机关活动.</source>
        <translation>照要印出的样子写，如“2005年度万人评议机关活动”。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Four digits.</source>
        <translation>四位数字。</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>The approval is being recorded…</source>
        <translation>正在登记批准……</translation>
    </message>
    <message>
        <source>Save as plan file…</source>
        <translation>另存为方案文件</translation>
    </message>
    <message>
        <source>Begin a new plan from this…</source>
        <translation>以此拟定新方案</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>Agencies ({0})</source>
        <translation>被评单位（{0}）</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>计分规则</translation>
    </message>
    <message>
        <source>The form</source>
        <translation>评议表样张</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>方案各部分</translation>
    </message>
    <message>
        <source>d MMMM yyyy H:mm</source>
        <translation>yyyy年M月d日 H:mm</translation>
    </message>
    <message>
        <source>Frozen on {0}; nothing of it can be changed.</source>
        <translation>本方案于{0}冻结，不能再改。</translation>
    </message>
    <message>
        <source>Approved by {0}.</source>
        <translation>批准人：{0}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody&apos;s approval is on record yet.</source>
        <translation>尚未登记批准人。</translation>
    </message>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source>On record: approved by {0}.</source>
        <translation>已登记批准人：{0}。</translation>
    </message>
    <message>
        <source>Save as plan file</source>
        <translation>另存为方案文件</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>评议方案（*.json）</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Something has to stand here.</source>
        <translation>此处不能空。</translation>
    </message>
    <message>
        <source>A code has up to 16 letters A–Z, digits, _ or -.</source>
        <translation>代码最多 16 个字母、数字、_ 或 -。</translation>
    </message>
    <message>
        <source>A number has to stand here, such as 22, 0.55 or 10/11.</source>
        <translation>此处应为数，如 22、0.55、10/11。</translation>
    </message>
    <message>
        <source>“{value}” stands in row {first} already.</source>
        <translation>“{value}”已见于第 {first} 行。</translation>
    </message>
    <message>
        <source>“{code}” is not in the plan: choose another.</source>
        <translation>方案中没有“{code}”，请另选。</translation>
    </message>
    <message>
        <source>Above 0, or empty for none.</source>
        <translation>应大于 0；不设的留空。</translation>
    </message>
    <message>
        <source>1 to 4 digits, or nothing.</source>
        <translation>1 至 4 位数字；没有的留空。</translation>
    </message>
    <message>
        <source>The best band has no upper bound: leave it empty.</source>
        <translation>最高一档没有上限，请留空。</translation>
    </message>
    <message>
        <source>The last band has no lower bound: leave it empty.</source>
        <translation>最低一档没有下限，请留空。</translation>
    </message>
    <message>
        <source>There have to be {low} to {high} of them, not {count}.</source>
        <translation>应有 {low} 至 {high} 项，现有 {count} 项。</translation>
    </message>
    <message>
        <source>The channels are pooled, so their weights do nothing.</source>
        <translation>各渠道合并计算，所写的权重不起作用。</translation>
    </message>
    <message>
        <source>Trimming goes with division by votes alone.</source>
        <translation>分母为票数时才能去掉最高最低。</translation>
    </message>
</context>
<context>
    <name>PledgeBook</name>
    <message>
        <source>Pledges</source>
        <translation>双优承诺</translation>
    </message>
    <message>
        <source>Enter a pledge</source>
        <translation>登记承诺</translation>
    </message>
    <message>
        <source>The pledge is on record.</source>
        <translation>承诺已登记。</translation>
    </message>
    <message>
        <source>No pledge yet: enter what the units promised, and by when.</source>
        <translation>还没有登记承诺：请登记各单位承诺的事项和完成期限。</translation>
    </message>
    <message>
        <source>Not yet found</source>
        <translation>待认定</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Pledge</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>考核指标</translation>
    </message>
    <message>
        <source>To be kept by</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>认定日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Kept…</source>
        <translation>已兑现……</translation>
    </message>
    <message>
        <source>Broken…</source>
        <translation>未兑现……</translation>
    </message>
</context>
<context>
    <name>PracticeScore</name>
    <message>
        <source>Practice: your score</source>
        <translation>练习成绩</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再练一次</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} ({1} would do)</source>
        <translation>{0}（{1} 即可）</translation>
    </message>
    <message>
        <source>Every form is as its paper.</source>
        <translation>每份都与纸表一致。</translation>
    </message>
    <message>
        <source>Not as on the paper:</source>
        <translation>与纸表不一致的：</translation>
    </message>
    <message>
        <source>form {0}: void on one side only; look at the paper again</source>
        <translation>第 {0} 份：纸表与所录只有一方无效，请再看纸表</translation>
    </message>
    <message>
        <source>form {0}, row {1}, {2}: paper {3}, keyed {4}</source>
        <translation>第 {0} 份&#x3000;第 {1} 行&#x3000;{2}：纸表 {3}，所录 {4}</translation>
    </message>
    <message>
        <source>Cells that are wrong</source>
        <translation>录错的格</translation>
    </message>
    <message>
        <source>cells right</source>
        <translation>录对的格</translation>
    </message>
    <message>
        <source>forms without a mistake</source>
        <translation>无差错的份数</translation>
    </message>
    <message>
        <source>time a form</source>
        <translation>每份用时</translation>
    </message>
    <message>
        <source>presses a form</source>
        <translation>每份按键</translation>
    </message>
</context>
<context>
    <name>ProgressBars</name>
    <message>
        <source>Progress by channel</source>
        <translation>各渠道进度</translation>
    </message>
    <message>
        <source>no batch yet</source>
        <translation>尚无批次</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>, {0} unsettled</source>
        <translation>，{0} 份未定</translation>
    </message>
</context>
<context>
    <name>ProgressTable</name>
    <message>
        <source>Keyed</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>已复录</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>有差异</translation>
    </message>
    <message>
        <source>To rule</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
</context>
<context>
    <name>RankingPanel</name>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copies what is shown for a spreadsheet (Ctrl+C)</source>
        <translation>复制所显示的内容，可粘贴到电子表格（Ctrl+C）</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source> (not published)</source>
        <translation>（不公布）</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Dimension scores</source>
        <translation>单项得分</translation>
    </message>
    <message>
        <source>Channel scores</source>
        <translation>各渠道得分</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>Bands: top {0} and bottom {1} of the overall ranking.</source>
        <translation>加底色的为总排名前 {0} 名和后 {1} 名。</translation>
    </message>
    <message>
        <source>By {0} alone: score, rate, votes and “{1}”; other ranks and remarks are overall.</source>
        <translation>得分、满意率、票数和“{1}”只按{0}计算；其余名次和备注按全部渠道。</translation>
    </message>
    <message>
        <source>Enter opens an agency.</source>
        <translation>回车打开单位详情。</translation>
    </message>
</context>
<context>
    <name>RateSentences</name>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source>{0} forms were keyed twice and still differ; none is settled, so nothing is known of errors yet. Rule on what differs first.</source>
        <translation>{0} 份评议表录过两遍而仍有差异，尚无一份有定论，差错率无从得知。请先裁定差异。</translation>
    </message>
    <message>
        <source>No form was keyed a second time by another person, so nothing is known of errors. Close the batches: closing draws the forms to be keyed a second time.</source>
        <translation>尚无评议表由另一人复录，差错率无从得知。请关闭批次：关闭时抽取应复录的评议表。</translation>
    </message>
    <message>
        <source>{0} forms keyed twice put the share of wrong forms between {1} and {2} %. To halve that interval, about {3} more would have to be keyed a second time.</source>
        <translation>{0} 份复录过的评议表表明，有错的评议表占 {1}% 至 {2}%；要使这一区间缩小一半，约须再复录 {3} 份。</translation>
    </message>
    <message>
        <source>Slips of one form come together (a row that slipped, a wrong fill), so the interval by cell is narrower than the truth; the one by form is sound. What both people keyed wrong, and what is wrong on the paper itself, no second keying sees.</source>
        <translation>同一份表上的差错往往成片（整行错位、填充有误），因此按格的区间偏窄，按份的区间可靠。两人都录错的和原件本身的错（原生性差错），复录发现不了。</translation>
    </message>
    <message>
        <source>{0} forms were keyed by two people and settled; {1} of them had been keyed wrong somewhere, in {2} of {3} cells.</source>
        <translation>{0} 份评议表经两人录入并有定论，其中 {1} 份初录有错，共错 {2} 格（总计 {3} 格）。</translation>
    </message>
    <message>
        <source>So of 1,000 cells keyed once about {0} are wrong (95 % interval {1} to {2}), and of 100 forms about {3} have a slip somewhere.</source>
        <translation>也就是说，只录一遍的，每 1000 格约错 {0} 格（95% 区间 {1} 至 {2}），每 100 份约有 {3} 份有错。</translation>
    </message>
    <message>
        <source>{0} forms still differ and are in neither rate: the rates will rise when they are ruled on.</source>
        <translation>另有 {0} 份尚有差异，未计入以上两个比率；裁定之后，差错率还会上升。</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>not there</source>
        <translation>文件不在</translation>
    </message>
    <message>
        <source>Open lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>上次存盘</translation>
    </message>
</context>
<context>
    <name>ReconciliationPanel</name>
    <message>
        <source>Reconciliation</source>
        <translation>收发与录入核对</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>Channels and batches</source>
        <translation>渠道和批次</translation>
    </message>
    <message>
        <source>Channels only</source>
        <translation>只看渠道</translation>
    </message>
    <message>
        <source>What does not agree</source>
        <translation>只看不符的</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>封面份数</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效票</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>无效票</translation>
    </message>
    <message>
        <source>Unsettled</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺号</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>多号</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Check: keyed {0} = valid {1} + void {2} + unsettled {3}.</source>
        <translation>核对：录入 {0} ＝ 有效票 {1} ＋ 无效票 {2} ＋ 待裁定 {3}。</translation>
    </message>
    <message>
        <source>total</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>No number is missing, none is beyond its slip.</source>
        <translation>没有缺号，没有多号。</translation>
    </message>
    <message>
        <source>Missing: {0}</source>
        <translation>缺号：{0}</translation>
    </message>
    <message>
        <source>Beyond the slip: {0}</source>
        <translation>超出封面的表号：{0}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>To be explained with a signature: {0}</source>
        <translation>须书面说明并签字：{0}</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Register and batches</source>
        <translation>领发登记与批次</translation>
    </message>
    <message>
        <source>No batch yet: enter what came back, and bundle it.</source>
        <translation>还没有批次：请登记收回的评议表，并分成批次。</translation>
    </message>
    <message>
        <source>{0} batches of {1} forms; {2} handed out, {3} closed.</source>
        <translation>{0} 个批次，共 {1} 张；已指派 {2} 批，已关闭 {3} 批。</translation>
    </message>
</context>
<context>
    <name>RequestBook</name>
    <message>
        <source>Requests</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Enter a request</source>
        <translation>登记诉求</translation>
    </message>
    <message>
        <source>The request is on record; the next one begins with the same day.</source>
        <translation>诉求已登记；下一件沿用同一日期和提出人。</translation>
    </message>
    <message>
        <source>No request yet: enter what people raised in meetings and letters.</source>
        <translation>还没有登记诉求：请登记座谈会和来信中提出的诉求。</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>提出日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>提出日期</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>To be answered by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复……</translation>
    </message>
    <message>
        <source>Raised on {0}</source>
        <translation>{0} 提出</translation>
    </message>
</context>
<context>
    <name>RescuePanel</name>
    <message>
        <source>What happened to the file, in a few words</source>
        <translation>简述文件出了什么问题</translation>
    </message>
    <message>
        <source>What happened to the file</source>
        <translation>文件出了什么问题</translation>
    </message>
    <message>
        <source>If there is no newer copy of this file: go on with it as a new incarnation of this station. What is lost is named at the next merge, and must be keyed again.</source>
        <translation>确无更新的副本时，可由本站点重启后继续使用。丢失的记录在下次合并时逐一列明，须重新录入。</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>不要这些记录，继续</translation>
    </message>
    <message>
        <source>The records are sound, the tables made from them are not: make them again.</source>
        <translation>记录完好，由记录生成的数据表有误：请重建数据表。</translation>
    </message>
    <message>
        <source>Make the tables again</source>
        <translation>重建数据表</translation>
    </message>
</context>
<context>
    <name>ResultsState</name>
    <message>
        <source>No form is counted yet: key forms, or merge packages.</source>
        <translation>还没有计入的评议表：请先录入，或合并各站数据包。</translation>
    </message>
    <message>
        <source>Edition {0}, sealed: {1} valid forms are counted.</source>
        <translation>第 {0} 版，已封存：计入有效票 {1} 份。</translation>
    </message>
    <message>
        <source>Provisional: {0} valid forms are counted; {1} are unsettled and count as nothing yet.</source>
        <translation>暂计：计入有效票 {0} 份；另有 {1} 份待裁定，暂不计入。</translation>
    </message>
    <message>
        <source>{0} valid forms are counted; not sealed yet, so figures may still change.</source>
        <translation>计入有效票 {0} 份；尚未封存，数字还可能变动。</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>To the rulings</source>
        <translation>去裁定</translation>
    </message>
    <message>
        <source>To the merge page</source>
        <translation>去合并</translation>
    </message>
    <message>
        <source>Save results.json…</source>
        <translation>保存结果文件……</translation>
    </message>
    <message>
        <source>Copy the hash</source>
        <translation>复制校验码</translation>
    </message>
    <message>
        <source>Parts of the results</source>
        <translation>结果的各部分</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>保存结果文件</translation>
    </message>
    <message>
        <source>Results (*.json)</source>
        <translation>结果文件 (*.json)</translation>
    </message>
    <message>
        <source>The hash is on the clipboard.</source>
        <translation>校验码已复制。</translation>
    </message>
    <message>
        <source>The file is being verified and counted…</source>
        <translation>正在校验文件并计票……</translation>
    </message>
    <message>
        <source>Copy hash {0}…</source>
        <translation>复制结果校验码 {0}……</translation>
    </message>
    <message>
        <source>No figures: the file does not pass its verification.</source>
        <translation>文件未通过校验，不给出数字。</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>One agency</source>
        <translation>单位详情</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>收发核对</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>换算比较</translation>
    </message>
    <message>
        <source>Identical forms</source>
        <translation>雷同票</translation>
    </message>
    <message>
        <source>Keying errors</source>
        <translation>录入差错</translation>
    </message>
    <message>
        <source>Does it matter?</source>
        <translation>影响大小</translation>
    </message>
</context>
<context>
    <name>RulePane</name>
    <message>
        <source>What this rule would do</source>
        <translation>按此规则计分的结果</translation>
    </message>
    <message>
        <source>What the rule would do is shown as soon as the plan is sound.</source>
        <translation>方案没有错误后，这里显示按此规则计分的结果。</translation>
    </message>
    <message>
        <source>What this rule gives</source>
        <translation>按本方案计分</translation>
    </message>
    <message>
        <source>If one thing were otherwise</source>
        <translation>如果只改一项</translation>
    </message>
    <message>
        <source>The example: one agency&apos;s votes</source>
        <translation>算例：某单位的得票</translation>
    </message>
    <message>
        <source>The rule in words</source>
        <translation>计分规则全文</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0}分</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>（满分{0}分）</translation>
    </message>
    <message>
        <source>Usual: votes as the denominator, dimensions added, channels pooled.</source>
        <translation>通常规则：以得票数为分母，各项得分相加，各渠道合并计票。</translation>
    </message>
    <message>
        <source>The usual rule gives {0} of {1}.</source>
        <translation>按通常规则为{0}分（满分{1}分）。</translation>
    </message>
    <message>
        <source>The usual rule gives the same.</source>
        <translation>按通常规则，结果相同。</translation>
    </message>
    <message>
        <source>The usual rule gives {0}: this plan gives {1} more.</source>
        <translation>按通常规则为{0}分，本方案多{1}分。</translation>
    </message>
    <message>
        <source>The usual rule gives {0}: this plan gives {1} less.</source>
        <translation>按通常规则为{0}分，本方案少{1}分。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>取法</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>in this plan</source>
        <translation>本方案</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>does not go with the other options</source>
        <translation>与其他规则不能并用</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation>不了解</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>{0} valid forms, made up for comparison; not this survey&apos;s votes.</source>
        <translation>有效票{0}张，为比较而设，不是本次评议的票。</translation>
    </message>
    <message>
        <source>By channel, before the channels are put together: {0}.</source>
        <translation>各渠道单独计算的得分：{0}。</translation>
    </message>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>各项内容</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>各渠道</translation>
    </message>
    <message>
        <source>Cap of a dimension</source>
        <translation>单项得分封顶</translation>
    </message>
    <message>
        <source>Trimmed at either end</source>
        <translation>两端各去掉</translation>
    </message>
    <message>
        <source>Printed times</source>
        <translation>打印时乘以</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>得票数</translation>
    </message>
    <message>
        <source>votes and don&apos;t-knows</source>
        <translation>得票数加“不了解”数</translation>
    </message>
    <message>
        <source>valid forms</source>
        <translation>有效票数</translation>
    </message>
    <message>
        <source>added</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>合并计票</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>加权平均</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不封顶</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
</context>
<context>
    <name>RulingPanel</name>
    <message>
        <source>Void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>There is no such paper</source>
        <translation>没有这张表</translation>
    </message>
    <message>
        <source>All cells</source>
        <translation>显示全部格</translation>
    </message>
    <message>
        <source>Keyed from another paper</source>
        <translation>录自另一张表</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Keyed differently in one pass.</source>
        <translation>同一遍录入不一致。</translation>
    </message>
    <message>
        <source>Its two keyings differ still, after the blind re-keying.</source>
        <translation>初录、复录不一致，重录后仍不一致。</translation>
    </message>
    <message>
        <source>The paper was flagged doubtful.</source>
        <translation>该表被标为疑难。</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>First keying</source>
        <translation>初录</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>复录</translation>
    </message>
    <message>
        <source> · void {0}</source>
        <translation> · 无效：{0}</translation>
    </message>
    <message>
        <source>All are this paper&apos;s</source>
        <translation>均录自本表</translation>
    </message>
    <message>
        <source>Another paper: {0}</source>
        <translation>录自另一张表：{0}</translation>
    </message>
    <message>
        <source>The paper shows what this keying says (Alt+{0})</source>
        <translation>表上所示与此次录入相同（Alt+{0}）</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Void: {0}</source>
        <translation>无效：{0}</translation>
    </message>
    <message>
        <source>Its number, such as B001-017</source>
        <translation>其表号，如 B001-017</translation>
    </message>
    <message>
        <source>Number of the other paper</source>
        <translation>另一张表的表号</translation>
    </message>
    <message>
        <source>Reason, in a few words</source>
        <translation>简述理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>RulingTable</name>
    <message>
        <source>Cells that differ</source>
        <translation>有差异的格</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>评议内容</translation>
    </message>
    <message>
        <source>The paper</source>
        <translation>表上所示</translation>
    </message>
    <message>
        <source>0 blank</source>
        <translation>0 未填</translation>
    </message>
    <message>
        <source>x invalid</source>
        <translation>x 无效格</translation>
    </message>
    <message>
        <source>- not applicable</source>
        <translation>- 不适用</translation>
    </message>
    <message>
        <source>{0} don&apos;t know</source>
        <translation>{0} 不了解</translation>
    </message>
</context>
<context>
    <name>RulingsView</name>
    <message>
        <source>Rulings</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Ruling sheets</source>
        <translation>疑难裁定单</translation>
    </message>
    <message>
        <source>Which forms</source>
        <translation>评议表范围</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>The ruling goes on record…</source>
        <translation>正在记入裁定……</translation>
    </message>
    <message>
        <source>To the merge page</source>
        <translation>到合并页</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) wait for a ruling.</source>
        <translation>
            <numerusform>有 %n 张表待裁定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No ruling is due; %n form(s) are with their first keyers.</source>
        <translation>
            <numerusform>暂无待裁定的表；有 %n 张在原录入人处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for a ruling.</source>
        <translation>没有待裁定的表。</translation>
    </message>
    <message>
        <source>{0} is with its first keyer, who keys the differing cells again without seeing either value. Hand the batch&apos;s paper back; a ruling is due only if they differ still.</source>
        <translation>{0} 在原录入人处：由其不看任何一次的录入，重新录入有差异的格。请把本批表纸交还；仍不一致的再作裁定。</translation>
    </message>
    <message>
        <source>Nothing waits here. Merging packages may bring more.</source>
        <translation>这里没有待办。合并数据包后可能会有。</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no such paper</source>
        <translation>无此表</translation>
    </message>
    <message>
        <source>{0}: {1}. Ruled {2} by {3} with {4}: {5}. Everything keyed is on record.</source>
        <translation>{0}：{1}。{2} 由 {3} 与 {4} 裁定：{5}。各次录入均留有记录。</translation>
    </message>
    <message>
        <source>keyed differently</source>
        <translation>录入不同</translation>
    </message>
    <message>
        <source>differs still</source>
        <translation>仍不一致</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>with its keyer</source>
        <translation>在原录入人处</translation>
    </message>
    <message>
        <source>{0} is ruled on; what was keyed stays on record.</source>
        <translation>{0} 已裁定；各次录入均留有记录。</translation>
    </message>
    <message>
        <source>Waiting for a ruling</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>With their first keyers</source>
        <translation>在原录入人处</translation>
    </message>
    <message>
        <source>Ruled on</source>
        <translation>已裁定</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Printed</source>
        <translation>印制方式</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Code of the new batch</source>
        <translation>新批次代码</translation>
    </message>
    <message>
        <source>Where readers send it</source>
        <translation>寄（送）至</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>{0}, {1}, {2} forms</source>
        <translation>{0}，{1}，{2} 份</translation>
    </message>
    <message>
        <source>A batch not registered yet</source>
        <translation>尚未登记的批次</translation>
    </message>
    <message>
        <source>Give the batch a code, such as B301.</source>
        <translation>请填批次代码，如 B301。</translation>
    </message>
    <message>
        <source>The slip of batch {0} has {1} forms: numbers go beyond it.</source>
        <translation>批次 {0} 封面为 {1} 份，所选号码超出封面。</translation>
    </message>
    <message>
        <source>{0} forms, {1} to {2}; the first is shown.</source>
        <translation>共 {0} 份，{1} 至 {2}；下面显示第一份。</translation>
    </message>
    <message>
        <source>One page without a number, to be cut out.</source>
        <translation>单页，不编号，供读者剪下填写。</translation>
    </message>
    <message>
        <source>One form without a number, to be copied.</source>
        <translation>一份，不编号，供翻印。</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>不编号</translation>
    </message>
    <message>
        <source>With numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>For a newspaper</source>
        <translation>报纸版</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>止号</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>SealView</name>
    <message>
        <source>Seal</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Seal…</source>
        <translation>封存……</translation>
    </message>
    <message>
        <source>Unseal…</source>
        <translation>启封……</translation>
    </message>
    <message>
        <source>Forms are counted, the seal goes on record…</source>
        <translation>正在计票并记入封存记录……</translation>
    </message>
    <message>
        <source>Sealed: edition {0}. Nothing is taken or changed any more.</source>
        <translation>已封存：第 {0} 版。此后不再接收、不再更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) stand against the seal.</source>
        <translation>
            <numerusform>还有 %n 项妨碍封存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to be sealed as edition {0}.</source>
        <translation>可以封存为第 {0} 版。</translation>
    </message>
    <message numerus="yes">
        <source>Settle or waive what stands in the list first: %n left.</source>
        <translation>
            <numerusform>请先处理或豁免列表中的各项：还有 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>The head of every station and the hash of the results go on record. After it every act is refused, until two people open the seal again.</source>
        <translation>各站点的末条记录和结果的校验码一并记入。封存后一切操作均被拒绝，直至两人共同启封。</translation>
    </message>
    <message>
        <source>Seal the survey</source>
        <translation>封存本次评议</translation>
    </message>
    <message>
        <source>The sealed edition stays printable as it is; the next edition begins. The reason is printed on the archive list.</source>
        <translation>已封存的版本仍可照原样打印；下一版由此开始。启封理由印在归档目录上。</translation>
    </message>
    <message>
        <source>Open the seal again</source>
        <translation>启封</translation>
    </message>
    <message>
        <source>Unseal</source>
        <translation>启封</translation>
    </message>
    <message>
        <source>Let {0} pass</source>
        <translation>豁免 {0}</translation>
    </message>
    <message>
        <source>It stays on record as it is; reason and names are printed with the seal.</source>
        <translation>该项照原样留存；理由和姓名随封存一并印出。</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>{0} is waived once the survey is sealed.</source>
        <translation>{0} 的豁免将在封存时生效。</translation>
    </message>
    <message>
        <source>Sealed: edition {0}. Print the documents, and make the archive.</source>
        <translation>已封存：第 {0} 版。请打印文件，并制作归档。</translation>
    </message>
    <message>
        <source>Open again: edition {0} begins.</source>
        <translation>已启封：第 {0} 版开始。</translation>
    </message>
</context>
<context>
    <name>SecondChooser</name>
    <message>
        <source>Key a second time</source>
        <translation>复录这一批</translation>
    </message>
    <message>
        <source>To key a second time</source>
        <translation>待复录</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Numbers due</source>
        <translation>待复录的号</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Come back to me</source>
        <translation>退回本人重录</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表号</translation>
    </message>
    <message>
        <source>Cells to key again</source>
        <translation>须重录的格</translation>
    </message>
    <message>
        <source>Go to Keying</source>
        <translation>到“录入”页</translation>
    </message>
    <message>
        <source>all</source>
        <translation>整份</translation>
    </message>
    <message>
        <source>Nothing waits for you here. When a batch is closed, numbers of it are drawn for second keying; what you keyed first yourself goes to somebody else. If you were given papers, type the code on the batch cover above.</source>
        <translation>没有待复录的表。批次关闭时抽取须复录的号；本人初录的，由别人复录。手中已有待复录的纸表的，请在上面输入批次封面上的代码。</translation>
    </message>
    <message>
        <source>No form comes back to you. A form of yours that is to be looked at once more stands here; take its paper from the batch and key the open cells.</source>
        <translation>没有退回本人的表。须本人重录的表列在这里：请从批次中取出纸表，录空出的格。</translation>
    </message>
    <message>
        <source>Which papers are on the table?</source>
        <translation>现在复录哪一批？</translation>
    </message>
    <message>
        <source>Scan or type the code on the batch cover, then Enter</source>
        <translation>扫描或输入批次封面上的代码，按 Enter</translation>
    </message>
    <message>
        <source>Batch code</source>
        <translation>批次代码</translation>
    </message>
</context>
<context>
    <name>SecondKeyingView</name>
    <message>
        <source>other papers</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Come back to me</source>
        <translation>退回本人重录</translation>
    </message>
    <message>
        <source>Key the open cells from the paper.</source>
        <translation>请照纸表录空出的格。</translation>
    </message>
    <message>
        <source>Batch {0}</source>
        <translation>批次 {0}</translation>
    </message>
    <message>
        <source>Second keying: the whole form from the paper.</source>
        <translation>复录：请照纸表录整份。</translation>
    </message>
    <message>
        <source>{0} is saved.</source>
        <translation>{0} 已存盘。</translation>
    </message>
    <message>
        <source>Nothing more is due here: Esc leads to other papers.</source>
        <translation>这里没有待录的了，按 Esc 换一批。</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Name of the second person</source>
        <translation>第二人姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN of the second person</source>
        <translation>第二人口令</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择……</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>A form is stored</source>
        <translation>已存盘</translation>
    </message>
    <message>
        <source>A key means nothing</source>
        <translation>此键不起作用</translation>
    </message>
    <message>
        <source>Look at the line</source>
        <translation>请看提示行</translation>
    </message>
    <message>
        <source>The end of a page</source>
        <translation>到页末</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How the window looks</source>
        <translation>窗口外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Sounds while keying</source>
        <translation>录入声音</translation>
    </message>
    <message>
        <source>Hear each</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>A change is seen at once; an open form stays at its cell.</source>
        <translation>改动立即生效，没录完的表停在原来的格。</translation>
    </message>
</context>
<context>
    <name>ShiftPanel</name>
    <message>
        <source>My earlier work</source>
        <translation>以往的工作</translation>
    </message>
    <message>
        <source>H:mm</source>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>My shift since {0}</source>
        <translation>本班次（{0} 起）</translation>
    </message>
    <message>
        <source>No earlier work of yours is on record here</source>
        <translation>这里没有以往的工作记录</translation>
    </message>
    <message>
        <source>forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>presses</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>pauses</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Close this survey</source>
        <translation>关闭评议活动</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>The open form is kept. {0} goes on with the PIN; somebody else signs in.</source>
        <translation>没录完的表已保留。{0} 输入口令继续；换人录入的，由换的人登录。</translation>
    </message>
    <message>
        <source>only where a second person reads aloud</source>
        <translation>有人唱票时填写，一人录入的留空</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Caller&apos;s code</source>
        <translation>唱票人代码</translation>
    </message>
</context>
<context>
    <name>SigningPanel</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, in a few words</source>
        <translation>简述理由</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>SlipForm</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源单位</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Forms a batch</source>
        <translation>每批张数</translation>
    </message>
    <message>
        <source>Batch code</source>
        <translation>批次代码</translation>
    </message>
    <message>
        <source>Forms, counted by hand</source>
        <translation>手工清点张数</translation>
    </message>
    <message>
        <source>Origin, if one unit filled them in</source>
        <translation>来源单位（由一个单位填写时）</translation>
    </message>
</context>
<context>
    <name>StabilityPanel</name>
    <message>
        <source>Drawing slips, and ranking anew each time…</source>
        <translation>正在模拟录入差错并重新排名……</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>开始模拟</translation>
    </message>
    <message>
        <source>The file has gone on since: draw again.</source>
        <translation>此后文件又有新记录，请重新模拟。</translation>
    </message>
    <message>
        <source>{0} rounds over {1} forms keyed once, seed {2}, results {3}…; the same file and the same seed give the same figures.</source>
        <translation>模拟 {0} 轮，涉及只录一遍的评议表 {1} 份，种子 {2}，结果校验码 {3}……；同一文件、同一种子，所得数字相同。</translation>
    </message>
    <message>
        <source>{0} forms are open and count as nothing.</source>
        <translation>另有 {0} 份待处理，暂不计入。</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>Nothing is drawn yet. Press Draw: 1,000 rounds over 10,000 forms take about ten seconds, and the window stays alive.</source>
        <translation>尚未模拟。请按“开始模拟”：1000 轮、1 万份评议表约需十秒，其间窗口照常可用。</translation>
    </message>
    <message>
        <source>What is done: second keying measured how often which mark was keyed for which. Every cell of the forms keyed once is redrawn so, the measured rates as uncertain as they are (prior: half a slip for each mark), and everything is scored and ranked again by the plan. What is assumed: each cell errs by itself, though slips of a whole row come together, so the truth varies more and the shares are lower bounds; forms keyed twice, rulings and counts from outside are taken as right; which forms are void stays; what both people keyed wrong is not seen.</source>
        <translation>做法：复录测得何种等次错录成何种等次、各有多少；据此对只录一遍的评议表逐格重新抽取（差错率本身的不确定也计算在内，先验为每种等次半个差错），每轮都按方案重新计分、排名。假定：各格的差错互不相干，而整行错位之类实际上是成片的，真实的变动更大，所以这里的比例只是下限；录过两遍的评议表、裁定和汇总数视为正确；哪些是无效票不变；两人都录错的发现不了。</translation>
    </message>
    <message>
        <source>{0} rounds</source>
        <translation>{0} 轮</translation>
    </message>
    <message>
        <source>Seed: from the results&apos; hash</source>
        <translation>种子：默认取自结果校验码</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Would slips that nobody saw change who is first and who is last?</source>
        <translation>未被发现的录入差错，会不会改变前几名和后几名？</translation>
    </message>
    <message>
        <source>Stopped: nothing was drawn to its end.</source>
        <translation>已停止，本次模拟没有做完，不出数字。</translation>
    </message>
</context>
<context>
    <name>StabilityTables</name>
    <message>
        <source>Near the edges</source>
        <translation>前后几名及其边缘</translation>
    </message>
    <message>
        <source>Order another in more than {0} %</source>
        <translation>次序有变的轮次超过 {0}%</translation>
    </message>
    <message>
        <source>of rounds have another top {0}</source>
        <translation>的轮次前 {0} 名有变</translation>
    </message>
    <message>
        <source>of rounds have another bottom {0}</source>
        <translation>的轮次后 {0} 名有变</translation>
    </message>
    <message>
        <source>of {0} pairs of neighbours are within doubt</source>
        <translation>对名次存疑（相邻单位共 {0} 对）</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Among the top</source>
        <translation>列入前几名</translation>
    </message>
    <message>
        <source>Among the bottom</source>
        <translation>列入后几名</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>紧随其后</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>次序有变</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>record {0} · {1}</source>
        <translation>记录 {0} · {1}</translation>
    </message>
    <message>
        <source>saved {0} {1}</source>
        <translation>上一份 {0} 已存盘&#x3000;{1}</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Open a survey</source>
        <translation>打开评议活动</translation>
    </message>
    <message>
        <source>Go on where the work was left.</source>
        <translation>从上次停下的地方接着做。</translation>
    </message>
    <message>
        <source>Join with a kit</source>
        <translation>凭开站包加入</translation>
    </message>
    <message>
        <source>Make this laptop a station of the supervisor&apos;s survey.</source>
        <translation>本机作为站点，参加主管的评议活动。</translation>
    </message>
    <message>
        <source>Found a survey</source>
        <translation>新建评议活动</translation>
    </message>
    <message>
        <source>Begin a new one from a plan; this laptop is the supervisor&apos;s.</source>
        <translation>由评议方案新建，本机作为主管的机器。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>An invented survey, ready to key. Nothing counts.</source>
        <translation>虚构的评议活动，可以直接录入，不计票。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Counts paper appraisal forms offline; not one lost, doubled or altered.</source>
        <translation>清点纸质评议表，不接网络；一份不丢，一份不重，一份不改。</translation>
    </message>
</context>
<context>
    <name>StationPanel</name>
    <message>
        <source>The kit is being written…</source>
        <translation>正在写入开站包……</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Records here</source>
        <translation>已到记录</translation>
    </message>
    <message>
        <source>Last record made</source>
        <translation>末条记录时间</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Make a kit…</source>
        <translation>制作开站包……</translation>
    </message>
    <message>
        <source>Admit a station…</source>
        <translation>准入站点……</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>停用……</translation>
    </message>
    <message>
        <source>Station sheets</source>
        <translation>站点准入单</translation>
    </message>
    <message>
        <source>The kit</source>
        <translation>开站包</translation>
    </message>
    <message>
        <source>Kits (*.pyp)</source>
        <translation>开站包 (*.pyp)</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>已准入</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>waits for admission</source>
        <translation>待准入</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>Admitted under this code. Its packages are taken.</source>
        <translation>已按此码准入，接收其数据包。</translation>
    </message>
    <message>
        <source>Suspended: nothing more is taken. Admit it again to go on.</source>
        <translation>已停用：不再接收其数据包。需要继续时请重新准入。</translation>
    </message>
    <message>
        <source>Compare this code with the one on the station&apos;s own screen or shift sheet.</source>
        <translation>请与该站点屏幕上或班次单上的准入码核对。</translation>
    </message>
    <message>
        <source>A kit carries plan, people and batches. On each laptop choose “Join with a kit”; it hands over a first package and shows a code.</source>
        <translation>开站包带有方案、人员和批次。在各台电脑上选“凭开站包加入”，该站点交出首个数据包，并显示准入码。</translation>
    </message>
    <message>
        <source>Kit written: {0}, {1} records. Carry it to every station.</source>
        <translation>开站包已写入：{0}，{1} 条记录。请带到各站点。</translation>
    </message>
    <message>
        <source>{0} is suspended: its packages are refused; what it handed over stays.</source>
        <translation>{0} 已停用：不再接收其数据包，已交来的仍然保留。</translation>
    </message>
    <message>
        <source>Why it is suspended; Enter does it</source>
        <translation>停用理由；按 Enter 生效</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>StationStandingPanel</name>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Admission code</source>
        <translation>准入码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Records here</source>
        <translation>已收记录</translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>末条记录</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Merged at</source>
        <translation>合并时间</translation>
    </message>
    <message>
        <source>Merged by</source>
        <translation>合并人</translation>
    </message>
    <message>
        <source>How far each station is here</source>
        <translation>各站已收情况</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>已准入</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>未准入</translation>
    </message>
</context>
<context>
    <name>StationsView</name>
    <message>
        <source>Stations and people</source>
        <translation>站点与人员</translation>
    </message>
    <message>
        <source>Kits are made after the zero report: see the overview.</source>
        <translation>零报告之后才能制作开站包：见总览页。</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) wait to be admitted.</source>
        <translation>
            <numerusform>有 %n 个站点待准入。</numerusform>
        </translation>
    </message>
    <message>
        <source>No station yet: make a kit, and carry it to each laptop.</source>
        <translation>还没有站点：请制作开站包，带到各台电脑。</translation>
    </message>
    <message>
        <source>{0} admitted, {1} people registered.</source>
        <translation>已准入 {0} 个站点，已登记 {1} 人。</translation>
    </message>
</context>
<context>
    <name>StickChoice</name>
    <message>
        <source>Stick</source>
        <translation>U 盘</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>数据包存放处</translation>
    </message>
    <message>
        <source>No stick is in this computer</source>
        <translation>没有找到 U 盘</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>另选文件夹</translation>
    </message>
    <message>
        <source>{0} — {1} free</source>
        <translation>{0}（可用 {1}）</translation>
    </message>
</context>
<context>
    <name>StretchTableModel</name>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Presses</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>H:mm</source>
        <translation>H:mm</translation>
    </message>
</context>
<context>
    <name>TableCopy</name>
    <message numerus="yes">
        <source>%n row(s) copied with their titles: paste them into a spreadsheet.</source>
        <translation>
            <numerusform>已复制 %n 行（含表头），可粘贴到电子表格。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableProblems</name>
    <message>
        <source>Row {0}</source>
        <translation>第 {0}</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……另有 {0} 处</translation>
    </message>
</context>
<context>
    <name>TakeBackForm</name>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>TieBreakField</name>
    <message>
        <source>Equal scores</source>
        <translation>得分相同时</translation>
    </message>
    <message>
        <source>Compared one after the other; without any, equal scores share a rank.</source>
        <translation>依次比较；都不选的，得分相同即为并列。</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>larger share of the best grade</source>
        <translation>最高等次所占比例高的在前</translation>
    </message>
    <message>
        <source>higher satisfaction rate</source>
        <translation>满意率高的在前</translation>
    </message>
    <message>
        <source>fewer votes of the last grade</source>
        <translation>最低等次票数少的在前</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>worked {0}:{1:02d}</source>
        <translation>已用 {0}:{1:02d}</translation>
    </message>
    <message>
        <source>station {0}</source>
        <translation>站点 {0}</translation>
    </message>
    <message>
        <source>operator {0}</source>
        <translation>操作员 {0}</translation>
    </message>
    <message>
        <source>caller {0}</source>
        <translation>唱票人 {0}</translation>
    </message>
    <message>
        <source>view only</source>
        <translation>只供查看</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>official</source>
        <translation>正式</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Which agencies</source>
        <translation>显示哪些单位</translation>
    </message>
    <message>
        <source>Nothing is counted yet, so no agency has a rank to compare.</source>
        <translation>尚未计入任何票，各单位没有名次可比。</translation>
    </message>
    <message>
        <source>What-if: the result remains that of the plan. Nothing here is recorded.</source>
        <translation>假设试算：结果仍以方案为准，这里的内容一概不记录。</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Ranks under the alternatives</source>
        <translation>各备选规则下的名次</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Rank changes</source>
        <translation>名次有变</translation>
    </message>
    <message>
        <source>Over an edge</source>
        <translation>进出前后几名</translation>
    </message>
    <message>
        <source>↑ ↓ places gained or lost; * comes into the top or bottom, or leaves it</source>
        <translation>↑ ↓ 名次上升或下降的位数；* 进入或退出前几名、后几名</translation>
    </message>
</context>
<context>
    <name>YearPapers</name>
    <message>
        <source>Documents are being written…</source>
        <translation>正在生成文书……</translation>
    </message>
    <message>
        <source>Folder for the documents</source>
        <translation>文书存放文件夹</translation>
    </message>
    <message>
        <source>Stopped: nothing was kept.</source>
        <translation>已停止，未生成任何文书。</translation>
    </message>
    <message>
        <source>There is nothing to write of this kind yet.</source>
        <translation>目前没有这类文书可生成。</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) written: {0}</source>
        <translation>
            <numerusform>已生成文书 %n 份：{0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZeroPanel</name>
    <message>
        <source>Declare the zero report</source>
        <translation>出具零报告</translation>
    </message>
    <message>
        <source>No zero report yet</source>
        <translation>尚未出具零报告</translation>
    </message>
    <message>
        <source>Ask the supervisor to sign in and declare it.</source>
        <translation>请主管登录，在这里出具零报告。</translation>
    </message>
    <message>
        <source>Keying opens with the zero report: it puts on record that this file holds not one form. Have the scrutineer watch, then declare it.</source>
        <translation>出具零报告后方可录入。零报告记录本文件中没有一份评议表，请在监票人监督下出具。</translation>
    </message>
</context>
<context>
    <name>_PaperKeyStrip</name>
    <message>
        <source>take this number</source>
        <translation>就录这一号</translation>
    </message>
    <message>
        <source>another number, or scan</source>
        <translation>改录另一号，或扫码</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
</context>
</TS>
