<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>Print: %n topic(s)</source>
        <translation>
            <numerusform>Print: %n topic</numerusform>
            <numerusform>Print: %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
</TS>
