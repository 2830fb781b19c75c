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
        <source>{0} rows keyed, {1} to go</source>
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
    <name>NumberField</name>
    <message>
        <source>Form number</source>
        <translation>表号</translation>
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
    <name>PageList</name>
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
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Page back (Ctrl+PgUp)</source>
        <translation>上一页（Ctrl+PgUp）</translation>
    </message>
    <message>
        <source>Next page (Ctrl+PgDn)</source>
        <translation>下一页（Ctrl+PgDn）</translation>
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
        <source>H:mm</source>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>d MMM H:mm</source>
        <translation>M月d日 H:mm</translation>
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
    <message>
        <source>{0} cannot be written ({1}): choose another folder.</source>
        <translation>{0} 写不进去（{1}），请另选文件夹。</translation>
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
