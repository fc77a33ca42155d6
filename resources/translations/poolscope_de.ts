<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChartTables</name>
    <message>
        <source>%1 (s)</source>
        <translation>%1 (s)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>share of worker time (%)</source>
        <translation>Anteil an der Worker-Zeit (%)</translation>
    </message>
    <message>
        <source>time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>unaccounted</source>
        <translation>ohne Zuordnung</translation>
    </message>
    <message>
        <source>Workers over time</source>
        <translation>Worker im Zeitverlauf</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>memory (B)</source>
        <translation>Speicher (B)</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>Workers: %1; items done: %2; from %3 to %4 after the start.</source>
        <translation>Worker: %1; fertige Elemente: %2; von %3 bis %4 nach dem Start.</translation>
    </message>
    <message>
        <source>Serialization overhead</source>
        <translation>Serialisierungsaufwand</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>pickled (B)</source>
        <translation>gepickelt (B)</translation>
    </message>
    <message>
        <source>unpickled (B)</source>
        <translation>entpickelt (B)</translation>
    </message>
    <message>
        <source>bytes (B)</source>
        <translation>Bytes (B)</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>In the range pickling, unpickling and transfer took %1, %2 % of the time.</source>
        <translation>Im Bereich brauchten Pickeln, Entpickeln und Übertragen %1, %2 % der Zeit.</translation>
    </message>
    <message>
        <source>Pickling, unpickling and transfer took %1, %2 % of the time of all.</source>
        <translation>Pickeln, Entpickeln und Übertragen brauchten %1, %2 % der gesamten Zeit.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>from (s)</source>
        <translation>von (s)</translation>
    </message>
    <message>
        <source>to (s)</source>
        <translation>bis (s)</translation>
    </message>
    <message>
        <source>items/s</source>
        <translation>Elemente/s</translation>
    </message>
    <message>
        <source>chunks in flight</source>
        <translation>Blöcke unterwegs</translation>
    </message>
    <message>
        <source>busy workers</source>
        <translation>aktive Worker</translation>
    </message>
    <message>
        <source>%1 items/s over the whole run.</source>
        <translation>%1 Elemente/s über den ganzen Lauf.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>No chunk has come back yet.</source>
        <translation>Noch ist kein Block zurückgekommen.</translation>
    </message>
    <message>
        <source>Of %1 chunks half took at most %2, 99 % at most %3, 99.9 % at most %4.</source>
        <translation>Von %1 Blöcken brauchte die Hälfte höchstens %2, 99 % höchstens %3, 99,9 % höchstens %4.</translation>
    </message>
    <message>
        <source>Out and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>No task is selected.</source>
        <translation>Keine Aufgabe ist ausgewählt.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>begins (µs)</source>
        <translation>beginnt (µs)</translation>
    </message>
    <message>
        <source>ends (µs)</source>
        <translation>endet (µs)</translation>
    </message>
    <message>
        <source>time (µs)</source>
        <translation>Zeit (µs)</translation>
    </message>
    <message>
        <source>Task %1, %2: %3 from its first byte to its result.</source>
        <translation>Aufgabe %1, %2: %3 vom ersten Byte bis zum Ergebnis.</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>median (items/s)</source>
        <translation>Median (Elemente/s)</translation>
    </message>
    <message>
        <source>lowest (items/s)</source>
        <translation>tiefster (Elemente/s)</translation>
    </message>
    <message>
        <source>highest (items/s)</source>
        <translation>höchster (Elemente/s)</translation>
    </message>
    <message>
        <source>Amdahl (items/s)</source>
        <translation>Amdahl (Elemente/s)</translation>
    </message>
    <message>
        <source>universal law (items/s)</source>
        <translation>universelles Gesetz (Elemente/s)</translation>
    </message>
    <message>
        <source>Points of the map</source>
        <translation>Punkte der Karte</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>work an item (s)</source>
        <translation>Arbeit je Element (s)</translation>
    </message>
    <message>
        <source>bytes an item (B)</source>
        <translation>Bytes je Element (B)</translation>
    </message>
    <message>
        <source>predicted (×)</source>
        <translation>vorhergesagt (×)</translation>
    </message>
    <message>
        <source>measured (×)</source>
        <translation>gemessen (×)</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>payload</translation>
    </message>
    <message>
        <source>Work from which the pool is faster</source>
        <translation>Arbeit, ab der der Pool schneller ist</translation>
    </message>
    <message>
        <source>work for %1 (s)</source>
        <translation>Arbeit für %1 (s)</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>1 process: %1</source>
        <translation>1 Prozess: %1</translation>
    </message>
    <message>
        <source>%1 processes: %2</source>
        <translation>%1 Prozesse: %2</translation>
    </message>
    <message>
        <source>1 thread: %1</source>
        <translation>1 Thread: %1</translation>
    </message>
    <message>
        <source>%1 threads: %2</source>
        <translation>%1 Threads: %2</translation>
    </message>
    <message>
        <source>serial: %1</source>
        <translation>seriell: %1</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>nach %1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>(%1 to %2)</source>
        <translation>(%1 bis %2)</translation>
    </message>
    <message>
        <source>(%1 ±%2)</source>
        <translation>(%1 ±%2)</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>nothing to compare: the input is empty</source>
        <translation>nichts zu vergleichen: die Eingabe ist leer</translation>
    </message>
    <message>
        <source>the serial time was not asked for</source>
        <translation>die serielle Zeit wurde nicht verlangt</translation>
    </message>
    <message>
        <source>the serial time was not measured (--no-serial-probe)</source>
        <translation>die serielle Zeit wurde nicht gemessen (--no-serial-probe)</translation>
    </message>
    <message>
        <source>nothing was run</source>
        <translation>es ist nichts gelaufen</translation>
    </message>
    <message>
        <source>Serial time not measured: the job has effects.</source>
        <translation>Serielle Zeit nicht gemessen: Der Job hat Nebenwirkungen.</translation>
    </message>
    <message>
        <source>Serial time not measured: a call took longer than a task may.</source>
        <translation>Serielle Zeit nicht gemessen: Ein Aufruf dauerte länger, als eine Aufgabe darf.</translation>
    </message>
    <message>
        <source>The probe&apos;s worker ended before it had measured.</source>
        <translation>Der Worker der Probemessung endete, bevor gemessen war.</translation>
    </message>
    <message>
        <source>a plain loop</source>
        <translation>eine einfache Schleife</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>seriell</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>≈ alike to %1</source>
        <translation>≈ gleichauf mit %1</translation>
    </message>
    <message>
        <source>alike to %1</source>
        <translation>gleichauf mit %1</translation>
    </message>
    <message>
        <source>%1 faster an item than %2</source>
        <translation>%1 schneller je Element als %2</translation>
    </message>
    <message>
        <source>%1 slower an item than %2</source>
        <translation>%1 langsamer je Element als %2</translation>
    </message>
    <message>
        <source>%1 faster than %2</source>
        <translation>%1 schneller als %2</translation>
    </message>
    <message>
        <source>%1 slower than %2</source>
        <translation>%1 langsamer als %2</translation>
    </message>
    <message>
        <source>Computing took %1 of worker time.</source>
        <translation>Das Rechnen brauchte %1 der Worker-Zeit.</translation>
    </message>
    <message>
        <source>Pickling in %1-item chunks took %2 of worker time.</source>
        <translation>Das Pickeln in Blöcken zu %1 brauchte %2 der Worker-Zeit.</translation>
    </message>
    <message>
        <source>Unpickling in %1-item chunks took %2 of worker time.</source>
        <translation>Das Entpickeln in Blöcken zu %1 brauchte %2 der Worker-Zeit.</translation>
    </message>
    <message>
        <source>Moving %1 took %2 of worker time.</source>
        <translation>Das Übertragen von %1 brauchte %2 der Worker-Zeit.</translation>
    </message>
    <message>
        <source>Waiting took %1 of worker time.</source>
        <translation>Das Warten brauchte %1 der Worker-Zeit.</translation>
    </message>
    <message>
        <source>Starting the workers took %1 of worker time.</source>
        <translation>Das Starten der Worker brauchte %1 der Worker-Zeit.</translation>
    </message>
    <message>
        <source>%1 of 1 item failed.</source>
        <translation>%1 von 1 Element fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 of %2 items failed.</source>
        <translation>%1 von %2 Elementen fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time for the parent to serve them: try fewer workers.</source>
        <translation>Die Worker warteten %1 ihrer Zeit darauf, vom Elternprozess bedient zu werden: weniger Worker versuchen.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time for the parent to serve them: give an item more to do.</source>
        <translation>Die Worker warteten %1 ihrer Zeit darauf, vom Elternprozess bedient zu werden: einem Element mehr zu tun geben.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time: there are fewer items than workers.</source>
        <translation>Die Worker warteten %1 ihrer Zeit: Es gibt weniger Elemente als Worker.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time: apply has one task under way at a time; map keeps all of them busy.</source>
        <translation>Die Worker warteten %1 ihrer Zeit: apply hat immer nur eine Aufgabe unterwegs, map beschäftigt alle.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time for items: reading the input is what holds them up.</source>
        <translation>Die Worker warteten %1 ihrer Zeit auf Elemente: Das Lesen der Eingabe hält sie auf.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time for tasks that were run again after a worker died.</source>
        <translation>Die Worker warteten %1 ihrer Zeit auf Aufgaben, die nach dem Tod eines Workers noch einmal liefen.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time with nothing left to do: chunks of %2 would share the work more evenly.</source>
        <translation>Die Worker warteten %1 ihrer Zeit ohne Arbeit: Blöcke zu %2 würden sie gleichmäßiger verteilen.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time with nothing left to do while worker %2 computed %3 as long as the others: begin with the items that take longest.</source>
        <translation>Die Worker warteten %1 ihrer Zeit ohne Arbeit, während Worker %2 rechnete, %3 so lange wie die anderen: mit den längsten Elementen beginnen.</translation>
    </message>
    <message>
        <source>Workers waited %1 of their time with nothing left to do while others finished the last tasks.</source>
        <translation>Die Worker warteten %1 ihrer Zeit ohne Arbeit, während andere die letzten Aufgaben beendeten.</translation>
    </message>
    <message>
        <source>Workers were ready but had no CPU for %1 of their time: fewer of them would do as much.</source>
        <translation>Die Worker waren %1 ihrer Zeit bereit, hatten aber keine CPU: Weniger würden ebenso viel schaffen.</translation>
    </message>
    <message>
        <source>Starting the workers took %1 of their time: the job is too short to pay for it.</source>
        <translation>Das Starten der Worker brauchte %1 ihrer Zeit: Der Job ist zu kurz dafür.</translation>
    </message>
    <message>
        <source>Carrying an item costs %1 of the work in it, mostly %2, which %3 workers cannot make up for: a plain loop is faster.</source>
        <translation>Ein Element zu befördern kostet %1 der Arbeit darin, vor allem %2, und das machen %3 Worker nicht wett: Eine einfache Schleife ist schneller.</translation>
    </message>
    <message>
        <source>Carrying an item costs many times the work in it, mostly %1, which %2 workers cannot make up for: a plain loop is faster.</source>
        <translation>Ein Element zu befördern kostet ein Vielfaches der Arbeit darin, vor allem %1, und das machen %2 Worker nicht wett: Eine einfache Schleife ist schneller.</translation>
    </message>
    <message>
        <source>Carrying an item costs %1 the work in it, mostly %2, which %3 workers cannot make up for: a plain loop is faster.</source>
        <translation>Ein Element zu befördern kostet %1 so viel wie die Arbeit darin, vor allem %2, und das machen %3 Worker nicht wett: Eine einfache Schleife ist schneller.</translation>
    </message>
    <message>
        <source>Carrying an item costs %1 of the work in it, mostly %2: %3.</source>
        <translation>Ein Element zu befördern kostet %1 der Arbeit darin, vor allem %2: %3.</translation>
    </message>
    <message>
        <source>Carrying an item costs many times the work in it, mostly %1: %2.</source>
        <translation>Ein Element zu befördern kostet ein Vielfaches der Arbeit darin, vor allem %1: %2.</translation>
    </message>
    <message>
        <source>Carrying an item costs %1 the work in it, mostly %2: %3.</source>
        <translation>Ein Element zu befördern kostet %1 so viel wie die Arbeit darin, vor allem %2: %3.</translation>
    </message>
    <message>
        <source>moving bytes</source>
        <translation>das Übertragen der Bytes</translation>
    </message>
    <message>
        <source>pickling</source>
        <translation>das Pickeln</translation>
    </message>
    <message>
        <source>unpickling</source>
        <translation>das Entpickeln</translation>
    </message>
    <message>
        <source>protocol 5 over shared memory lets large bytes travel beside the messages</source>
        <translation>mit Protokoll 5 und gemeinsamem Speicher reisen große Bytes neben den Nachrichten</translation>
    </message>
    <message>
        <source>send less with it, or give it more to do</source>
        <translation>weniger mitschicken oder mehr zu tun geben</translation>
    </message>
    <message>
        <source>Tasks sent one by one cost more than the work in them: try map with chunks of %1.</source>
        <translation>Einzeln geschickte Aufgaben kosten mehr als die Arbeit darin: map mit Blöcken zu %1 versuchen.</translation>
    </message>
    <message>
        <source>Tasks sent one by one cost %1 of the work in them: try map with chunks of %2.</source>
        <translation>Einzeln geschickte Aufgaben kosten %1 der Arbeit darin: map mit Blöcken zu %2 versuchen.</translation>
    </message>
    <message>
        <source>Chunks of %1 cost more than the work in them: try %2.</source>
        <translation>Blöcke zu %1 kosten mehr als die Arbeit darin: %2 versuchen.</translation>
    </message>
    <message>
        <source>Chunks of %1 cost %2 of the work in them: try %3.</source>
        <translation>Blöcke zu %1 kosten %2 der Arbeit darin: %3 versuchen.</translation>
    </message>
    <message>
        <source>Chunks of %1 pay: the work costs %2 its overhead.</source>
        <translation>Blöcke zu %1 lohnen sich: Die Arbeit kostet %2 so viel wie ihr Mehraufwand.</translation>
    </message>
    <message>
        <source>Chunks of %1 were chosen: %2.</source>
        <translation>Gewählt wurden Blöcke zu %1: %2.</translation>
    </message>
    <message>
        <source>nothing was measured</source>
        <translation>es wurde nichts gemessen</translation>
    </message>
    <message>
        <source>handing out a chunk costs %1, an item %2</source>
        <translation>einen Block auszugeben kostet %1, ein Element %2</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Nothing to compare: %1 finished no item</source>
        <translation>Nichts zu vergleichen: %1 hat kein Element beendet</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>backend</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>start method</source>
        <translation>Startmethode</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Übertragungsweg</translation>
    </message>
    <message>
        <source>pickle protocol</source>
        <translation>Pickle-Protokoll</translation>
    </message>
    <message>
        <source>time limit of a task</source>
        <translation>Zeitgrenze einer Aufgabe</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>tasks of a worker</source>
        <translation>Aufgaben je Worker</translation>
    </message>
    <message>
        <source>memory of a worker</source>
        <translation>Speicher je Worker</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 (auto)</source>
        <translation>%1 (auto)</translation>
    </message>
    <message>
        <source>A fit needs %1 different numbers of workers; 1 is measured.</source>
        <translation>Eine Anpassung braucht %1 verschiedene Anzahlen von Workern; gemessen ist 1.</translation>
    </message>
    <message>
        <source>A fit needs %1 different numbers of workers; %2 are measured.</source>
        <translation>Eine Anpassung braucht %1 verschiedene Anzahlen von Workern; gemessen sind %2.</translation>
    </message>
    <message>
        <source>A fit needs work that was done: every measured rate is 0.</source>
        <translation>Eine Anpassung braucht getane Arbeit: Jeder gemessene Durchsatz ist 0.</translation>
    </message>
    <message>
        <source>Pool objects cannot be passed between processes or pickled</source>
        <translation>Pool-Objekte können weder zwischen Prozessen übergeben noch gepickelt werden</translation>
    </message>
    <message>
        <source>Process objects cannot be passed between processes or pickled</source>
        <translation>Process-Objekte können weder zwischen Prozessen übergeben noch gepickelt werden</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein, nicht „%4“.</translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 muss eine Zahl von %2 bis %3 sein, nicht „%4“.</translation>
    </message>
    <message>
        <source>%1 must be one of %2, not &quot;%3&quot;.</source>
        <translation>%1 muss eines von %2 sein, nicht „%3“.</translation>
    </message>
    <message>
        <source>a chunk has at least 1 item</source>
        <translation>ein Block hat mindestens 1 Element</translation>
    </message>
    <message>
        <source>faults with mode=%1 ends the process that runs it, which would be Poolscope itself: choose processes.</source>
        <translation>faults mit mode=%1 beendet den Prozess, in dem es läuft, und das wäre Poolscope selbst: Prozesse wählen.</translation>
    </message>
    <message>
        <source>faults with mode=%1 never ends, which would be Poolscope itself: choose processes.</source>
        <translation>faults mit mode=%1 endet nie, und das wäre Poolscope selbst: Prozesse wählen.</translation>
    </message>
    <message>
        <source>faults with mode=%1 takes memory without end, which would be Poolscope itself: choose processes.</source>
        <translation>faults mit mode=%1 belegt Speicher ohne Ende, und das wäre Poolscope selbst: Prozesse wählen.</translation>
    </message>
    <message>
        <source>faults with mode=%1 goes wrong on the way to a worker or back, and in Poolscope itself nothing travels: choose processes.</source>
        <translation>faults mit mode=%1 scheitert auf dem Weg zum Worker oder zurück, und in Poolscope selbst wird nichts verschickt: Prozesse wählen.</translation>
    </message>
    <message>
        <source>%1 ends workers, and only processes can be ended: leave it out, or choose processes.</source>
        <translation>%1 beendet Worker, und nur Prozesse lassen sich beenden: weglassen oder Prozesse wählen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>(estimated: Σ compute ÷ wall)</source>
        <translation>(geschätzt: Σ Rechnen ÷ Laufzeit)</translation>
    </message>
    <message>
        <source>a traced program has no serial time</source>
        <translation>ein verfolgtes Programm hat keine serielle Zeit</translation>
    </message>
    <message>
        <source>W%1 (process %2) was killed (signal %3) while it ran items %4 to %5 of %6.</source>
        <translation>W%1 (Prozess %2) wurde beendet (Signal %3), als er die Elemente %4 bis %5 von %6 hatte.</translation>
    </message>
    <message>
        <source>W%1 (process %2) was killed (signal %3) while it ran item %4 of %5.</source>
        <translation>W%1 (Prozess %2) wurde beendet (Signal %3), als er Element %4 von %5 hatte.</translation>
    </message>
    <message>
        <source>W%1 (process %2) was killed (signal %3) between two chunks.</source>
        <translation>W%1 (Prozess %2) wurde zwischen zwei Blöcken beendet (Signal %3).</translation>
    </message>
    <message>
        <source>W%1 (process %2) ended with exit code %3 while it ran items %4 to %5 of %6.</source>
        <translation>W%1 (Prozess %2) endete mit Exit-Code %3, als er die Elemente %4 bis %5 von %6 hatte.</translation>
    </message>
    <message>
        <source>W%1 (process %2) ended with exit code %3 while it ran item %4 of %5.</source>
        <translation>W%1 (Prozess %2) endete mit Exit-Code %3, als er Element %4 von %5 hatte.</translation>
    </message>
    <message>
        <source>W%1 (process %2) ended with exit code %3 between two chunks.</source>
        <translation>W%1 (Prozess %2) endete zwischen zwei Blöcken mit Exit-Code %3.</translation>
    </message>
    <message>
        <source>%1 waits for what is lost for ever: the program will not go on until it is stopped.</source>
        <translation>%1 wartet ewig auf das, was verloren ist: Das Programm geht nicht weiter, bis es angehalten wird.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2.</source>
        <translation>%1 kann nicht gestartet werden: %2.</translation>
    </message>
    <message>
        <source>1 Python process: %1</source>
        <translation>1 Python-Prozess: %1</translation>
    </message>
    <message>
        <source>%1 Python processes: %2</source>
        <translation>%1 Python-Prozesse: %2</translation>
    </message>
    <message>
        <source>1 Python thread: %1</source>
        <translation>1 Python-Thread: %1</translation>
    </message>
    <message>
        <source>%1 Python threads: %2</source>
        <translation>%1 Python-Threads: %2</translation>
    </message>
    <message>
        <source>Threads of one Python take turns at its interpreter lock, the GIL: they stood at it for %1 of their time. Python processes have one each.</source>
        <translation>Threads eines Pythons wechseln sich an seiner Interpreter-Sperre ab, dem GIL: Sie standen %1 ihrer Zeit davor. Python-Prozesse haben jeder eine eigene.</translation>
    </message>
    <message>
        <source>the serial time was not measured (--serial-probe does)</source>
        <translation>die serielle Zeit wurde nicht gemessen (--serial-probe tut es)</translation>
    </message>
    <message>
        <source>%1 is a Python function: choose Python workers (--backend python, or python-threads).</source>
        <translation>%1 ist eine Python-Funktion: Wählen Sie Python-Worker (--backend python oder python-threads).</translation>
    </message>
    <message>
        <source>%1 has no function at its top level: a job is a def there, with one argument, and no underscore before its name.</source>
        <translation>%1 hat keine Funktion auf oberster Ebene: Ein Job ist dort ein def mit einem Argument und ohne Unterstrich vor dem Namen.</translation>
    </message>
    <message>
        <source>%1 takes longer than %2 s to be loaded: put what it runs under if __name__ == &quot;__main__&quot;:.</source>
        <translation>%1 braucht zum Laden länger als %2 s: Was dort läuft, gehört unter if __name__ == &quot;__main__&quot;:.</translation>
    </message>
    <message>
        <source>%1 cannot be loaded: it starts a pool or a process when it is imported, as each worker does. Put that under `if __name__ == &quot;__main__&quot;:`.</source>
        <translation>%1 lässt sich nicht laden: Beim Importieren, wie es jeder Worker tut, startet es einen Pool oder einen Prozess. Das gehört unter `if __name__ == &quot;__main__&quot;:`.</translation>
    </message>
    <message>
        <source>%1 cannot be loaded: %2 ended with exit code %3 before it had told what is in it.</source>
        <translation>%1 lässt sich nicht laden: %2 endete mit Exit-Code %3, bevor es gesagt hatte, was darin steht.</translation>
    </message>
    <message>
        <source>%1 cannot be loaded: %2</source>
        <translation>%1 lässt sich nicht laden: %2</translation>
    </message>
    <message>
        <source>There is no Python interpreter &quot;%1&quot;: name one with --python.</source>
        <translation>Es gibt keinen Python-Interpreter „%1“: Nennen Sie einen mit --python.</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, so numbers will not do: give it tuples with input=NAME or --input.</source>
        <translation>%1 nimmt %2 Argumente, Zahlen genügen also nicht: Geben Sie Tupel mit input=NAME oder --input.</translation>
    </message>
    <message>
        <source>Poolscope&apos;s Python packages are not beside its program: build or install it anew.</source>
        <translation>Poolscopes Python-Pakete liegen nicht neben dem Programm: Bauen oder installieren Sie es neu.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>a method of an object that holds the pool: cannot be pickled</source>
        <translation>eine Methode eines Objekts, das den Pool enthält: lässt sich nicht pickeln</translation>
    </message>
    <message>
        <source>the same with a state hook that drops the pool</source>
        <translation>dasselbe mit einem Zustandshaken, der den Pool weglässt</translation>
    </message>
    <message>
        <source>the same class with a reducer registered from outside</source>
        <translation>dieselbe Klasse mit einem von außen angemeldeten Reducer</translation>
    </message>
    <message>
        <source>the exponent</source>
        <translation>der Exponent</translation>
    </message>
    <message>
        <source>how many calls are made</source>
        <translation>wie viele Aufrufe erfolgen</translation>
    </message>
    <message>
        <source>what it does: throw, end its process, never end, or not travel</source>
        <translation>was es tut: werfen, seinen Prozess beenden, nie enden oder sich nicht verschicken lassen</translation>
    </message>
    <message>
        <source>the square of each item, but one item goes wrong: what failure looks like</source>
        <translation>das Quadrat jedes Elements, doch eines geht schief: wie Fehler aussehen</translation>
    </message>
    <message>
        <source>the item that goes wrong</source>
        <translation>das Element, das schiefgeht</translation>
    </message>
    <message>
        <source>the SHA-256 of a file, or of each file in a folder, as sha256sum gives it: files of any size, and a disk to wait for</source>
        <translation>der SHA-256-Wert einer Datei oder jeder Datei eines Ordners, wie sha256sum ihn liefert: Dateien jeder Größe und eine Platte, auf die zu warten ist</translation>
    </message>
    <message>
        <source>a file or a folder</source>
        <translation>eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>pixels in a row</source>
        <translation>Pixel je Zeile</translation>
    </message>
    <message>
        <source>rows, one call each</source>
        <translation>Zeilen, ein Aufruf je Zeile</translation>
    </message>
    <message>
        <source>steps after which a point counts as inside</source>
        <translation>Schritte, nach denen ein Punkt als innen gilt</translation>
    </message>
    <message>
        <source>the middle of the picture, real part</source>
        <translation>die Mitte des Bildes, Realteil</translation>
    </message>
    <message>
        <source>the middle of the picture, imaginary part</source>
        <translation>die Mitte des Bildes, Imaginärteil</translation>
    </message>
    <message>
        <source>how much of the real axis a row shows</source>
        <translation>welches Stück der reellen Achse eine Zeile zeigt</translation>
    </message>
    <message>
        <source>a picture of the Mandelbrot set, row by row: rows in the middle cost many times what those at the edge do</source>
        <translation>ein Bild der Mandelbrot-Menge, Zeile für Zeile: Zeilen in der Mitte kosten ein Vielfaches derer am Rand</translation>
    </message>
    <message>
        <source>the product of two matrices of float64, some rows a call: the second matrix travels with the function, once for each chunk</source>
        <translation>das Produkt zweier Matrizen aus float64, einige Zeilen je Aufruf: Die zweite Matrix reist mit der Funktion, einmal je Block</translation>
    </message>
    <message>
        <source>rows and columns</source>
        <translation>Zeilen und Spalten</translation>
    </message>
    <message>
        <source>rows that one call multiplies</source>
        <translation>Zeilen, die ein Aufruf multipliziert</translation>
    </message>
    <message>
        <source>sends bytes there and back and computes for a set time: dials the two apart</source>
        <translation>schickt Bytes hin und zurück und rechnet eine festgelegte Zeit: stellt beides getrennt ein</translation>
    </message>
    <message>
        <source>size of each argument and result</source>
        <translation>Größe jedes Arguments und Ergebnisses</translation>
    </message>
    <message>
        <source>CPU time of each call</source>
        <translation>CPU-Zeit jedes Aufrufs</translation>
    </message>
    <message>
        <source>CPU time of pickling an argument, besides its bytes</source>
        <translation>CPU-Zeit für das Pickeln eines Arguments, neben seinen Bytes</translation>
    </message>
    <message>
        <source>CPU time of unpickling an argument</source>
        <translation>CPU-Zeit für das Entpickeln eines Arguments</translation>
    </message>
    <message>
        <source>how many points of block k fall into the quarter circle: 4 × the sum ÷ all points is π; each block costs the same</source>
        <translation>wie viele Punkte von Block k in den Viertelkreis fallen: 4 × die Summe ÷ alle Punkte ist π; jeder Block kostet gleich viel</translation>
    </message>
    <message>
        <source>points in a block</source>
        <translation>Punkte je Block</translation>
    </message>
    <message>
        <source>x**n on whole numbers of any size, exact</source>
        <translation>x**n für ganze Zahlen jeder Größe, exakt</translation>
    </message>
    <message>
        <source>the first x</source>
        <translation>das erste x</translation>
    </message>
    <message>
        <source>how many primes there are in block k, by trial division: later blocks cost more</source>
        <translation>wie viele Primzahlen es in Block k gibt, durch Probedivision: spätere Blöcke kosten mehr</translation>
    </message>
    <message>
        <source>numbers in a block</source>
        <translation>Zahlen je Block</translation>
    </message>
    <message>
        <source>waits and uses no CPU, as a call over the network does; gives its item back</source>
        <translation>wartet und braucht keine CPU, wie ein Aufruf über das Netz; gibt sein Element zurück</translation>
    </message>
    <message>
        <source>how long each call waits</source>
        <translation>wie lange jeder Aufruf wartet</translation>
    </message>
    <message>
        <source>even work, but every k-th item takes much longer; gives its item back</source>
        <translation>gleichmäßige Arbeit, doch jedes k-te Element dauert viel länger; gibt sein Element zurück</translation>
    </message>
    <message>
        <source>CPU time of a call</source>
        <translation>CPU-Zeit eines Aufrufs</translation>
    </message>
    <message>
        <source>one item in so many is slow</source>
        <translation>ein Element von so vielen ist langsam</translation>
    </message>
    <message>
        <source>how many times as long a slow one takes</source>
        <translation>wievielmal so lange ein langsames dauert</translation>
    </message>
    <message>
        <source>the words of a file, or of the files in a folder, block by block</source>
        <translation>die Wörter einer Datei oder der Dateien eines Ordners, Block für Block</translation>
    </message>
    <message>
        <source>how much of a file one call reads</source>
        <translation>wie viel von einer Datei ein Aufruf liest</translation>
    </message>
    <message>
        <source>of the function itself</source>
        <translation>der Funktion selbst</translation>
    </message>
    <message>
        <source>how many numbers it is called with</source>
        <translation>mit wie vielen Zahlen sie aufgerufen wird</translation>
    </message>
    <message>
        <source>the first of these numbers</source>
        <translation>die erste dieser Zahlen</translation>
    </message>
    <message>
        <source>where its items come from: these numbers, or a list or generator of the file</source>
        <translation>woher die Elemente kommen: diese Zahlen, eine Liste oder ein Generator der Datei</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>nothing left</source>
        <translation>nichts mehr da</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>parent pulls input</source>
        <translation>Eltern lesen Eingabe</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>langsamste</translation>
    </message>
    <message>
        <source>straggler</source>
        <translation>Nachzügler</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>stopped after %1&#xa0;%</source>
        <translation>nach %1&#xa0;% abgebrochen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>MessageWords</name>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message>
        <source>: chunks of %1 would share them, about %2 bytes an item instead of %3.</source>
        <translation>: Blöcke zu %1 würden das teilen, etwa %2 Bytes je Element statt %3.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>framing</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Numbers, text, bytes, None, True and False.</source>
        <translation>Zahlen, Text, Bytes, None, True und False.</translation>
    </message>
    <message>
        <source>The names of modules, classes, functions and attributes, and what looks them up.</source>
        <translation>Die Namen von Modulen, Klassen, Funktionen und Attributen und was sie nachschlägt.</translation>
    </message>
    <message>
        <source>One number for each object that could come again, and the references to them.</source>
        <translation>Eine Nummer für jedes Objekt, das noch einmal vorkommen könnte, und die Verweise darauf.</translation>
    </message>
    <message>
        <source>What makes tuples, lists, dicts and objects of what lies on the stack.</source>
        <translation>Was aus dem Inhalt des Stapels Tupel, Listen, Dicts und Objekte macht.</translation>
    </message>
    <message>
        <source>The protocol, the length of each frame, and the end.</source>
        <translation>Das Protokoll, die Länge jedes Rahmens und das Ende.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Rahmen</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Rahmen</translation>
    </message>
    <message>
        <source>protocol %1, %2, %3 in the memo</source>
        <translation>Protokoll %1, %2, %3 im Memo</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 B in several places, %2</source>
        <translation>%1 B an mehreren Stellen, %2</translation>
    </message>
    <message>
        <source>%1 to %2, %3 B, %4</source>
        <translation>%1 bis %2, %3 B, %4</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>Tasks %1 to %2</source>
        <translation>Aufgaben %1 bis %2</translation>
    </message>
    <message>
        <source>What goes around the values is paid for in every message</source>
        <translation>Was die Werte umgibt, kostet in jeder Nachricht</translation>
    </message>
    <message>
        <source>The names of modules, classes and methods are paid for in every message</source>
        <translation>Die Namen von Modulen, Klassen und Methoden kosten in jeder Nachricht</translation>
    </message>
    <message>
        <source>The function and what it is bound to are paid for in every message</source>
        <translation>Die Funktion und woran sie gebunden ist, kosten in jeder Nachricht</translation>
    </message>
    <message>
        <source>Most of it is values: only sending less of them makes this message smaller.</source>
        <translation>Das meiste sind Werte: Nur weniger davon macht diese Nachricht kleiner.</translation>
    </message>
    <message>
        <source>Much of it makes and remembers many small objects: the same values in fewer, larger ones travel lighter.</source>
        <translation>Vieles legt viele kleine Objekte an und merkt sie sich: Dieselben Werte in wenigen größeren sind leichter.</translation>
    </message>
    <message>
        <source>No one thing makes this message large.</source>
        <translation>Nichts Einzelnes macht diese Nachricht groß.</translation>
    </message>
