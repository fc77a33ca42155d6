<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>poolscope::MainWindow</name>
    <message numerus="yes">
        <source>Poolscope ended before %n run(s) were saved.</source>
        <translation>
            <numerusform>Poolscope ended before %n run was saved.</numerusform>
            <numerusform>Poolscope ended before %n runs were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are still there.</source>
        <translation>
            <numerusform>It is still there.</numerusform>
            <numerusform>They are still there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open them</source>
        <translation>
            <numerusform>Open it</numerusform>
            <numerusform>Open them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>poolscope::RunOptions</name>
    <message numerus="yes">
        <source>Options, %n set</source>
        <translation>
            <numerusform>Options, %n set</numerusform>
            <numerusform>Options, %n set</numerusform>
        </translation>
    </message>
</context>
</TS>
