<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>ClinicDialog</name>
    <message numerus="yes">
        <source>The profile has %n preset(s) for handouts.</source>
        <translation>
            <numerusform>The profile has %n preset for handouts.</numerusform>
            <numerusform>The profile has %n presets for handouts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message numerus="yes">
        <source>Handout: %n topic(s)</source>
        <translation>
            <numerusform>Handout: %n topic</numerusform>
            <numerusform>Handout: %n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
</TS>