</context>
<context>
    <name>NoBytes</name>
    <message>
        <source>Threads share this program&apos;s memory: nothing is pickled, and nothing is sent.</source>
        <translation>Threads teilen den Speicher dieses Programms: Nichts wird gepickelt, nichts verschickt.</translation>
    </message>
    <message>
        <source>The plain loop runs in this program: nothing is pickled, and nothing is sent.</source>
        <translation>Die einfache Schleife läuft in diesem Programm: Nichts wird gepickelt, nichts verschickt.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Keine Nachrichten</translation>
    </message>
    <message>
        <source>Record and run on processes</source>
        <translation>Aufzeichnen und mit Prozessen ausführen</translation>
    </message>
    <message>
        <source>Past the budget</source>
        <translation>Über der Grenze</translation>
    </message>
    <message>
        <source>The first %1 messages (%2) filled the %3 that are kept. %4 messages (%5), those of this task among them, were counted and not kept: fewer items, or tasks nearer the start, fit.</source>
        <translation>Die ersten %1 Nachrichten (%2) füllten die %3, die behalten werden. %4 Nachrichten (%5), darunter die dieser Aufgabe, wurden gezählt und nicht behalten: Weniger Elemente oder Aufgaben näher am Anfang passen hinein.</translation>
    </message>
    <message>
        <source>Run again and keep up to %1</source>
        <translation>Wiederholen und bis zu %1 behalten</translation>
    </message>
    <message>
        <source>The messages of this run were not recorded</source>
        <translation>Die Nachrichten dieses Laufs wurden nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>They hold your own data, so they are kept only where you ask for it: in the memory of this window, up to %1, and saved nowhere.</source>
        <translation>Sie enthalten eigene Daten und werden deshalb nur auf Wunsch behalten: im Speicher dieses Fensters, bis zu %1, und nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Record and run again</source>
        <translation>Aufzeichnen und wiederholen</translation>
    </message>
    <message>
        <source>Nothing was sent for task %1</source>
        <translation>Für Aufgabe %1 wurde nichts verschickt</translation>
    </message>
    <message>
        <source>It waits for its turn.</source>
        <translation>Sie wartet, bis sie an der Reihe ist.</translation>
    </message>
    <message>
        <source>The run ended before its turn came.</source>
        <translation>Der Lauf endete, bevor sie an der Reihe war.</translation>
    </message>
    <message>
        <source>The answer has not come back yet.</source>
        <translation>Die Antwort ist noch nicht zurück.</translation>
    </message>
    <message>
        <source>The answer was past the budget of %1 and was not kept.</source>
        <translation>Die Antwort lag über der Grenze von %1 und wurde nicht behalten.</translation>
    </message>
    <message>
        <source>No answer came: the worker ended before it.</source>
        <translation>Es kam keine Antwort: Der Worker endete vorher.</translation>
    </message>
