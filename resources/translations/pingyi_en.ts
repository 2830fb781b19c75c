<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AssessLedgerActs</name>
    <message numerus="yes">
        <source>Withdraw %n entry(ies)? They stay on record and never count again.</source>
        <translation>
            <numerusform>Withdraw %n entry? It stays on record and never counts again.</numerusform>
            <numerusform>Withdraw %n entries? They stay on record and never count again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) imported as drafts.</source>
        <translation>
            <numerusform>%n entry imported as a draft.</numerusform>
            <numerusform>%n entries imported as drafts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) now stand under two rules: see To decide.</source>
        <translation>
            <numerusform>%n case now stands under two rules: see To decide.</numerusform>
            <numerusform>%n cases now stand under two rules: see To decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) now: {0}.</source>
        <translation>
            <numerusform>%n entry now: {0}.</numerusform>
            <numerusform>%n entries now: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) made from the survey&apos;s rates.</source>
        <translation>
            <numerusform>%n draft made from the survey&apos;s rates.</numerusform>
            <numerusform>%n drafts made from the survey&apos;s rates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) had an entry already.</source>
        <translation>
            <numerusform>%n unit had an entry already.</numerusform>
            <numerusform>%n units had an entry already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessLedgerPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessSealPanel</name>
    <message numerus="yes">
        <source>%n thing(s) stand against the year&apos;s seal.</source>
        <translation>
            <numerusform>%n thing stands against the year&apos;s seal.</numerusform>
            <numerusform>%n things stand against the year&apos;s seal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentRows</name>
    <message numerus="yes">
        <source>, other in %n group(s)</source>
        <translation>
            <numerusform>, other in %n group</numerusform>
            <numerusform>, other in %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompositeComponentsPanel</name>
    <message numerus="yes">
        <source>%n figure(s) of {0} are on record.</source>
        <translation>
            <numerusform>%n figure of {0} is on record.</numerusform>
            <numerusform>%n figures of {0} are on record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompositeFiguresPanel</name>
    <message numerus="yes">
        <source>%n figure(s) understood: look them through, then put them on record.</source>
        <translation>
            <numerusform>%n figure understood: look at it, then put it on record.</numerusform>
            <numerusform>%n figures understood: look them through, then put them on record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompositeWhatIfPanel</name>
    <message numerus="yes">
        <source>%n unit(s) would change rank.</source>
        <translation>
            <numerusform>%n unit would change rank.</numerusform>
            <numerusform>%n units would change rank.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmForm</name>
    <message numerus="yes">
        <source>The deadline is %n day(s) later, unless another is written.</source>
        <translation>
            <numerusform>The deadline is %n day later, unless another is written.</numerusform>
            <numerusform>The deadline is %n days later, unless another is written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsequenceBandsPanel</name>
    <message numerus="yes">
        <source>%n band(s) of {0} are on record.</source>
        <translation>
            <numerusform>%n band of {0} is on record.</numerusform>
            <numerusform>%n bands of {0} are on record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) understood: look them through, then put them on record.</source>
        <translation>
            <numerusform>%n unit understood: look at it, then put it on record.</numerusform>
            <numerusform>%n units understood: look them through, then put them on record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) of {0}, {1} merged or renamed since.</source>
        <translation>
            <numerusform>%n unit of {0}, {1} merged or renamed since.</numerusform>
            <numerusform>%n units of {0}, {1} merged or renamed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsequenceLinesPanel</name>
    <message numerus="yes">
        <source>%n consequence(s) are on record.</source>
        <translation>
            <numerusform>%n consequence is on record.</numerusform>
            <numerusform>%n consequences are on record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsequenceTexts</name>
    <message numerus="yes">
        <source>%n consequence(s) by one document; the first: </source>
        <translation>
            <numerusform>%n consequence by one document: </numerusform>
            <numerusform>%n consequences by one document; the first: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsequencesView</name>
    <message numerus="yes">
        <source>The year is not over: %n consequence(s) as units stand today.</source>
        <translation>
            <numerusform>The year is not over: %n consequence as units stand today.</numerusform>
            <numerusform>The year is not over: %n consequences as units stand today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consequence(s) wait to be confirmed.</source>
        <translation>
            <numerusform>%n consequence waits to be confirmed.</numerusform>
            <numerusform>%n consequences wait to be confirmed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message numerus="yes">
        <source>%n rank(s) of {0} are on record.</source>
        <translation>
            <numerusform>%n rank of {0} is on record.</numerusform>
            <numerusform>%n ranks of {0} are on record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message numerus="yes">
        <source>%n record(s); nothing is ever deleted.</source>
        <translation>
            <numerusform>%n record; nothing is ever deleted.</numerusform>
            <numerusform>%n records; nothing is ever deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpinionsView</name>
    <message numerus="yes">
        <source>%n opinion(s) stand on {0} already.</source>
        <translation>
            <numerusform>%n opinion stands on {0} already.</numerusform>
            <numerusform>%n opinions stand on {0} already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opinion(s) are keyed.</source>
        <translation>
            <numerusform>%n opinion is keyed.</numerusform>
            <numerusform>%n opinions are keyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have keyed %n opinion(s).</source>
        <translation>
            <numerusform>You have keyed %n opinion.</numerusform>
            <numerusform>You have keyed %n opinions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulingsView</name>
    <message numerus="yes">
        <source>%n form(s) wait for a ruling.</source>
        <translation>
            <numerusform>%n form waits for a ruling.</numerusform>
            <numerusform>%n forms wait for a ruling.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No ruling is due; %n form(s) are with their first keyers.</source>
        <translation>
            <numerusform>No ruling is due; %n form is with its first keyer.</numerusform>
            <numerusform>No ruling is due; %n forms are with their first keyers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SealView</name>
    <message numerus="yes">
        <source>%n thing(s) stand against the seal.</source>
        <translation>
            <numerusform>%n thing stands against the seal.</numerusform>
            <numerusform>%n things stand against the seal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle or waive what stands in the list first: %n left.</source>
        <translation>
            <numerusform>Settle or waive what stands in the list first: %n left.</numerusform>
            <numerusform>Settle or waive what stands in the list first: %n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StationsView</name>
    <message numerus="yes">
        <source>%n station(s) wait to be admitted.</source>
        <translation>
            <numerusform>%n station waits to be admitted.</numerusform>
            <numerusform>%n stations wait to be admitted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableCopy</name>
    <message numerus="yes">
        <source>%n row(s) copied with their titles: paste them into a spreadsheet.</source>
        <translation>
            <numerusform>%n row copied with its titles: paste it into a spreadsheet.</numerusform>
            <numerusform>%n rows copied with their titles: paste them into a spreadsheet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YearPapers</name>
    <message numerus="yes">
        <source>%n document(s) written: {0}</source>
        <translation>
            <numerusform>%n document written: {0}</numerusform>
            <numerusform>%n documents written: {0}</numerusform>
        </translation>
    </message>
</context>
</TS>