</context>
<context>
    <name>Opcodes</name>
    <message>
        <source>Puts a mark on the stack. A later opcode takes all that lies above it.</source>
        <translation>Legt eine Marke auf den Stapel. Ein späterer Opcode nimmt alles, was darüber liegt.</translation>
    </message>
    <message>
        <source>Ends the pickle. What lies on top of the stack is the value.</source>
        <translation>Beendet den Pickle. Was oben auf dem Stapel liegt, ist der Wert.</translation>
    </message>
    <message>
        <source>Throws away what lies on top of the stack.</source>
        <translation>Wirft weg, was oben auf dem Stapel liegt.</translation>
    </message>
    <message>
        <source>Throws away all down to the topmost mark, and the mark.</source>
        <translation>Wirft alles bis zur obersten Marke weg, und die Marke.</translation>
    </message>
    <message>
        <source>Puts what lies on top of the stack there once more.</source>
        <translation>Legt, was oben auf dem Stapel liegt, noch einmal darauf.</translation>
    </message>
    <message>
        <source>A float, written as a line of text.</source>
        <translation>Ein float, als Textzeile geschrieben.</translation>
    </message>
    <message>
        <source>An int, written as a line of text; 00 is False and 01 is True.</source>
        <translation>Ein int, als Textzeile geschrieben; 00 ist False und 01 ist True.</translation>
    </message>
    <message>
        <source>An int of 4 bytes, which may be negative.</source>
        <translation>Ein int aus 4 Bytes, auch negativ.</translation>
    </message>
    <message>
        <source>An int from 0 to 255, in one byte.</source>
        <translation>Ein int von 0 bis 255, in einem Byte.</translation>
    </message>
    <message>
        <source>An int of any size, written as a line of text that ends with L.</source>
        <translation>Ein int beliebiger Größe, als Textzeile geschrieben, die auf L endet.</translation>
    </message>
    <message>
        <source>An int from 0 to 65535, in two bytes.</source>
        <translation>Ein int von 0 bis 65535, in zwei Bytes.</translation>
    </message>
    <message>
        <source>Puts None on the stack.</source>
        <translation>Legt None auf den Stapel.</translation>
    </message>
    <message>
        <source>An object that lies outside the pickle, by an id written as a line of text.</source>
        <translation>Ein Objekt außerhalb des Pickles, über eine Kennung, die als Textzeile geschrieben ist.</translation>
    </message>
    <message>
        <source>Takes an id from the stack and puts the object there that lies outside the pickle under it.</source>
        <translation>Nimmt eine Kennung vom Stapel und legt das Objekt darauf, das unter ihr außerhalb des Pickles liegt.</translation>
    </message>
    <message>
        <source>Takes arguments and what is called from the stack and puts the result of the call there. Poolscope only notes the call.</source>
        <translation>Nimmt Argumente und das Aufzurufende vom Stapel und legt das Ergebnis des Aufrufs darauf. Poolscope vermerkt den Aufruf nur.</translation>
    </message>
    <message>
        <source>A Python 2 str, quoted on a line of text.</source>
        <translation>Ein str aus Python 2, als Textzeile in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A Python 2 str: a length of 4 bytes, and its bytes.</source>
        <translation>Ein str aus Python 2: eine Länge von 4 Bytes und seine Bytes.</translation>
    </message>
    <message>
        <source>A Python 2 str: a length of one byte, and its bytes.</source>
        <translation>Ein str aus Python 2: eine Länge von einem Byte und seine Bytes.</translation>
    </message>
    <message>
        <source>A str, written as a line of text with escapes.</source>
        <translation>Ein str, als Textzeile mit Ersatzzeichen geschrieben.</translation>
    </message>
    <message>
        <source>A str: a length of 4 bytes, and its UTF-8.</source>
        <translation>Ein str: eine Länge von 4 Bytes und sein UTF-8.</translation>
    </message>
    <message>
        <source>Takes an item from the stack and appends it to the list below.</source>
        <translation>Nimmt ein Element vom Stapel und hängt es an die Liste darunter an.</translation>
    </message>
    <message>
        <source>Gives the object its state, which lies on top of the stack. Poolscope reads it without running any code.</source>
        <translation>Gibt dem Objekt seinen Zustand, der oben auf dem Stapel liegt. Poolscope liest ihn, ohne Code auszuführen.</translation>
    </message>
    <message>
        <source>A class or function, by the names of its module and its own on two lines of text. Poolscope does not import it.</source>
        <translation>Eine Klasse oder Funktion, über den Namen ihres Moduls und den eigenen auf zwei Textzeilen. Poolscope importiert sie nicht.</translation>
    </message>
    <message>
        <source>Makes a dict of the keys and items down to the topmost mark.</source>
        <translation>Macht ein Dict aus den Schlüsseln und Elementen bis zur obersten Marke.</translation>
    </message>
    <message>
        <source>Puts an empty dict on the stack.</source>
        <translation>Legt ein leeres Dict auf den Stapel.</translation>
    </message>
    <message>
        <source>Takes the items down to the topmost mark and appends them to the list below.</source>
        <translation>Nimmt die Elemente bis zur obersten Marke und hängt sie an die Liste darunter an.</translation>
    </message>
    <message>
        <source>Puts an object from the memo on the stack; its number is a line of text.</source>
        <translation>Legt ein Objekt aus dem Memo auf den Stapel; seine Nummer ist eine Textzeile.</translation>
    </message>
    <message>
        <source>Puts an object from the memo on the stack; its number is one byte.</source>
        <translation>Legt ein Objekt aus dem Memo auf den Stapel; seine Nummer ist ein Byte.</translation>
    </message>
    <message>
        <source>Makes an object of a class that two lines of text name, with the arguments down to the topmost mark.</source>
        <translation>Macht ein Objekt einer Klasse, die zwei Textzeilen nennen, mit den Argumenten bis zur obersten Marke.</translation>
    </message>
    <message>
        <source>Puts an object from the memo on the stack; its number has 4 bytes.</source>
        <translation>Legt ein Objekt aus dem Memo auf den Stapel; seine Nummer hat 4 Bytes.</translation>
    </message>
    <message>
        <source>Makes a list of the items down to the topmost mark.</source>
        <translation>Macht eine Liste aus den Elementen bis zur obersten Marke.</translation>
    </message>
    <message>
        <source>Puts an empty list on the stack.</source>
        <translation>Legt eine leere Liste auf den Stapel.</translation>
    </message>
    <message>
        <source>Makes an object of the class and the arguments down to the topmost mark.</source>
        <translation>Macht ein Objekt aus der Klasse und den Argumenten bis zur obersten Marke.</translation>
    </message>
    <message>
        <source>Stores what lies on top of the stack in the memo; its number is a line of text.</source>
        <translation>Legt, was oben auf dem Stapel liegt, im Memo ab; die Nummer ist eine Textzeile.</translation>
    </message>
    <message>
        <source>Stores what lies on top of the stack in the memo; its number is one byte.</source>
        <translation>Legt, was oben auf dem Stapel liegt, im Memo ab; die Nummer ist ein Byte.</translation>
    </message>
    <message>
        <source>Stores what lies on top of the stack in the memo; its number has 4 bytes.</source>
        <translation>Legt, was oben auf dem Stapel liegt, im Memo ab; die Nummer hat 4 Bytes.</translation>
    </message>
    <message>
        <source>Takes a key and an item from the stack and sets them in the dict below.</source>
        <translation>Nimmt einen Schlüssel und ein Element vom Stapel und setzt sie im Dict darunter.</translation>
    </message>
    <message>
        <source>Makes a tuple of the items down to the topmost mark.</source>
        <translation>Macht ein Tupel aus den Elementen bis zur obersten Marke.</translation>
    </message>
    <message>
        <source>Puts the empty tuple on the stack.</source>
        <translation>Legt das leere Tupel auf den Stapel.</translation>
    </message>
    <message>
        <source>Takes the keys and items down to the topmost mark and sets them in the dict below.</source>
        <translation>Nimmt die Schlüssel und Elemente bis zur obersten Marke und setzt sie im Dict darunter.</translation>
    </message>
    <message>
        <source>A float of 8 bytes, the highest byte first.</source>
        <translation>Ein float aus 8 Bytes, das höchste Byte zuerst.</translation>
    </message>
    <message>
        <source>Bytes: a length of 4 bytes, and the bytes.</source>
        <translation>Bytes: eine Länge von 4 Bytes und die Bytes.</translation>
    </message>
    <message>
        <source>Bytes: a length of one byte, and the bytes.</source>
        <translation>Bytes: eine Länge von einem Byte und die Bytes.</translation>
    </message>
    <message>
        <source>Says in which protocol the pickle is written.</source>
        <translation>Sagt, in welchem Protokoll der Pickle geschrieben ist.</translation>
    </message>
    <message>
        <source>Takes arguments and a class from the stack and puts a new object of the class there. Its state comes later.</source>
        <translation>Nimmt Argumente und eine Klasse vom Stapel und legt ein neues Objekt der Klasse darauf. Sein Zustand kommt später.</translation>
    </message>
    <message>
        <source>A class or function by its number of one byte in the registry of copyreg.</source>
        <translation>Eine Klasse oder Funktion, über ihre Nummer aus einem Byte im Verzeichnis von copyreg.</translation>
    </message>
    <message>
        <source>A class or function by its number of two bytes in the registry of copyreg.</source>
        <translation>Eine Klasse oder Funktion, über ihre Nummer aus zwei Bytes im Verzeichnis von copyreg.</translation>
    </message>
    <message>
        <source>A class or function by its number of 4 bytes in the registry of copyreg.</source>
        <translation>Eine Klasse oder Funktion, über ihre Nummer aus 4 Bytes im Verzeichnis von copyreg.</translation>
    </message>
    <message>
        <source>Makes a tuple of the one item on top of the stack.</source>
        <translation>Macht ein Tupel aus dem einen Element oben auf dem Stapel.</translation>
    </message>
    <message>
        <source>Makes a tuple of the two items on top of the stack.</source>
        <translation>Macht ein Tupel aus den zwei Elementen oben auf dem Stapel.</translation>
    </message>
    <message>
        <source>Makes a tuple of the three items on top of the stack.</source>
        <translation>Macht ein Tupel aus den drei Elementen oben auf dem Stapel.</translation>
    </message>
    <message>
        <source>Puts True on the stack.</source>
        <translation>Legt True auf den Stapel.</translation>
    </message>
    <message>
        <source>Puts False on the stack.</source>
        <translation>Legt False auf den Stapel.</translation>
    </message>
    <message>
        <source>An int of any size up to 255 bytes: a length of one byte, and its bytes.</source>
        <translation>Ein int beliebiger Größe bis 255 Bytes: eine Länge von einem Byte und seine Bytes.</translation>
    </message>
    <message>
        <source>An int of any size: a length of 4 bytes, and its bytes.</source>
        <translation>Ein int beliebiger Größe: eine Länge von 4 Bytes und seine Bytes.</translation>
    </message>
    <message>
        <source>A str: a length of one byte, and its UTF-8.</source>
        <translation>Ein str: eine Länge von einem Byte und sein UTF-8.</translation>
    </message>
    <message>
        <source>A str: a length of 8 bytes, and its UTF-8.</source>
        <translation>Ein str: eine Länge von 8 Bytes und sein UTF-8.</translation>
    </message>
    <message>
        <source>Bytes: a length of 8 bytes, and the bytes.</source>
        <translation>Bytes: eine Länge von 8 Bytes und die Bytes.</translation>
    </message>
    <message>
        <source>Puts an empty set on the stack.</source>
        <translation>Legt ein leeres Set auf den Stapel.</translation>
    </message>
    <message>
        <source>Takes the items down to the topmost mark and adds them to the set below.</source>
        <translation>Nimmt die Elemente bis zur obersten Marke und fügt sie dem Set darunter hinzu.</translation>
    </message>
    <message>
        <source>Makes a frozenset of the items down to the topmost mark.</source>
        <translation>Macht ein frozenset aus den Elementen bis zur obersten Marke.</translation>
    </message>
    <message>
        <source>Takes keywords, arguments and a class from the stack and puts a new object of the class there.</source>
        <translation>Nimmt Schlüsselwörter, Argumente und eine Klasse vom Stapel und legt ein neues Objekt der Klasse darauf.</translation>
    </message>
    <message>
        <source>Takes a name and the name of its module from the stack and puts the class or function there. Poolscope does not import it.</source>
        <translation>Nimmt einen Namen und den seines Moduls vom Stapel und legt die Klasse oder Funktion darauf. Poolscope importiert sie nicht.</translation>
    </message>
    <message>
        <source>Stores what lies on top of the stack in the memo, under the next number.</source>
        <translation>Legt, was oben auf dem Stapel liegt, unter der nächsten Nummer im Memo ab.</translation>
    </message>
    <message>
        <source>Says how many bytes follow that can be read at once.</source>
        <translation>Sagt, wie viele Bytes folgen, die sich auf einmal lesen lassen.</translation>
    </message>
    <message>
        <source>A bytearray: a length of 8 bytes, and its bytes.</source>
        <translation>Ein bytearray: eine Länge von 8 Bytes und seine Bytes.</translation>
    </message>
    <message>
        <source>Puts the next of the buffers that travel beside the pickle on the stack.</source>
        <translation>Legt den nächsten der Puffer, die neben dem Pickle reisen, auf den Stapel.</translation>
    </message>
    <message>
        <source>Makes the buffer on top of the stack one that cannot be written.</source>
        <translation>Macht den Puffer oben auf dem Stapel schreibgeschützt.</translation>
    </message>
</context>
<context>
    <name>Overhead</name>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>busy %1&#xa0;%</source>
        <translation>aktiv %1&#xa0;%</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>the whole run</source>
        <translation>der ganze Lauf</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 more lanes</source>
        <translation>%1 weitere Spuren</translation>
    </message>
    <message>
        <source>Serialization overhead</source>
        <translation>Mehraufwand</translation>
    </message>
    <message>
        <source>% of the time in</source>
        <translation>% der Zeit im</translation>
    </message>
    <message>
        <source>% of the time of each</source>
        <translation>% der Zeit jedes</translation>
    </message>
    <message>
        <source>the range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>worker or attendant</source>
        <translation>Workers oder Betreuers</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 items, %3</source>
        <translation>%1, %2 Elemente, %3</translation>
    </message>
    <message>
        <source>%1&#xa0;% done</source>
        <translation>%1&#xa0;% fertig</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1, serial %2</source>
        <translation>%1, seriell %2</translation>
    </message>
    <message>
        <source>Measuring the serial cost …</source>
        <translation>Die seriellen Kosten werden gemessen …</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>start %1&#xa0;%</source>
        <translation>Start %1&#xa0;%</translation>
    </message>
    <message>
        <source>of worker time so far</source>
        <translation>der Worker-Zeit bisher</translation>
    </message>
    <message>
        <source>of worker time</source>
        <translation>der Worker-Zeit</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>RunFilter</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>TaskDetail</name>
    <message>
        <source>pickle arguments</source>
        <translation>Argumente pickeln</translation>
    </message>
    <message>
        <source>send</source>
        <translation>senden</translation>
    </message>
    <message>
        <source>wait in queue</source>
        <translation>in der Schlange warten</translation>
    </message>
    <message>
        <source>unpickle</source>
        <translation>entpickeln</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>rechnen</translation>
    </message>
    <message>
        <source>pickle results</source>
        <translation>Ergebnisse pickeln</translation>
    </message>
    <message>
        <source>return</source>
        <translation>zurücksenden</translation>
    </message>
    <message>
        <source>unpickle results</source>
        <translation>Ergebnisse entpickeln</translation>
    </message>
    <message>
        <source>no chunk that held it came back</source>
        <translation>kein Block damit kam zurück</translation>
    </message>
    <message>
        <source>among %1 tasks that are kept in one row, %2</source>
        <translation>eine von %1 Aufgaben, die in einer Zeile stehen, %2</translation>
    </message>
    <message>
        <source>a chunk of its own, %1</source>
        <translation>in einem eigenen Block, %1</translation>
    </message>
    <message>
        <source>in chunk %1 with 1 other, %2</source>
        <translation>in Block %1 mit 1 anderen, %2</translation>
    </message>
    <message>
        <source>in chunk %1 with %2 others, %3</source>
        <translation>in Block %1 mit %2 anderen, %3</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>slowest of %1 chunks, %2 the median</source>
        <translation>langsamster von %1 Blöcken, %2 des Medians</translation>
    </message>
    <message>
        <source>compute %2 the median of %1 chunks</source>
        <translation>Rechnen %2 des Medians von %1 Blöcken</translation>
    </message>
</context>
<context>
    <name>TaskValues</name>
    <message>
        <source>%1 bytes of UTF-8</source>
        <translation>%1 Bytes UTF-8</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>%1 digits</source>
        <translation>%1 Ziffern</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>time since start (%1)</source>
        <translation>Zeit seit dem Start (%1)</translation>
    </message>
    <message>
        <source>time since %1&#xa0;s (%2)</source>
        <translation>Zeit seit %1&#xa0;s (%2)</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>pickle</source>
        <translation>Pickeln</translation>
    </message>
    <message>
        <source>unpickle</source>
        <translation>Entpickeln</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>unaccounted</source>
        <translation>ohne Zuordnung</translation>
    </message>
    <message>
        <source>of worker time so far</source>
        <translation>der Worker-Zeit bisher</translation>
    </message>
    <message>
        <source>of worker time</source>
        <translation>der Worker-Zeit</translation>
    </message>
    <message>
        <source>observing cost %1&#xa0;%</source>
        <translation>Messaufwand %1&#xa0;%</translation>
    </message>
    <message>
        <source>efficiency %1</source>
        <translation>Wirkungsgrad %1</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 von %2 Elementen</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>1 chunk</source>
        <translation>1 Block</translation>
    </message>
    <message>
        <source>%1 chunks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 Elemente/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>poolscope::BreakEvenChart</name>
    <message>
        <source>Break-even map</source>
        <translation>Gewinnschwelle</translation>
    </message>
</context>
<context>
    <name>poolscope::BreakEvenModel</name>
    <message>
        <source>Run a job on a pool first: the map is drawn from what that run was charged.</source>
        <translation>Zuerst einen Job auf einem Pool ausführen: Die Karte zeichnet, was dieser Lauf gekostet hat.</translation>
    </message>
    <message>
        <source>This was a plain loop: run the job on a pool, and the map is drawn from what that was charged.</source>
        <translation>Das war eine einfache Schleife: den Job auf einem Pool ausführen, und die Karte zeichnet, was er dort gekostet hat.</translation>
    </message>
    <message>
        <source>One worker cannot pay: run the job on two or more.</source>
        <translation>Ein einzelner Worker kann sich nicht lohnen: den Job mit zweien oder mehr ausführen.</translation>
    </message>
    <message>
        <source>This run has no serial time to be weighed against: %1.</source>
        <translation>Dieser Lauf hat keine serielle Zeit zum Vergleich: %1.</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>%1 do not pay here for any work: each call takes %2 as long in the pool.</source>
        <translation>%1 lohnen sich hier für keine Arbeit: Jeder Aufruf dauert im Pool %2 so lange.</translation>
    </message>
    <message>
        <source>%1 pay from %2 of work an item on</source>
        <translation>%1 lohnen sich ab %2 Arbeit je Element</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>payload</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>work an item</source>
        <translation>Arbeit je Element</translation>
    </message>
    <message>
        <source>bytes an item</source>
        <translation>Bytes je Element</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
</context>
<context>
    <name>poolscope::BreakEvenPage</name>
    <message>
        <source>That is where it carries %1, out and back; here it takes %2. </source>
        <translation>So ist es, wo es hin und zurück %1 befördert; hier braucht es %2. </translation>
    </message>
    <message>
        <source>Break-even map</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <source>Predicted speedup: items × work ÷ (start + items × (stretch × work + fixed cost + price of a byte × bytes) ÷ workers), with the costs that the run, and the checked points, were measured to have.</source>
        <translation>Vorhergesagte Beschleunigung: Elemente × Arbeit ÷ (Start + Elemente × (Dehnung × Arbeit + feste Kosten + Preis eines Bytes × Bytes) ÷ Worker), mit den Kosten, die am Lauf und an den geprüften Punkten gemessen wurden.</translation>
    </message>
    <message>
        <source>Run to check</source>
        <translation>Mit einem Lauf prüfen</translation>
    </message>
    <message>
        <source>Points of the map, predicted and measured</source>
        <translation>Punkte der Karte, vorhergesagt und gemessen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>runs the payload job at the picked point, on as many workers, and draws what is measured beside the prediction.</source>
        <translation>führt den Job payload am gewählten Punkt mit ebenso vielen Workern aus und zeichnet das Gemessene neben die Vorhersage.</translation>
    </message>
    <message>
        <source>Click a point of the map, or move to one with the arrow keys.</source>
        <translation>Auf einen Punkt der Karte klicken oder ihn mit den Pfeiltasten anfahren.</translation>
    </message>
    <message>
        <source>From one run the price of a byte is a guess, until a point with other bytes is checked.</source>
        <translation>Aus einem einzigen Lauf ist der Preis eines Bytes geschätzt, bis ein Punkt mit anderen Bytes geprüft ist.</translation>
    </message>
</context>
<context>
    <name>poolscope::BreakEvenPlot</name>
    <message>
        <source>a plain loop is faster</source>
        <translation>eine einfache Schleife ist schneller</translation>
    </message>
    <message>
        <source>the pool pays</source>
        <translation>der Pool lohnt sich</translation>
    </message>
    <message>
        <source>%1 of work and %2 an item: %3 predicted</source>
        <translation>%1 Arbeit und %2 je Element: %3 vorhergesagt</translation>
    </message>
    <message>
        <source>%1: %2 measured</source>
        <translation>%1: %2 gemessen</translation>
    </message>
    <message>
        <source>%1 predicted, running …</source>
        <translation>%1 vorhergesagt, läuft …</translation>
    </message>
    <message>
        <source>%1 predicted, %2 measured</source>
        <translation>%1 vorhergesagt, %2 gemessen</translation>
    </message>
    <message>
        <source>%1 predicted</source>
        <translation>%1 vorhergesagt</translation>
    </message>
    <message>
        <source>bytes of an item, out and back</source>
        <translation>Bytes je Element, hin und zurück</translation>
    </message>
    <message>
        <source>work of an item in a plain loop; both axes logarithmic</source>
        <translation>Arbeit je Element in einer einfachen Schleife; beide Achsen logarithmisch</translation>
    </message>
</context>
<context>
    <name>poolscope::BytesHead</name>
    <message>
        <source>Back to the run (Esc)</source>
        <translation>Zurück zum Lauf (Esc)</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>Zurück zum Lauf</translation>
    </message>
    <message>
        <source>All bytes of the message against those that are values: numbers, text, bytes, None, True and False. The bar says what the others are for.</source>
        <translation>Alle Bytes der Nachricht gegen die, die Werte sind: Zahlen, Text, Bytes, None, True und False. Der Balken sagt, wozu die übrigen da sind.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>%1 to carry %2 of values</source>
        <translation>%1, um %2 an Werten zu befördern</translation>
    </message>
    <message>
        <source>The message is being taken apart…</source>
        <translation>Die Nachricht wird zerlegt …</translation>
    </message>
    <message>
        <source>%1 that cannot be taken apart</source>
        <translation>%1, die sich nicht zerlegen lassen</translation>
    </message>
</context>
<context>
    <name>poolscope::BytesPage</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Opcodes</source>
        <translation>Opcodes</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>Out %1</source>
        <translation>Hin %1</translation>
    </message>
    <message>
        <source>Back %1</source>
        <translation>Zurück %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
</context>
<context>
    <name>poolscope::CannotPicklePage</name>
    <message>
        <source>Why it cannot be pickled, and cures</source>
        <translation>Warum es sich nicht pickeln lässt, und Abhilfen</translation>
    </message>
    <message>
        <source>travels</source>
        <translation>wird verschickt</translation>
    </message>
    <message>
        <source>The path:  &lt;span style=&quot;font-family:&apos;%1&apos;;font-size:12px;font-weight:600&quot;&gt;%2&lt;/span&gt;</source>
        <translation>Der Pfad:  &lt;span style=&quot;font-family:&apos;%1&apos;;font-size:12px;font-weight:600&quot;&gt;%2&lt;/span&gt;</translation>
    </message>
    <message>
        <source>One way to let it travel</source>
        <translation>Ein Weg, es verschicken zu können</translation>
    </message>
    <message>
        <source>Three ways to let it travel</source>
        <translation>Drei Wege, es verschicken zu können</translation>
    </message>
    <message>
        <source>%1 ways to let it travel</source>
        <translation>%1 Wege, es verschicken zu können</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>checked 1 task</source>
        <translation>1 Aufgabe geprüft</translation>
    </message>
    <message>
        <source>0 sent</source>
        <translation>0 verschickt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>0 items</source>
        <translation>0 Elemente</translation>
    </message>
    <message>
        <source>%1 cannot travel.</source>
        <translation>%1 lässt sich nicht verschicken.</translation>
    </message>
    <message>
        <source>%1 cannot travel: it holds an %2.</source>
        <translation>%1 lässt sich nicht verschicken: Es enthält ein %2-Objekt.</translation>
    </message>
    <message>
        <source>%1 cannot travel: it holds a %2.</source>
        <translation>%1 lässt sich nicht verschicken: Es enthält ein %2-Objekt.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde verschickt</translation>
    </message>
    <message>
        <source>1 culprit</source>
        <translation>1 Ursache</translation>
    </message>
    <message>
        <source>%1 culprits</source>
        <translation>%1 Ursachen</translation>
    </message>
    <message>
        <source>: 0 of %1 items, %2. The function was checked in %3, before any worker was started. %4.</source>
        <translation>: 0 von %1 Elementen, %2. Die Funktion wurde in %3 geprüft, bevor ein Worker gestartet war. %4.</translation>
    </message>
</context>
<context>
    <name>poolscope::ChartsPage</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Chart below the lanes</source>
        <translation>Diagramm unter den Spuren</translation>
    </message>
</context>
<context>
    <name>poolscope::CommandPalette</name>
    <message>
        <source>No command is called so.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Type some letters of a command or a job</source>
        <translation>Einige Buchstaben eines Befehls oder Jobs tippen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>poolscope::Commands</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop is</source>
        <translation>Hell, dunkel oder wie der Desktop</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window, from the next time on that it is opened</source>
        <translation>Die Sprache des Fensters, ab dem nächsten Öffnen</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Pickle protocol</source>
        <translation>Pickle-Protokoll</translation>
    </message>
    <message>
        <source>The pickle protocol that is written</source>
        <translation>Das Pickle-Protokoll, das geschrieben wird</translation>
    </message>
    <message>
        <source>Protocol 5</source>
        <translation>Protokoll 5</translation>
    </message>
    <message>
        <source>Protocol 4</source>
        <translation>Protokoll 4</translation>
    </message>
    <message>
        <source>Protocol 3</source>
        <translation>Protokoll 3</translation>
    </message>
    <message>
        <source>Protocol 2</source>
        <translation>Protokoll 2</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>How the items are handed out</source>
        <translation>Wie die Elemente ausgegeben werden</translation>
    </message>
    <message>
        <source>Start method</source>
        <translation>Startmethode</translation>
    </message>
    <message>
        <source>How worker processes are started</source>
        <translation>Wie Worker-Prozesse gestartet werden</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Übertragungsweg</translation>
    </message>
    <message>
        <source>How bytes reach a worker process</source>
        <translation>Wie Bytes einen Worker-Prozess erreichen</translation>
    </message>
    <message>
        <source>Shared memory (ring)</source>
        <translation>Gemeinsamer Speicher (Ring)</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Out of band</source>
        <translation>Out-of-band</translation>
    </message>
    <message>
        <source>Whether large bytes travel beside the messages: with shared memory and protocol 5</source>
        <translation>Ob große Bytes neben den Nachrichten reisen: mit gemeinsamem Speicher und Protokoll 5</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Run the job on the pool</source>
        <translation>Den Job auf dem Pool ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop the run and end its workers; what is finished is kept</source>
        <translation>Den Lauf anhalten und seine Worker beenden; Fertiges bleibt erhalten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Hold the view still while the job goes on, and let it go again</source>
        <translation>Die Ansicht anhalten, während der Job weiterläuft, und wieder loslassen</translation>
    </message>
    <message>
        <source>Items from a file…</source>
        <translation>Elemente aus einer Datei …</translation>
    </message>
    <message>
        <source>Take the items from a file, one JSON value a line</source>
        <translation>Die Elemente aus einer Datei nehmen, ein JSON-Wert je Zeile</translation>
    </message>
    <message>
        <source>Repeat the run</source>
        <translation>Lauf wiederholen</translation>
    </message>
    <message>
        <source>Run the job of the run in view again, in the same way</source>
        <translation>Den Job des angezeigten Laufs noch einmal genauso ausführen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Lay two runs side by side, and back</source>
        <translation>Zwei Läufe nebeneinanderlegen, und zurück</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>Run the job with 1, 2, 3 … workers or larger and larger chunks, and draw the curve</source>
        <translation>Den Job mit 1, 2, 3 … Workern oder immer größeren Blöcken ausführen und die Kurve zeichnen</translation>
    </message>
    <message>
        <source>Break-even map</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <source>Show for which work and bytes of an item a pool pays on this machine</source>
        <translation>Zeigen, ab welcher Arbeit und welchen Bytes je Element sich ein Pool auf diesem Rechner lohnt</translation>
    </message>
    <message>
        <source>Fit the run</source>
        <translation>Lauf einpassen</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>Den ganzen Lauf zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show a shorter stretch of time</source>
        <translation>Eine kürzere Zeitspanne zeigen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show a longer stretch of time</source>
        <translation>Eine längere Zeitspanne zeigen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Move the view to earlier times</source>
        <translation>Die Ansicht zu früheren Zeiten verschieben</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Move the view to later times</source>
        <translation>Die Ansicht zu späteren Zeiten verschieben</translation>
    </message>
    <message>
        <source>Zoom to the range</source>
        <translation>Auf den Bereich zoomen</translation>
    </message>
    <message>
        <source>Show the selected range of time only</source>
        <translation>Nur den gewählten Zeitbereich zeigen</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Nächste Aufgabe</translation>
    </message>
    <message>
        <source>Select the next task of the lane</source>
        <translation>Die nächste Aufgabe der Spur auswählen</translation>
    </message>
    <message>
        <source>Previous task</source>
        <translation>Vorige Aufgabe</translation>
    </message>
    <message>
        <source>Select the previous task of the lane</source>
        <translation>Die vorige Aufgabe der Spur auswählen</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Let go of the selected task, then of the range</source>
        <translation>Die gewählte Aufgabe loslassen, dann den Bereich</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a short note at the selected task, or at the middle of what is in view</source>
        <translation>Eine kurze Notiz an die gewählte Aufgabe schreiben oder in die Mitte der Ansicht</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Let all charts and lists count the selected range only; without one, count everything again</source>
        <translation>Alle Diagramme und Listen nur den gewählten Bereich zählen lassen; ohne Bereich wieder alles zählen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change of filter or notes back</source>
        <translation>Die letzte Änderung an Filter oder Notizen zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene wieder tun</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Show the messages of the selected task, byte by byte</source>
        <translation>Die Nachrichten der gewählten Aufgabe zeigen, Byte für Byte</translation>
    </message>
    <message>
        <source>Record bytes</source>
        <translation>Bytes aufzeichnen</translation>
    </message>
    <message>
        <source>Keep the messages of the next runs to be looked at: up to 64 MB of each, in the memory of this window, saved nowhere</source>
        <translation>Die Nachrichten der nächsten Läufe zum Ansehen behalten: bis zu 64 MB je Lauf, im Speicher dieses Fensters, nirgends gespeichert</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show what the charts show as tables</source>
        <translation>Als Tabellen zeigen, was die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the command line that does the same run in a terminal</source>
        <translation>Die Befehlszeile kopieren, die denselben Lauf im Terminal ausführt</translation>
    </message>
    <message>
        <source>Copy the results</source>
        <translation>Ergebnisse kopieren</translation>
    </message>
    <message>
        <source>Copy the values that are shown, one a line</source>
        <translation>Die gezeigten Werte kopieren, einen je Zeile</translation>
    </message>
    <message>
        <source>Save the results…</source>
        <translation>Ergebnisse speichern …</translation>
    </message>
    <message>
        <source>Write the values that are shown to a file, one a line</source>
        <translation>Die gezeigten Werte in eine Datei schreiben, einen je Zeile</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open the runs of a session</source>
        <translation>Die Läufe einer Sitzung öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all runs that are over to the session&apos;s file</source>
        <translation>Alle beendeten Läufe in der Datei der Sitzung speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save all runs that are over to another file</source>
        <translation>Alle beendeten Läufe in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Clear the recent files</source>
        <translation>Zuletzt benutzte Dateien vergessen</translation>
    </message>
    <message>
        <source>Forget which files were opened and saved last; the files stay</source>
        <translation>Vergessen, welche Dateien zuletzt geöffnet und gespeichert wurden; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the run to a file for others: a report, a picture, or its data</source>
        <translation>Den Lauf für andere in eine Datei schreiben: als Bericht, als Bild oder als Daten</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the chart that has the focus as a picture, or all charts where none has</source>
        <translation>Das Diagramm mit dem Fokus als Bild kopieren, oder alle, wo keines ihn hat</translation>
    </message>
    <message>
        <source>Job panel</source>
        <translation>Job-Leiste</translation>
    </message>
    <message>
        <source>Show or hide the jobs and their parameters</source>
        <translation>Jobs und ihre Parameter ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Restore layout</source>
        <translation>Anordnung wiederherstellen</translation>
    </message>
    <message>
        <source>Put the panels back where they were at first</source>
        <translation>Die Leisten dahin zurücklegen, wo sie anfangs waren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen, and back</source>
        <translation>Den Bildschirm füllen, und zurück</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>Vortragsmodus</translation>
    </message>
    <message>
        <source>Show the run in large type, without panels, and back</source>
        <translation>Den Lauf in großer Schrift zeigen, ohne Leisten, und zurück</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Find any command or job by some of its letters</source>
        <translation>Jeden Befehl oder Job an einigen seiner Buchstaben finden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Show what each key does</source>
        <translation>Zeigen, was jede Taste tut</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the workers and close the window</source>
        <translation>Die Worker beenden und das Fenster schließen</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Make all type larger</source>
        <translation>Alle Schrift größer machen</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Make all type smaller</source>
        <translation>Alle Schrift kleiner machen</translation>
    </message>
    <message>
        <source>Usual type</source>
        <translation>Normale Schrift</translation>
    </message>
    <message>
        <source>Type in its usual size</source>
        <translation>Schrift in normaler Größe</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Schwarz-weiß</translation>
    </message>
    <message>
        <source>Patterns of ink in the place of the phases&apos; colours, for paper and for every sight</source>
        <translation>Muster aus Tinte anstelle der Farben der Phasen, für Papier und für alle Augen</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Charts of a run that is under way move once a second, not all the time</source>
        <translation>Diagramme eines laufenden Laufs bewegen sich einmal je Sekunde statt ständig</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Follow a Python program…</source>
        <translation>Einem Python-Programm folgen …</translation>
    </message>
    <message>
        <source>Run it as it is, and see what its pools do</source>
        <translation>Es ausführen, wie es ist, und sehen, was seine Pools tun</translation>
    </message>
</context>
<context>
    <name>poolscope::CompareLanes</name>
    <message>
        <source>Workers of both runs over one axis of time</source>
        <translation>Worker beider Läufe über einer Zeitachse</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;%</source>
        <translation>%1 %2&#xa0;%</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>%1, %2 at %3: %4</source>
        <translation>%1, %2 bei %3: %4</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>time since start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>%1 ends at %2</source>
        <translation>%1 endet nach %2</translation>
    </message>
    <message>
        <source>%1 sooner</source>
        <translation>%1 früher</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 später</translation>
    </message>
</context>
<context>
    <name>poolscope::ComparePage</name>
    <message>
        <source>Nothing to compare yet: check two runs in the list at the left.</source>
        <translation>Noch nichts zu vergleichen: links in der Liste zwei Läufe ankreuzen.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>compute that costs less than its overhead</source>
        <translation>Rechnen, billiger als sein Mehraufwand</translation>
    </message>
    <message>
        <source>Axes coupled</source>
        <translation>Achsen gekoppelt</translation>
    </message>
    <message>
        <source>Both runs are drawn over one axis of time: they zoom and move together</source>
        <translation>Beide Läufe sind über einer Zeitachse gezeichnet: Sie zoomen und bewegen sich gemeinsam</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Per item</source>
        <translation>Je Element</translation>
    </message>
    <message>
        <source>Totals, or per item</source>
        <translation>Gesamt oder je Element</translation>
    </message>
    <message>
        <source>Figures of the whole run, or of one item: where two runs did not do the same items, totals say little</source>
        <translation>Zahlen des ganzen Laufs oder eines Elements: Wo zwei Läufe nicht dieselben Elemente hatten, sagen Gesamtwerte wenig</translation>
    </message>
</context>
<context>
    <name>poolscope::CompareStrip</name>
    <message>
        <source>Time of the run before ÷ time of the run after; of one item each where the runs did not do the same items. Below 1.1× they are called alike.</source>
        <translation>Zeit des Laufs vorher ÷ Zeit des Laufs nachher; je Element, wo die Läufe nicht dieselben Elemente hatten. Unter 1,1× heißen sie gleichauf.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>%1 is </source>
        <translation>%1 ist </translation>
    </message>
    <message>
        <source>alike to %1</source>
        <translation>gleichauf mit %1</translation>
    </message>
    <message>
        <source>%1 faster an item than %2</source>
        <translation>%1 schneller je Element als %2</translation>
    </message>
    <message>
        <source>%1 faster than %2</source>
        <translation>%1 schneller als %2</translation>
    </message>
    <message>
        <source>%1 slower an item than %2</source>
        <translation>%1 langsamer je Element als %2</translation>
    </message>
    <message>
        <source>%1 slower than %2</source>
        <translation>%1 langsamer als %2</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>one thing changed: </source>
        <translation>eine Änderung: </translation>
    </message>
    <message>
        <source>%1 things changed: </source>
        <translation>%1 Änderungen: </translation>
    </message>
    <message>
        <source> instead of </source>
        <translation> statt </translation>
    </message>
    <message>
        <source>%1 of worker time</source>
        <translation>%1 Worker-Zeit</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Check two runs in the list at the left.</source>
        <translation>Links in der Liste zwei Läufe ankreuzen.</translation>
    </message>
</context>
<context>
    <name>poolscope::ComparisonModel</name>
    <message>
        <source>time of the run</source>
        <translation>Zeit des Laufs</translation>
    </message>
    <message>
        <source>time of an item</source>
        <translation>Zeit je Element</translation>
    </message>
    <message>
        <source>throughput (items/s)</source>
        <translation>Durchsatz (Elemente/s)</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>pickle</source>
        <translation>Pickeln</translation>
    </message>
    <message>
        <source>unpickle</source>
        <translation>Entpickeln</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>bytes, out and back</source>
        <translation>Bytes, hin und zurück</translation>
    </message>
    <message>
        <source>chunk latency, p50</source>
        <translation>Blocklatenz, p50</translation>
    </message>
    <message>
        <source>chunk latency, p99</source>
        <translation>Blocklatenz, p99</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>nichts mehr</translation>
    </message>
    <message>
        <source>more, from none</source>
        <translation>mehr, vorher nichts</translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation>%1 weniger</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 mehr</translation>
    </message>
</context>
<context>
    <name>poolscope::Cures</name>
    <message>
        <source>Drop it in getState</source>
        <translation>In getState weglassen</translation>
    </message>
    <message>
        <source>Only n travels. The copy in the worker has no %1, and needs none.</source>
        <translation>Nur n reist. Die Kopie im Worker hat kein %1-Objekt und braucht keines.</translation>
    </message>
    <message>
        <source>Register a reducer</source>
        <translation>Einen Reducer anmelden</translation>
    </message>
    <message>
        <source>From outside the class, copyreg’s way: %1 is rebuilt from n.</source>
        <translation>Von außerhalb der Klasse, wie mit copyreg: %1 wird aus n wieder aufgebaut.</translation>
    </message>
    <message>
        <source>Use a free function</source>
        <translation>Eine freie Funktion nehmen</translation>
    </message>
    <message>
        <source>It holds nothing but its name, so there is nothing to leave behind.</source>
        <translation>Sie enthält nichts als ihren Namen, also bleibt nichts zurückzulassen.</translation>
    </message>
</context>
<context>
    <name>poolscope::DetailPanel</name>
    <message>
        <source>Close the task</source>
        <translation>Aufgabe schließen</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>Close the task (Esc)</source>
        <translation>Aufgabe schließen (Esc)</translation>
    </message>
    <message>
        <source>What its messages say, byte by byte (B)</source>
        <translation>Was ihre Nachrichten sagen, Byte für Byte (B)</translation>
    </message>
    <message>
        <source>Mark the chunks whose compute took no more than 1.25 times as long or as short, and select the next of them; those with failed tasks where this one has, too</source>
        <translation>Blöcke markieren, deren Rechnen höchstens 1,25-mal so lang oder so kurz dauerte, und den nächsten davon auswählen; wo dieser fehlgeschlagene Aufgaben hat, auch nur solche</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>No other chunk is like it.</source>
        <translation>Kein anderer Block ist ihm ähnlich.</translation>
    </message>
    <message>
        <source>%1 chunks like it are marked.</source>
        <translation>%1 ähnliche Blöcke sind markiert.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Not kept. “Record bytes” keeps the messages of the next runs, and in them all arguments.</source>
        <translation>Nicht behalten. „Bytes aufzeichnen“ behält die Nachrichten der nächsten Läufe und darin alle Argumente.</translation>
    </message>
    <message>
        <source>Not kept: of each run the first %1 values are. “Record bytes” keeps the messages of the next runs, and in them all values.</source>
        <translation>Nicht behalten: Von jedem Lauf sind es die ersten %1 Werte. „Bytes aufzeichnen“ behält die Nachrichten der nächsten Läufe und darin alle Werte.</translation>
    </message>
</context>
<context>
    <name>poolscope::DifferenceTable</name>
    <message>
        <source>Differences, continued</source>
        <translation>Unterschiede, Fortsetzung</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>poolscope::ExampleView</name>
    <message>
        <source>Example: the lanes of four workers, coloured by what they do</source>
        <translation>Beispiel: die Spuren von vier Workern, gefärbt nach dem, was sie tun</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;%</source>
        <translation>%1 %2&#xa0;%</translation>
    </message>
    <message>
        <source>of worker time</source>
        <translation>der Worker-Zeit</translation>
    </message>
</context>
<context>
    <name>poolscope::Explanation</name>
    <message>
        <source>offset %1, %2: %3</source>
        <translation>Position %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>poolscope::Export</name>
    <message>
        <source>%1 could not be written: there is no folder %2.</source>
        <translation>%1 ließ sich nicht schreiben: Es gibt keinen Ordner %2.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>A run is not exported to %1: the file&apos;s ending is one of %2.</source>
        <translation>Ein Lauf wird nicht nach %1 exportiert: Die Dateiendung ist eine von %2.</translation>
    </message>
</context>
<context>
    <name>poolscope::FailureView</name>
    <message>
        <source>thrown at %1</source>
        <translation>geworfen bei %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1, process %2, %3</source>
        <translation>%1, Prozess %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>poolscope::FailuresModel</name>
    <message>
        <source>item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>what went wrong</source>
        <translation>was schiefging</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>thrown at</source>
        <translation>geworfen bei</translation>
    </message>
</context>
<context>
    <name>poolscope::FailuresPanel</name>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Ctrl with up or down sorts by the column of the current cell</source>
        <translation>Strg mit Auf oder Ab sortiert nach der Spalte der aktuellen Zelle</translation>
    </message>
    <message>
        <source>Click, or Ctrl with up or down, sorts by a column</source>
        <translation>Klicken, oder Strg mit Auf oder Ab, sortiert nach einer Spalte</translation>
    </message>
    <message>
        <source>No task failed. One that does is listed here with its argument, what went wrong and on which worker.</source>
        <translation>Keine Aufgabe ist fehlgeschlagen. Eine solche steht hier mit ihrem Argument, dem Fehler und dem Worker.</translation>
    </message>
    <message>
        <source>The failed task lies outside the range.</source>
        <translation>Die fehlgeschlagene Aufgabe liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The %1 failed tasks lie outside the range.</source>
        <translation>Die %1 fehlgeschlagenen Aufgaben liegen außerhalb des Bereichs.</translation>
    </message>
</context>
<context>
    <name>poolscope::FirstStartPage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Pick a job and run it.</source>
        <translation>Einen Job wählen und starten.</translation>
    </message>
    <message>
        <source>Poolscope runs it on a pool of workers and in this process alone, and shows whether the pool was worth it.</source>
        <translation>Poolscope führt ihn auf einem Pool von Workern und allein in diesem Prozess aus und zeigt, ob sich der Pool gelohnt hat.</translation>
    </message>
    <message>
        <source>1 process</source>
        <translation>1 Prozess</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>%1 Prozessen</translation>
    </message>
    <message>
        <source>x ** 10 for ten seconds of numbers, on %1 and on none. Does the pool pay?</source>
        <translation>x ** 10 für zehn Sekunden Zahlen, mit %1 und ohne. Lohnt sich der Pool?</translation>
    </message>
    <message>
        <source>Try power</source>
        <translation>power ausprobieren</translation>
    </message>
    <message>
        <source>Run power</source>
        <translation>power starten</translation>
    </message>
    <message>
        <source>The BigPow story</source>
        <translation>Die Geschichte von BigPow</translation>
    </message>
    <message>
        <source>Why map fails on a method of an object that holds the pool, and three ways out.</source>
        <translation>Warum map an einer Methode eines Objekts scheitert, das den Pool enthält, und drei Auswege.</translation>
    </message>
    <message>
        <source>Run BigPow.pow</source>
        <translation>BigPow.pow starten</translation>
    </message>
    <message>
        <source>See a worker die</source>
        <translation>Einen Worker sterben sehen</translation>
    </message>
    <message>
        <source>Task 5 of 100 kills its worker. It alone is lost, and the pool says why.</source>
        <translation>Aufgabe 5 von 100 tötet ihren Worker. Nur sie geht verloren, und der Pool sagt, warum.</translation>
    </message>
    <message>
        <source>Run faults</source>
        <translation>faults starten</translation>
    </message>
    <message>
        <source>What you will see</source>
        <translation>Was zu sehen sein wird</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>not your data</source>
        <translation>nicht die eigenen Daten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a session or a Python file</source>
        <translation>Sitzung oder Python-Datei öffnen</translation>
    </message>
    <message>
        <source>Saved runs, or your own functions as jobs. Dropping a file on the window works too.</source>
        <translation>Gespeicherte Läufe, oder eigene Funktionen als Jobs. Eine Datei aufs Fenster zu ziehen geht auch.</translation>
    </message>
</context>
<context>
    <name>poolscope::HelpMark</name>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
</context>
<context>
    <name>poolscope::HexView</name>
    <message>
        <source>Bytes of the message</source>
        <translation>Bytes der Nachricht</translation>
    </message>
    <message>
        <source>offset %1: %2</source>
        <translation>Position %1: %2</translation>
    </message>
</context>
<context>
    <name>poolscope::HoverCard</name>
    <message>
        <source>Item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>Items %1–%2</source>
        <translation>Elemente %1–%2</translation>
    </message>
    <message>
        <source>%1 the median</source>
        <translation>%1 des Medians</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Aufgaben</translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>, %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>, failed</source>
        <translation>, fehlgeschlagen</translation>
    </message>
    <message>
        <source>, attempt %1</source>
        <translation>, Versuch %1</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>nothing for it to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>parent unpickles</source>
        <translation>Eltern entpickeln</translation>
    </message>
    <message>
        <source>parent reads</source>
        <translation>Eltern lesen</translation>
    </message>
    <message>
        <source>parent pickles for it</source>
        <translation>Eltern pickeln dafür</translation>
    </message>
    <message>
        <source>parent writes to it</source>
        <translation>Eltern schreiben</translation>
    </message>
</context>
<context>
    <name>poolscope::JobPanel</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Pick a job to see them.</source>
        <translation>Einen Job wählen, um sie zu sehen.</translation>
    </message>
    <message>
        <source>None yet. Every run is kept here until you close it.</source>
        <translation>Noch keine. Jeder Lauf bleibt hier, bis er geschlossen wird.</translation>
    </message>
    <message>
        <source>%1 in the catalogue</source>
        <translation>%1 im Katalog</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The items come from the input file, one a line; clear it in the options to choose here how many there are</source>
        <translation>Die Elemente kommen aus der Eingabedatei, eines je Zeile; in den Optionen leeren, um hier ihre Zahl zu wählen</translation>
    </message>
</context>
<context>
    <name>poolscope::KeysPopup</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>poolscope::LaneHeaders</name>
    <message>
        <source>busy %1&#xa0;%</source>
        <translation>aktiv %1&#xa0;%</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elem.</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>1 attendant</source>
        <translation>1 Betreuer</translation>
    </message>
    <message>
        <source>%1 attendants</source>
        <translation>%1 Betreuer</translation>
    </message>
    <message>
        <source>its pool&apos;s threads</source>
        <translation>Threads seines Pools</translation>
    </message>
</context>
<context>
    <name>poolscope::LanesChart</name>
    <message>
        <source>Workers over time</source>
        <translation>Worker im Zeitverlauf</translation>
    </message>
    <message>
        <source>No worker has begun yet.</source>
        <translation>Noch hat kein Worker begonnen.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Clear the range</source>
        <translation>Bereich aufheben</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>follows the right edge again</source>
        <translation>folgt wieder dem rechten Rand</translation>
    </message>
    <message>
        <source>All charts count this only; click to count all again</source>
        <translation>Alle Diagramme zählen nur das; ein Klick zählt wieder alles</translation>
    </message>
    <message>
        <source>Show the selected range only (R)</source>
        <translation>Nur den gewählten Bereich zeigen (R)</translation>
    </message>
    <message>
        <source>Let all charts and lists count the selected range only</source>
        <translation>Alle Diagramme und Listen nur den gewählten Bereich zählen lassen</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>Durch die Spuren rollen</translation>
    </message>
    <message>
        <source>Clear the range (Esc)</source>
        <translation>Bereich aufheben (Esc)</translation>
    </message>
    <message>
        <source>What the messages of the selected task say, byte by byte (Enter)</source>
        <translation>Was die Nachrichten der gewählten Aufgabe sagen, Byte für Byte (Eingabetaste)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>View paused, %1 behind</source>
        <translation>Ansicht angehalten, %1 zurück</translation>
    </message>
    <message>
        <source>View paused</source>
        <translation>Ansicht angehalten</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Only %1, %2</source>
        <translation>Nur %1, %2</translation>
    </message>
    <message>
        <source>the whole run, %1</source>
        <translation>der ganze Lauf, %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>die letzten %1</translation>
    </message>
    <message>
        <source>%1 in view</source>
        <translation>%1 im Blick</translation>
    </message>
    <message>
        <source>; each column shows its exact shares</source>
        <translation>; Spalten zeigen genaue Anteile</translation>
    </message>
    <message>
        <source>; every task is drawn</source>
        <translation>; jede Aufgabe ist gezeichnet</translation>
    </message>
    <message>
        <source>; every chunk is drawn</source>
        <translation>; jeder Block ist gezeichnet</translation>
    </message>
    <message>
        <source>; %1 events not recorded</source>
        <translation>; %1 Ereignisse nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>compute that costs less than its overhead</source>
        <translation>Rechnen, billiger als sein Mehraufwand</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>overview, busy workers</source>
        <translation>Übersicht, aktive Worker</translation>
    </message>
    <message>
        <source>; neighbouring chunks are drawn as one</source>
        <translation>; benachbarte Blöcke sind als einer gezeichnet</translation>
    </message>
    <message>
        <source>, 1 item</source>
        <translation>, 1 Element</translation>
    </message>
    <message>
        <source>, %1 items</source>
        <translation>, %1 Elemente</translation>
    </message>
</context>
<context>
    <name>poolscope::LatencyPlot</name>
    <message>
        <source>chunks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>%1 of a chunk (%2)</source>
        <translation>%1 eines Blocks (%2)</translation>
    </message>
    <message>
        <source>duration (%1)</source>
        <translation>Dauer (%1)</translation>
    </message>
    <message>
        <source>%1 chunks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>%1 chunks, pickled to unpickled</source>
        <translation>%1 Blöcke, vom Pickeln bis zum Entpickeln</translation>
    </message>
    <message>
        <source>, in the range</source>
        <translation>, im Bereich</translation>
    </message>
    <message>
        <source>, one of each %1</source>
        <translation>, einer von je %1</translation>
    </message>
    <message>
        <source>No chunk lies in the range.</source>
        <translation>Kein Block liegt im Bereich.</translation>
    </message>
    <message>
        <source>No chunk has come back yet.</source>
        <translation>Noch ist kein Block zurückgekommen.</translation>
    </message>
    <message>
        <source>%1 groups of neighbouring chunks</source>
        <translation>%1 Gruppen benachbarter Blöcke</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
</context>
<context>
    <name>poolscope::MachinePanel</name>
    <message>
        <source>, top %1 of %2</source>
        <translation>, oberste %1 von %2</translation>
    </message>
    <message>
        <source>Stack before the opcode</source>
        <translation>Stapel vor dem Opcode</translation>
    </message>
    <message>
        <source>Stack after the opcode</source>
        <translation>Stapel nach dem Opcode</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Memo before the opcode</source>
        <translation>Memo vor dem Opcode</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>poolscope::MainWindow</name>
    <message>
        <source>Nothing to compare yet: run a job twice, with something changed</source>
        <translation>Noch nichts zu vergleichen: einen Job zweimal ausführen und dabei etwas ändern</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is no run to repeat yet</source>
        <translation>Noch gibt es keinen Lauf zum Wiederholen</translation>
    </message>
    <message>
        <source>Other runs are under way: stop them first</source>
        <translation>Andere Läufe sind im Gang: diese zuerst anhalten</translation>
    </message>
    <message>
        <source>sweep of %1</source>
        <translation>Messreihe von %1</translation>
    </message>
    <message>
        <source>a job</source>
        <translation>einem Job</translation>
    </message>
    <message>
        <source>break-even map</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>%1 · %2 and %3</source>
        <translation>%1 · %2 und %3</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Report of one file</source>
        <translation>Bericht in einer Datei</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture of shapes and text</source>
        <translation>Bild aus Formen und Text</translation>
    </message>
    <message>
        <source>Page to print</source>
        <translation>Seite zum Drucken</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Lauf exportieren</translation>
    </message>
    <message>
        <source>Nothing was exported:</source>
        <translation>Nichts wurde exportiert:</translation>
    </message>
    <message>
        <source>there is no run in view that is over.</source>
        <translation>kein beendeter Lauf ist zu sehen.</translation>
    </message>
    <message>
        <source>Exported:</source>
        <translation>Exportiert:</translation>
    </message>
    <message>
        <source>Copied:</source>
        <translation>Kopiert:</translation>
    </message>
    <message>
        <source>a picture of “%1”.</source>
        <translation>ein Bild von „%1“.</translation>
    </message>
    <message>
        <source>a picture of all charts.</source>
        <translation>ein Bild aller Diagramme.</translation>
    </message>
    <message>
        <source>Poolscope sessions (*.poolscope);;All files (*)</source>
        <translation>Poolscope-Sitzungen (*.poolscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opened:</source>
        <translation>Geöffnet:</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>Gespeichert:</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt benutzte öffnen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message numerus="yes">
        <source>Poolscope ended before %n run(s) were saved.</source>
        <translation>
            <numerusform>Poolscope endete, bevor %n Lauf gespeichert war.</numerusform>
            <numerusform>Poolscope endete, bevor %n Läufe gespeichert waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are still there.</source>
        <translation>
            <numerusform>Noch ist er nicht verloren.</numerusform>
            <numerusform>Noch ist nichts verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open them</source>
        <translation>
            <numerusform>Öffnen</numerusform>
            <numerusform>Öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>There is no finished run yet</source>
        <translation>Noch gibt es keinen beendeten Lauf</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Run %1 …</source>
        <translation>%1 starten …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a choice and what is chosen</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pick a job first.</source>
        <translation>Zuerst einen Job wählen.</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>Ein Lauf ist im Gang.</translation>
    </message>
    <message>
        <source>Stop it and run this one?</source>
        <translation>Ihn anhalten und diesen starten?</translation>
    </message>
    <message>
        <source>Stop and run</source>
        <translation>Anhalten und starten</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Items from a file</source>
        <translation>Elemente aus einer Datei</translation>
    </message>
    <message>
        <source>JSON, one value a line (*.jsonl *.json *.txt);;All files (*)</source>
        <translation>JSON, ein Wert je Zeile (*.jsonl *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 events were not recorded;</source>
        <translation>%1 Ereignisse wurden nicht aufgezeichnet;</translation>
    </message>
    <message>
        <source>totals are exact.</source>
        <translation>die Summen sind exakt.</translation>
    </message>
    <message>
        <source>Poolscope</source>
        <translation>Poolscope</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1[*] — Poolscope</source>
        <translation>%1[*] – Poolscope</translation>
    </message>
    <message>
        <source>cannot be pickled</source>
        <translation>lässt sich nicht pickeln</translation>
    </message>
    <message>
        <source>see the path</source>
        <translation>siehe Pfad</translation>
    </message>
    <message>
        <source>per item, mean</source>
        <translation>je Element, Mittel</translation>
    </message>
    <message>
        <source>The workers&apos; lanes will stand here as soon as they run.</source>
        <translation>Die Spuren der Worker stehen hier, sobald sie laufen.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>There are no charts to look at yet</source>
        <translation>Noch gibt es keine Diagramme</translation>
    </message>
    <message>
        <source>Pick a job first</source>
        <translation>Zuerst einen Job wählen</translation>
    </message>
    <message>
        <source>No run is under way</source>
        <translation>Kein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>There are no results yet</source>
        <translation>Noch gibt es keine Ergebnisse</translation>
    </message>
    <message>
        <source>There is no run to present yet</source>
        <translation>Noch gibt es keinen Lauf zum Vortragen</translation>
    </message>
    <message>
        <source>Drag over the lanes to select a range first</source>
        <translation>Zuerst über die Spuren ziehen, um einen Bereich zu wählen</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Es gibt nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Only shared memory and protocol 5 carry bytes beside a message</source>
        <translation>Nur gemeinsamer Speicher und Protokoll 5 befördern Bytes neben einer Nachricht</translation>
    </message>
    <message>
        <source>the values that are shown, one a line.</source>
        <translation>die gezeigten Werte, einer je Zeile.</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Ergebnisse speichern</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>What it takes would be measured too: wait for it, or stop it.</source>
        <translation>Was das kostet, würde mitgemessen: abwarten oder anhalten.</translation>
    </message>
    <message>
        <source>A sweep is under way.</source>
        <translation>Eine Messreihe ist im Gang.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it.</source>
        <translation>Abwarten oder anhalten.</translation>
    </message>
    <message>
        <source>A plain loop has no workers to sweep:</source>
        <translation>Eine einfache Schleife hat keine Worker für eine Messreihe:</translation>
    </message>
    <message>
        <source>choose processes or threads.</source>
        <translation>Prozesse oder Threads wählen.</translation>
    </message>
    <message>
        <source>run 1 of %1</source>
        <translation>Lauf 1 von %1</translation>
    </message>
    <message>
        <source>%1 items of the payload job are run …</source>
        <translation>%1 Elemente des Jobs payload laufen …</translation>
    </message>
    <message>
        <source>%1 of %2 runs, about %3 left</source>
        <translation>%1 von %2 Läufen, noch etwa %3</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, Lauf %2</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Serialization overhead</source>
        <translation>Serialisierungsaufwand</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>the table, columns apart by tabs.</source>
        <translation>die Tabelle, Spalten durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>Rows as a table</source>
        <translation>Zeilen als Tabelle</translation>
    </message>
    <message>
        <source>Summary, rows and samples</source>
        <translation>Zusammenfassung, Zeilen und Stichproben</translation>
    </message>
    <message>
        <source>Trace for ui.perfetto.dev</source>
        <translation>Trace für ui.perfetto.dev</translation>
    </message>
    <message>
        <source>the ending of %1 is none of %2.</source>
        <translation>die Endung von %1 ist keine von %2.</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Höhenlinien</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Workers before</source>
        <translation>Worker vorher</translation>
    </message>
    <message>
        <source>Workers after</source>
        <translation>Worker nachher</translation>
    </message>
    <message>
        <source>Follow a Python program</source>
        <translation>Einem Python-Programm folgen</translation>
    </message>
    <message>
        <source>Python (*.py);;All files (*)</source>
        <translation>Python (*.py);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A program is being followed.</source>
        <translation>Einem Programm wird schon gefolgt.</translation>
    </message>
    <message>
        <source>Stop it, or wait until it ends.</source>
        <translation>Es anhalten oder warten, bis es endet.</translation>
    </message>
    <message>
        <source>Following:</source>
        <translation>Verfolgt wird:</translation>
    </message>
    <message>
        <source>%1. Its pools stand here when they do something.</source>
        <translation>%1. Seine Pools stehen hier, sobald sie etwas tun.</translation>
    </message>
    <message>
        <source>was ended by signal %1.</source>
        <translation>wurde durch Signal %1 beendet.</translation>
    </message>
    <message>
        <source>ended with exit code %1.</source>
        <translation>endete mit Exit-Code %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No pool of processes was seen.</source>
        <translation>Kein Pool von Prozessen war zu sehen.</translation>
    </message>
    <message>
        <source>Sessions and Python files (*.poolscope *.py);;All files (*)</source>
        <translation>Sitzungen und Python-Dateien (*.poolscope *.py);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a session or a Python file</source>
        <translation>Sitzung oder Python-Datei öffnen</translation>
    </message>
    <message>
        <source>%1. Its function is a job now.</source>
        <translation>%1. Ihre Funktion ist jetzt ein Job.</translation>
    </message>
    <message>
        <source>%1. Its %2 functions are jobs now.</source>
        <translation>%1. Ihre %2 Funktionen sind jetzt Jobs.</translation>
    </message>
    <message>
        <source>Follow it as a program</source>
        <translation>Als Programm verfolgen</translation>
    </message>
    <message>
        <source>A Python file is being loaded.</source>
        <translation>Eine Python-Datei wird geladen.</translation>
    </message>
    <message>
        <source>Wait until it is there.</source>
        <translation>Warten Sie, bis sie da ist.</translation>
    </message>
    <message>
        <source>Loading:</source>
        <translation>Lädt:</translation>
    </message>
    <message>
        <source>%1. What stands at its top level runs once.</source>
        <translation>%1. Was auf oberster Ebene steht, läuft einmal.</translation>
    </message>
</context>
<context>
    <name>poolscope::MemoModel</name>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
</context>
<context>
    <name>poolscope::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Enter keeps the note, Escape does not, and without text it is removed</source>
        <translation>Die Eingabetaste behält die Notiz, Esc nicht; ohne Text wird sie entfernt</translation>
    </message>
</context>
<context>
    <name>poolscope::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>poolscope::ObjectTree</name>
    <message>
        <source>Objects of the message</source>
        <translation>Objekte der Nachricht</translation>
    </message>
</context>
<context>
    <name>poolscope::OpcodeTable</name>
    <message>
        <source>Opcodes of the message</source>
        <translation>Opcodes der Nachricht</translation>
    </message>
</context>
<context>
    <name>poolscope::OpcodesModel</name>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>opcode</source>
        <translation>Opcode</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>Argument</translation>
    </message>
</context>
<context>
    <name>poolscope::OverheadChart</name>
    <message>
        <source>What it costs to carry tasks and results. A worker&apos;s share includes the time in which it waited for its attendant to pickle, send or unpickle for it. % = (pickle + unpickle + transfer) ÷ elapsed.</source>
        <translation>Was es kostet, Aufgaben und Ergebnisse zu befördern. Der Anteil eines Workers enthält die Zeit, in der er darauf wartete, dass sein Betreuer für ihn pickelt, sendet oder entpickelt. % = (Pickeln + Entpickeln + Übertragen) ÷ verstrichene Zeit.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Unit of the overhead</source>
        <translation>Einheit des Mehraufwands</translation>
    </message>
    <message>
        <source>Serialization overhead</source>
        <translation>Serialisierungsaufwand</translation>
    </message>
</context>
<context>
    <name>poolscope::OverheadPlot</name>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>% of the time in the range</source>
        <translation>% der Zeit im Bereich</translation>
    </message>
    <message>
        <source>% of the time of each worker or attendant</source>
        <translation>% der Zeit jedes Workers oder Betreuers</translation>
    </message>
    <message>
        <source>%1 in the range</source>
        <translation>%1 im Bereich</translation>
    </message>
    <message>
        <source>%1 pickled and unpickled</source>
        <translation>%1 gepickelt und entpickelt</translation>
    </message>
    <message>
        <source>%1 of each worker or attendant</source>
        <translation>%1 jedes Workers oder Betreuers</translation>
    </message>
</context>
<context>
    <name>poolscope::OverviewPlot</name>
    <message>
        <source>ETA %1</source>
        <translation>Ende etwa %1</translation>
    </message>
</context>
<context>
    <name>poolscope::ParametersForm</name>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>Bytes of pickle that an item costs on its way out and back: all bytes sent ÷ items done, all bytes received ÷ items done</source>
        <translation>Bytes an Pickle, die ein Element hin und zurück kostet: alle gesendeten Bytes ÷ fertige Elemente, alle empfangenen Bytes ÷ fertige Elemente</translation>
    </message>
</context>
<context>
    <name>poolscope::PartsModel</name>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>Schlüsselwörter</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>left on the stack</source>
        <translation>auf dem Stapel geblieben</translation>
    </message>
    <message>
        <source>the tuple itself</source>
        <translation>das Tupel selbst</translation>
    </message>
    <message>
        <source>the list itself</source>
        <translation>die Liste selbst</translation>
    </message>
    <message>
        <source>the dict itself</source>
        <translation>das Dict selbst</translation>
    </message>
    <message>
        <source>the set itself</source>
        <translation>das Set selbst</translation>
    </message>
    <message>
        <source>the call itself</source>
        <translation>der Aufruf selbst</translation>
    </message>
    <message>
        <source>new object</source>
        <translation>neues Objekt</translation>
    </message>
    <message>
        <source>the reference itself</source>
        <translation>der Verweis selbst</translation>
    </message>
    <message>
        <source>the value itself</source>
        <translation>der Wert selbst</translation>
    </message>
    <message>
        <source>frame and protocol</source>
        <translation>Rahmen und Protokoll</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>task tuple</source>
        <translation>Aufgabentupel</translation>
    </message>
    <message>
        <source>result tuple</source>
        <translation>Ergebnistupel</translation>
    </message>
</context>
<context>
    <name>poolscope::PathView</name>
    <message>
        <source>The path to what cannot be pickled</source>
        <translation>Der Pfad zu dem, was sich nicht pickeln lässt</translation>
    </message>
</context>
<context>
    <name>poolscope::PhaseLabels</name>
    <message>
        <source>Let all charts count this phase only</source>
        <translation>Alle Diagramme nur diese Phase zählen lassen</translation>
    </message>
    <message>
        <source>%1, pressed</source>
        <translation>%1, gedrückt</translation>
    </message>
    <message>
        <source>%1, not pressed</source>
        <translation>%1, nicht gedrückt</translation>
    </message>
</context>
<context>
    <name>poolscope::PicklePath</name>
    <message>
        <source>the task</source>
        <translation>die Aufgabe</translation>
    </message>
    <message>
        <source>job number</source>
        <translation>Job-Nummer</translation>
    </message>
    <message>
        <source>(item 0,)</source>
        <translation>(Element 0,)</translation>
    </message>
    <message>
        <source>(%1 items)</source>
        <translation>(%1 Elemente)</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>attendants</source>
        <translation>Betreuer</translation>
    </message>
    <message>
        <source>live in this process only: the Pool would have to enter its own workers</source>
        <translation>leben nur in diesem Prozess: Der Pool müsste in seine eigenen Worker gelangen</translation>
    </message>
</context>
<context>
    <name>poolscope::Presenter</name>
    <message>
        <source>The run in large type</source>
        <translation>Der Lauf in großer Schrift</translation>
    </message>
</context>
<context>
    <name>poolscope::ReportFigures</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>poolscope::ReportSheet</name>
    <message>
        <source>%1 · %2 items</source>
        <translation>%1 · %2 Elemente</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>%1 · Poolscope %2</source>
        <translation>%1 · Poolscope %2</translation>
    </message>
</context>
<context>
    <name>poolscope::ReportWriter</name>
    <message>
        <source>Which worker, when</source>
        <translation>Welcher Worker, wann</translation>
    </message>
    <message>
        <source>What each worker did over time. The table “What each worker did” says it in figures.</source>
        <translation>Was jeder Worker im Lauf der Zeit tat. Die Tabelle „Was jeder Worker tat“ sagt es in Zahlen.</translation>
    </message>
    <message>
        <source>Workers over time</source>
        <translation>Worker im Zeitverlauf</translation>
    </message>
    <message>
        <source>Serialization overhead</source>
        <translation>Serialisierungsaufwand</translation>
    </message>
    <message>
        <source>Serialization overhead of each worker and the parent</source>
        <translation>Serialisierungsaufwand jedes Workers und des Elternprozesses</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Items per second, chunks in flight and busy workers over time</source>
        <translation>Elemente je Sekunde, Blöcke unterwegs und aktive Worker im Zeitverlauf</translation>
    </message>
    <message>
        <source>Latency of chunks, from the first byte pickled to the last result unpickled</source>
        <translation>Latenz der Blöcke, vom ersten gepickelten Byte bis zum letzten entpickelten Ergebnis</translation>
    </message>
    <message>
        <source>How many chunks took how long</source>
        <translation>Wie viele Blöcke wie lange brauchten</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of this text (BCP 47)</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Stopped early: %1 of %2 items are done.</source>
        <translation>Vorzeitig angehalten: %1 von %2 Elementen sind fertig.</translation>
    </message>
    <message>
        <source>%1 of %2 items failed.</source>
        <translation>%1 von %2 Elementen fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Workers that died: %1. Tasks that were run again: %2.</source>
        <translation>Gestorbene Worker: %1. Noch einmal gelaufene Aufgaben: %2.</translation>
    </message>
    <message>
        <source>%1 events were not recorded; totals are exact.</source>
        <translation>%1 Ereignisse wurden nicht aufgezeichnet; die Summen sind exakt.</translation>
    </message>
    <message>
        <source>Shares of worker time</source>
        <translation>Anteile an der Worker-Zeit</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>unaccounted</source>
        <translation>ohne Zuordnung</translation>
    </message>
    <message>
        <source>of worker time</source>
        <translation>der Worker-Zeit</translation>
    </message>
    <message>
        <source>The run in figures</source>
        <translation>Der Lauf in Zahlen</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>verstrichen</translation>
    </message>
    <message>
        <source>serial, from a probe</source>
        <translation>seriell, aus einer Probemessung</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>seriell</translation>
    </message>
    <message>
        <source>speed-up: serial ÷ elapsed</source>
        <translation>Beschleunigung: seriell ÷ verstrichen</translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>efficiency: speed-up ÷ workers</source>
        <translation>Wirkungsgrad: Beschleunigung ÷ Worker</translation>
    </message>
    <message>
        <source>items per second</source>
        <translation>Elemente je Sekunde</translation>
    </message>
    <message>
        <source>items done</source>
        <translation>fertige Elemente</translation>
    </message>
    <message>
        <source>items failed</source>
        <translation>fehlgeschlagene Elemente</translation>
    </message>
    <message>
        <source>tasks run again</source>
        <translation>noch einmal gelaufene Aufgaben</translation>
    </message>
    <message>
        <source>workers that died</source>
        <translation>gestorbene Worker</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>bytes to the workers</source>
        <translation>Bytes zu den Workern</translation>
    </message>
    <message>
        <source>bytes back</source>
        <translation>Bytes zurück</translation>
    </message>
    <message>
        <source>of both, out of band</source>
        <translation>davon out-of-band</translation>
    </message>
    <message>
        <source>latency of a chunk, p50</source>
        <translation>Blocklatenz, p50</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>p99.9</source>
        <translation>p99,9</translation>
    </message>
    <message>
        <source>observing cost, of worker time</source>
        <translation>Messaufwand, von der Worker-Zeit</translation>
    </message>
    <message>
        <source>rows recorded</source>
        <translation>aufgezeichnete Zeilen</translation>
    </message>
    <message>
        <source>rows not recorded</source>
        <translation>nicht aufgezeichnete Zeilen</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Time by phase: of the workers (workers × elapsed), and of the parent&apos;s attendants, which work beside them</source>
        <translation>Zeit nach Phasen: der Worker (Worker × verstrichen) und der Betreuer des Elternprozesses, die daneben arbeiten</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>on the way out</source>
        <translation>auf dem Hinweg</translation>
    </message>
    <message>
        <source>on the way back</source>
        <translation>auf dem Rückweg</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>start: until a worker is ready</source>
        <translation>Start: bis ein Worker bereit ist</translation>
    </message>
    <message>
        <source>Why workers waited, before a wait was put under what was done for the worker meanwhile</source>
        <translation>Warum Worker warteten, bevor eine Wartezeit dem zugerechnet wurde, was währenddessen für den Worker getan wurde</translation>
    </message>
    <message>
        <source>wait in all</source>
        <translation>Warten insgesamt</translation>
    </message>
    <message>
        <source>slow input</source>
        <translation>langsame Eingabe</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>nichts mehr da</translation>
    </message>
    <message>
        <source>a task that is run again</source>
        <translation>eine Aufgabe, die noch einmal läuft</translation>
    </message>
    <message>
        <source>attendant not awake</source>
        <translation>Betreuer nicht wach</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ready, without a CPU</source>
        <translation>bereit, ohne CPU</translation>
    </message>
    <message>
        <source>most memory</source>
        <translation>größter Speicher</translation>
    </message>
    <message>
        <source>bytes out</source>
        <translation>Bytes hin</translation>
    </message>
    <message>
        <source>out of band</source>
        <translation>out-of-band</translation>
    </message>
    <message>
        <source>could not be started</source>
        <translation>ließ sich nicht starten</translation>
    </message>
    <message>
        <source>What each worker did</source>
        <translation>Was jeder Worker tat</translation>
    </message>
    <message>
        <source>out</source>
        <translation>hin</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>attendant %1</source>
        <translation>Betreuer %1</translation>
    </message>
    <message>
        <source>attendant</source>
        <translation>Betreuer</translation>
    </message>
    <message>
        <source>The way out and the way back of each worker and its attendant</source>
        <translation>Hinweg und Rückweg jedes Workers und seines Betreuers</translation>
    </message>
    <message>
        <source>Out is towards the worker, back is from it; an attendant is the parent&apos;s thread that serves one worker</source>
        <translation>Hin ist zum Worker, zurück ist von ihm; ein Betreuer ist der Thread des Elternprozesses, der einen Worker bedient</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>Tasks without a value</source>
        <translation>Aufgaben ohne Wert</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>thrown at</source>
        <translation>geworfen bei</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>; their sum is</source>
        <translation>; ihre Summe ist</translation>
    </message>
    <message>
        <source>The first values</source>
        <translation>Die ersten Werte</translation>
    </message>
    <message>
        <source>How it was run</source>
        <translation>Wie er lief</translation>
    </message>
    <message>
        <source>This command repeats it:</source>
        <translation>Dieser Befehl wiederholt ihn:</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>backend</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>start method</source>
        <translation>Startmethode</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Übertragungsweg</translation>
    </message>
    <message>
        <source>pickle protocol</source>
        <translation>Pickle-Protokoll</translation>
    </message>
    <message>
        <source>chunk size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>chosen by measuring</source>
        <translation>durch Messen gewählt</translation>
    </message>
    <message>
        <source>limit of a task</source>
        <translation>Grenze einer Aufgabe</translation>
    </message>
    <message>
        <source>times a task is run again</source>
        <translation>Wiederholungen je Aufgabe</translation>
    </message>
    <message>
        <source>tasks of a worker</source>
        <translation>Aufgaben je Worker</translation>
    </message>
    <message>
        <source>memory of a worker</source>
        <translation>Speicher je Worker</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig angehalten</translation>
    </message>
</context>
<context>
    <name>poolscope::ResultsModel</name>
    <message>
        <source>item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>poolscope::ResultsPanel</name>
    <message>
        <source>No values yet. The first 1000 stand here as they come.</source>
        <translation>Noch keine Werte. Die ersten 1000 stehen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>%1 of the first %2, in the range</source>
        <translation>%1 der ersten %2, im Bereich</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>Summe %1</translation>
    </message>
</context>
<context>
    <name>poolscope::RunDelegate</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>poolscope::RunEdits</name>
    <message>
        <source>taking the filter away</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>the filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>adding a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>moving a note</source>
        <translation>Notiz verschieben</translation>
    </message>
    <message>
        <source>changing a note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>removing a note</source>
        <translation>Notiz entfernen</translation>
    </message>
</context>
<context>
    <name>poolscope::RunModel</name>
    <message>
        <source>ended, signal %1</source>
        <translation>beendet, Signal %1</translation>
    </message>
    <message>
        <source>ended, exit %1</source>
        <translation>beendet, Code %1</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>nicht startbar</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>busy %1 %</source>
        <translation>aktiv %1 %</translation>
    </message>
</context>
<context>
    <name>poolscope::RunOptions</name>
    <message>
        <source>Items from a file, one JSON value a line, in the place of the job&apos;s own; empty: those</source>
        <translation>Elemente aus einer Datei, ein JSON-Wert je Zeile, anstelle der des Jobs; leer: diese</translation>
    </message>
    <message>
        <source>What one task may take: then its worker is ended, and the task fails; 0: no limit</source>
        <translation>Was eine Aufgabe dauern darf: Danach wird ihr Worker beendet, und sie schlägt fehl; 0: keine Grenze</translation>
    </message>
    <message>
        <source>How often a task is run again that took its worker with it</source>
        <translation>Wie oft eine Aufgabe noch einmal läuft, die ihren Worker mitgerissen hat</translation>
    </message>
    <message>
        <source>A file of items, a time limit, retries</source>
        <translation>Eine Datei mit Elementen, eine Zeitgrenze, Wiederholungen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message numerus="yes">
        <source>Options, %n set</source>
        <translation>
            <numerusform>Optionen, %n gesetzt</numerusform>
            <numerusform>Optionen, %n gesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>A task may take 0.001 s or more; 0 is no limit.</source>
        <translation>Eine Aufgabe darf 0.001 s oder länger dauern; 0 ist keine Grenze.</translation>
    </message>
</context>
<context>
    <name>poolscope::RunQueue</name>
    <message>
        <source>Stopped after %1 of %2 runs.</source>
        <translation>Angehalten nach %1 von %2 Läufen.</translation>
    </message>
</context>
<context>
    <name>poolscope::RunsModel</name>
    <message>
        <source>measuring</source>
        <translation>misst</translation>
    </message>
    <message>
        <source>stopped after %1&#xa0;%</source>
        <translation>nach %1&#xa0;% angehalten</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht verschickt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>seriell</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 Threads</translation>
    </message>
    <message>
        <source>1 process</source>
        <translation>1 Prozess</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>%1 Prozesse</translation>
    </message>
    <message>
        <source>%1, chunk %2</source>
        <translation>%1, Block %2</translation>
    </message>
    <message>
        <source>%1, chunk about %2</source>
        <translation>%1, Block etwa %2</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>1 Python thread</source>
        <translation>1 Python-Thread</translation>
    </message>
    <message>
        <source>%1 Python threads</source>
        <translation>%1 Python-Threads</translation>
    </message>
    <message>
        <source>1 Python process</source>
        <translation>1 Python-Prozess</translation>
    </message>
    <message>
        <source>%1 Python processes</source>
        <translation>%1 Python-Prozesse</translation>
    </message>
</context>
<context>
    <name>poolscope::SessionFiles</name>
    <message>
        <source>A run that was left behind</source>
        <translation>Ein zurückgelassener Lauf</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
</context>
<context>
    <name>poolscope::ShareBar</name>
    <message>
        <source>What the bytes are for</source>
        <translation>Wozu die Bytes da sind</translation>
    </message>
    <message>
        <source>%1 %2 B, %3 %</source>
        <translation>%1 %2 B, %3 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>poolscope::StateText</name>
    <message>
        <source>was killed (signal %1)</source>
        <translation>wurde getötet (Signal %1)</translation>
    </message>
    <message>
        <source>ended by itself (exit code %1)</source>
        <translation>hat sich selbst beendet (Code %1)</translation>
    </message>
    <message>
        <source>task %1 failed</source>
        <translation>Aufgabe %1 schlug fehl</translation>
    </message>
    <message>
        <source>1 finished task whose result was lost was run again</source>
        <translation>1 fertige Aufgabe, deren Ergebnis verloren ging, lief noch einmal</translation>
    </message>
    <message>
        <source>%1 finished tasks whose results were lost were run again</source>
        <translation>%1 fertige Aufgaben, deren Ergebnisse verloren gingen, liefen noch einmal</translation>
    </message>
    <message>
        <source>Worker %1 %2</source>
        <translation>Worker %1 %2</translation>
    </message>
    <message>
        <source>%1 workers died</source>
        <translation>%1 Worker starben</translation>
    </message>
    <message>
        <source>; the last was worker %1, which %2%3</source>
        <translation>; zuletzt Worker %1: %2%3</translation>
    </message>
    <message>
        <source>%1 of %2 items failed</source>
        <translation>%1 von %2 Elementen fehlgeschlagen</translation>
    </message>
    <message>
        <source>: item %1, %2: %3</source>
        <translation>: Element %1, %2: %3</translation>
    </message>
    <message>
        <source>Stopped after %1&#xa0;%</source>
        <translation>Nach %1&#xa0;% angehalten</translation>
    </message>
    <message>
        <source>; %1 of %2 items are done and kept</source>
        <translation>; %1 von %2 Elementen sind fertig und bleiben erhalten</translation>
    </message>
    <message>
        <source>The run could not start.</source>
        <translation>Der Lauf konnte nicht starten.</translation>
    </message>
    <message>
        <source>%1 · %2 items</source>
        <translation>%1 · %2 Elemente</translation>
    </message>
    <message>
        <source>%1 out, %2 back</source>
        <translation>%1 hin, %2 zurück</translation>
    </message>
</context>
<context>
    <name>poolscope::SweepChart</name>
    <message>
        <source>Throughput of the sweep</source>
        <translation>Durchsatz der Messreihe</translation>
    </message>
    <message>
        <source>chunks of %1</source>
        <translation>Blöcke zu %1</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Worker</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>ein Lauf</translation>
    </message>
    <message>
        <source>%1 to %2 in %3 runs</source>
        <translation>%1 bis %2 in %3 Läufen</translation>
    </message>
    <message>
        <source>%1: %2 items/s (%3)</source>
        <translation>%1: %2 Elemente/s (%3)</translation>
    </message>
</context>
<context>
    <name>poolscope::SweepModel</name>
    <message>
        <source>Chunks of %1</source>
        <translation>Blöcke zu %1</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Worker</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Misst …</translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>Noch ist nichts gemessen.</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 Elemente/s</translation>
    </message>
    <message>
        <source>%1 is fastest: %2</source>
        <translation>%1 ist am schnellsten: %2</translation>
    </message>
    <message>
        <source>%1 are fastest: %2</source>
        <translation>%1 sind am schnellsten: %2</translation>
    </message>
    <message>
        <source>, %1 those of %2.</source>
        <translation>, %1 so viel wie mit %2.</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>items/s</source>
        <translation>Elem./s</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>tiefster</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchster</translation>
    </message>
    <message>
        <source>× of %1</source>
        <translation>× von %1</translation>
    </message>
    <message>
        <source>%1 are fastest (%2 nearly as fast): %3</source>
        <translation>%1 sind am schnellsten (%2 fast gleichauf): %3</translation>
    </message>
</context>
<context>
    <name>poolscope::SweepPage</name>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>Throughput: items ÷ time of the run. Each point is run several times, the points in turn, forwards and backwards; its median is drawn, with the lowest and the highest.</source>
        <translation>Durchsatz: Elemente ÷ Zeit des Laufs. Jeder Punkt läuft mehrmals, die Punkte reihum, vorwärts und rückwärts; gezeichnet ist der Median mit dem niedrigsten und dem höchsten Wert.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>What the sweep changes</source>
        <translation>Was die Messreihe ändert</translation>
    </message>
    <message>
        <source>runs a point</source>
        <translation>Läufe je Punkt</translation>
    </message>
    <message>
        <source>Runs of each point</source>
        <translation>Läufe jedes Punkts</translation>
    </message>
    <message>
        <source>Run the sweep</source>
        <translation>Messreihe starten</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Points of the sweep</source>
        <translation>Punkte der Messreihe</translation>
    </message>
    <message>
        <source>Laws that fit</source>
        <translation>Passende Gesetze</translation>
    </message>
    <message>
        <source>Throughput X of N workers: λN ÷ (1 + σ(N − 1) + κN(N − 1)), the universal scalability law; with κ = 0 it is Amdahl&apos;s. σ: what only one worker at a time can do. κ: what each pays for each other.</source>
        <translation>Durchsatz X von N Workern: λN ÷ (1 + σ(N − 1) + κN(N − 1)), das universelle Skalierungsgesetz; mit κ = 0 ist es das von Amdahl. σ: was nur ein Worker zur selben Zeit tun kann. κ: was jeder für die anderen bezahlt.</translation>
    </message>
    <message>
        <source>from 1 to</source>
        <translation>von 1 bis</translation>
    </message>
    <message>
        <source>1, 2, 4 … up to</source>
        <translation>1, 2, 4 … bis</translation>
    </message>
    <message>
        <source>Most workers</source>
        <translation>Meiste Worker</translation>
    </message>
    <message>
        <source>Largest chunk</source>
        <translation>Größter Block</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>Messreihe anhalten</translation>
    </message>
    <message>
        <source>σ&#xa0;%1&#xa0;%</source>
        <translation>σ&#xa0;%1&#xa0;%</translation>
    </message>
    <message>
        <source>R²&#xa0;%1, residual %2&#xa0;items/s</source>
        <translation>R²&#xa0;%1, Rest %2&#xa0;Elemente/s</translation>
    </message>
    <message>
        <source>Amdahl: %1, %2</source>
        <translation>Amdahl: %1, %2</translation>
    </message>
    <message>
        <source>κ&#xa0;%1&#xa0;%</source>
        <translation>κ&#xa0;%1&#xa0;%</translation>
    </message>
    <message>
        <source>peak at %1&#xa0;workers</source>
        <translation>Gipfel bei %1&#xa0;Workern</translation>
    </message>
    <message>
        <source>no peak</source>
        <translation>kein Gipfel</translation>
    </message>
    <message>
        <source>Universal: %1, %2, %3, %4</source>
        <translation>Universell: %1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>poolscope::SweepPlot</name>
    <message>
        <source>peak at %1</source>
        <translation>Gipfel bei %1</translation>
    </message>
    <message>
        <source>items a chunk, logarithmic</source>
        <translation>Elemente je Block, logarithmisch</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>The curve will stand here.</source>
        <translation>Hier entsteht die Kurve.</translation>
    </message>
    <message>
        <source>The first run is under way.</source>
        <translation>Der erste Lauf ist im Gang.</translation>
    </message>
    <message>
        <source>items/s, one run a point</source>
        <translation>Elemente/s, ein Lauf je Punkt</translation>
    </message>
    <message>
        <source>items/s: median of %1 runs, with the lowest and the highest</source>
        <translation>Elemente/s: Median aus %1 Läufen, mit niedrigstem und höchstem Wert</translation>
    </message>
    <message>
        <source>Amdahl</source>
        <translation>Amdahl</translation>
    </message>
    <message>
        <source>universal law</source>
        <translation>universelles Gesetz</translation>
    </message>
    <message>
        <source>plain loop</source>
        <translation>einfache Schleife</translation>
    </message>
</context>
<context>
    <name>poolscope::TablePanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Charts as tables</source>
        <translation>Diagramme als Tabellen</translation>
    </message>
    <message>
        <source>Which chart</source>
        <translation>Welches Diagramm</translation>
    </message>
    <message>
        <source>Copy the whole table, columns apart by tabs</source>
        <translation>Die ganze Tabelle kopieren, Spalten durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>poolscope::TaskWaterfall</name>
    <message>
        <source>The parent writes the arguments of the chunk down as bytes.</source>
        <translation>Der Elternprozess schreibt die Argumente des Blocks als Bytes nieder.</translation>
    </message>
    <message>
        <source>The parent puts the message on its way; the worker reads it.</source>
        <translation>Der Elternprozess schickt die Nachricht auf den Weg; der Worker liest sie.</translation>
    </message>
    <message>
        <source>The message lies ready and the worker is not yet free. This is latency, no time of the worker.</source>
        <translation>Die Nachricht liegt bereit, und der Worker ist noch nicht frei. Das ist Latenz, keine Zeit des Workers.</translation>
    </message>
    <message>
        <source>The worker makes arguments of the bytes.</source>
        <translation>Der Worker macht aus den Bytes Argumente.</translation>
    </message>
    <message>
        <source>The worker calls the function.</source>
        <translation>Der Worker ruft die Funktion auf.</translation>
    </message>
    <message>
        <source>The worker writes the results down as bytes.</source>
        <translation>Der Worker schreibt die Ergebnisse als Bytes nieder.</translation>
    </message>
    <message>
        <source>The worker puts the answer on its way; the parent reads it.</source>
        <translation>Der Worker schickt die Antwort auf den Weg; der Elternprozess liest sie.</translation>
    </message>
    <message>
        <source>The parent makes results of the bytes.</source>
        <translation>Der Elternprozess macht aus den Bytes Ergebnisse.</translation>
    </message>
    <message>
        <source>Out and back, %1</source>
        <translation>Hin und zurück, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, %1 B</source>
        <translation>, %1 B</translation>
    </message>
    <message>
        <source>Out and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Aufgaben</translation>
    </message>
</context>
<context>
    <name>poolscope::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Throughput and latency</source>
        <translation>Durchsatz und Latenz</translation>
    </message>
    <message>
        <source>Which of the two</source>
        <translation>Welches von beiden</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Noch ist nichts gelaufen.</translation>
    </message>
</context>
<context>
    <name>poolscope::ThroughputPlot</name>
    <message>
        <source>Nothing was done in this time.</source>
        <translation>In dieser Zeit wurde nichts getan.</translation>
    </message>
    <message>
        <source>chunk %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>ETA %1</source>
        <translation>Ende etwa %1</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 Elemente/s</translation>
    </message>
    <message>
        <source>in flight %1</source>
        <translation>unterwegs %1</translation>
    </message>
    <message>
        <source>busy %1</source>
        <translation>aktiv %1</translation>
    </message>
    <message>
        <source>items/s</source>
        <translation>Elemente/s</translation>
    </message>
    <message>
        <source>workers in %1</source>
        <translation>Worker: %1</translation>
    </message>
    <message>
        <source>busy workers</source>
        <translation>aktive Worker</translation>
    </message>
    <message>
        <source>chunks in flight</source>
        <translation>Blöcke unterwegs</translation>
    </message>
</context>
<context>
    <name>poolscope::ToolStrip</name>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1; %2 was given</source>
        <translation>%1; angegeben war %2</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriell</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Where the calls run</source>
        <translation>Wo die Aufrufe laufen</translation>
    </message>
    <message>
        <source>More commands (F10)</source>
        <translation>Weitere Befehle (F10)</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Weitere Befehle</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>How many workers the pool has</source>
        <translation>Wie viele Worker der Pool hat</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>How many items travel together. “auto” measures what a chunk and an item cost, and chooses; “default” is CPython&apos;s: items ÷ (4 × workers), rounded up</source>
        <translation>Wie viele Elemente zusammen reisen. „auto“ misst, was ein Block und ein Element kosten, und wählt; „Standard“ ist die Größe von CPython: Elemente ÷ (4 × Worker), aufgerundet</translation>
    </message>
    <message>
        <source>a pool has at least 1 worker</source>
        <translation>ein Pool hat mindestens 1 Worker</translation>
    </message>
    <message>
        <source>a chunk has at least 1 item, or is “%1”</source>
        <translation>ein Block hat mindestens 1 Element oder ist „%1“</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Where the calls run. A Python function runs in Python processes, or in the threads of one Python, which share its interpreter lock</source>
        <translation>Wo die Aufrufe laufen. Eine Python-Funktion läuft in Python-Prozessen oder in den Threads eines Pythons, die sich dessen Interpreter-Sperre teilen</translation>
    </message>
    <message>
        <source>Where the calls run: Python where the function is there in Python, too</source>
        <translation>Wo die Aufrufe laufen: Python, wo es die Funktion auch in Python gibt</translation>
    </message>
</context>
<context>
    <name>poolscope::ValueView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>poolscope::VerdictStrip</name>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Speed-up: the time of a plain loop over the input, measured by a probe, divided by the time of the run. Efficiency: speed-up ÷ workers.</source>
        <translation>Beschleunigung: die Zeit einer einfachen Schleife über die Eingabe, aus einer Probemessung, geteilt durch die Zeit des Laufs. Wirkungsgrad: Beschleunigung ÷ Worker.</translation>
    </message>
    <message>
        <source>What recording took of the workers&apos; time, measured by sampling: time spent recording ÷ (workers × elapsed).</source>
        <translation>Was das Aufzeichnen von der Zeit der Worker brauchte, durch Stichproben gemessen: Zeit des Aufzeichnens ÷ (Worker × verstrichene Zeit).</translation>
    </message>
    <message>
        <source>Zoom the lanes to what this is about</source>
        <translation>Die Spuren auf das zoomen, worum es geht</translation>
    </message>
    <message>
        <source>The formulas with their numbers</source>
        <translation>Die Formeln mit ihren Zahlen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Measuring the serial cost …</source>
        <translation>Die seriellen Kosten werden gemessen …</translation>
    </message>
    <message>
        <source>A plain loop over some of the items says what the pool has to beat. Then the workers start.</source>
        <translation>Eine einfache Schleife über einige der Elemente sagt, was der Pool schlagen muss. Dann starten die Worker.</translation>
    </message>
</context>
<context>
    <name>poolscope::WhyCard</name>
    <message>
        <source>How the verdict is reckoned</source>
        <translation>Wie das Urteil berechnet ist</translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>serial %1 ÷ run %2</source>
        <translation>seriell %1 ÷ Lauf %2</translation>
    </message>
    <message>
        <source>efficiency</source>
        <translation>Wirkungsgrad</translation>
    </message>
    <message>
        <source>%1 ÷ %2 workers</source>
        <translation>%1 ÷ %2 Worker</translation>
    </message>
    <message>
        <source>worker time</source>
        <translation>Worker-Zeit</translation>
    </message>
    <message>
        <source>%1 workers × %2 elapsed</source>
        <translation>%1 Worker × %2 verstrichen</translation>
    </message>
    <message>
        <source>of it accounted for</source>
        <translation>davon zugeordnet</translation>
    </message>
    <message>
        <source>phases + start</source>
        <translation>Phasen + Start</translation>
    </message>
    <message>
        <source>the work in an item</source>
        <translation>die Arbeit in einem Element</translation>
    </message>
    <message>
        <source>compute ÷ items</source>
        <translation>Rechnen ÷ Elemente</translation>
    </message>
    <message>
        <source>what carrying it costs</source>
        <translation>was es kostet, es zu befördern</translation>
    </message>
    <message>
        <source>(pickle + unpickle + transfer) ÷ items</source>
        <translation>(Pickeln + Entpickeln + Übertragen) ÷ Elemente</translation>
    </message>
    <message>
        <source>bytes of an item</source>
        <translation>Bytes eines Elements</translation>
    </message>
    <message>
        <source>out and back ÷ items</source>
        <translation>hin und zurück ÷ Elemente</translation>
    </message>
    <message>
        <source>waited for input</source>
        <translation>auf Eingabe gewartet</translation>
    </message>
    <message>
        <source>waited, nothing left</source>
        <translation>gewartet, nichts mehr da</translation>
    </message>
    <message>
        <source>waited, run again</source>
        <translation>gewartet, noch einmal</translation>
    </message>
    <message>
        <source>waited for the parent</source>
        <translation>auf den Elternprozess gewartet</translation>
    </message>
    <message>
        <source>of worker time %1</source>
        <translation>von der Worker-Zeit %1</translation>
    </message>
    <message>
        <source>overhead of a chunk ÷ its work</source>
        <translation>Zusatzaufwand eines Blocks ÷ Arbeit darin</translation>
    </message>
    <message>
        <source>%1 ÷ %2</source>
        <translation>%1 ÷ %2</translation>
    </message>
    <message>
        <source>of it at any size of chunk</source>
        <translation>davon bei jeder Blockgröße</translation>
    </message>
    <message>
        <source>envelope, messages, waiting to be served</source>
        <translation>Umschlag, Nachrichten, Warten auf Bedienung</translation>
    </message>
    <message>
        <source>the same in chunks of %1</source>
        <translation>dasselbe in Blöcken zu %1</translation>
    </message>
    <message>
        <source>(%1 + %2 × %3) ÷ work</source>
        <translation>(%1 + %2 × %3) ÷ Arbeit</translation>
    </message>
    <message>
        <source>starting the workers</source>
        <translation>Start der Worker</translation>
    </message>
    <message>
        <source>ready, but without a CPU</source>
        <translation>bereit, aber ohne CPU</translation>
    </message>
    <message>
        <source>worker %1 ÷ the others</source>
        <translation>Worker %1 ÷ die anderen</translation>
    </message>
    <message>
        <source>computed %1 ÷ %2 on average</source>
        <translation>rechnete %1 ÷ im Mittel %2</translation>
    </message>
</context>
</TS>
