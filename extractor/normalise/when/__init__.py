"""The grammar of time expressions in Norwegian plans, bokmål and nynorsk.

    vocabulary   text → terms: the words and phrases of `data/time.toml`, numbers and signs, each with its place
    part         a stretch of the calendar (a day, a season, a school year …), its year perhaps not known yet
    years        which digits are a year, and pairs of years: «2014/15», «2019–2023»
    numeric      terms → dates that begin with a number: «1.5.2014», «1/5-14», «3. mai 2012», «3. kvartal 25»
    named        weeks, school years, terms of office, seasons of two years
    dates        terms → one date of any form: «hausten -09», «utgangen av juni», «skoleåret 2014/15»
    spans        dates → ranges and lists with what stands in front: «frå mai 09», «okt -09 – sept -11»
    stretch      what `spans` read, and EDTF for it
    plan_years   years counted from the start of the plan: «2. planår», «år 1–2»
    repeats      terms → a rhythm: «to gangar årleg», «annan kvar fredag»
    rhythm       what `repeats` read, and its RFC 5545 rule
    annual       dates without a year, as a rhythm: «17. mai», «vår og høst»
    pieces       the text from left to right → dates, rhythms, states and conditions in it
    groups       pieces → the expression that a longer text holds
    several      of several dates, what each is of and which of them leads
    compose      pieces → one Schedule

The grammar, in short; words in «» stand for their table in `time.toml`, [] is optional, * repeats:

    expression = (when | rhythm | state | condition | reference)*            one cell, or the time in a longer text
    when       = opener* dates [arrow]                                       «innen», «frå og med», «oppstart», «ut» …
    dates      = stretch (("," | "+" | «og» | «eller») stretch)*             → a set; «eller» → one of a set
    stretch    = date [(dash | "/" | «til» | «t.o.m.») date]                 → an interval
    date       = [«ca.»] [portion] part                                      «utgangen av», «medio», «primo», «ult.»
    part       = year | day | month | week | quarter | tertial | half-year | season | semester | holiday
               | school year | term of office | plan period | plan year | turn of the year
    year       = 2014 | ['] 14 behind a part, an opener or a year            the century is inferred
    plan year  = («2. planår» | «år 2» | «første året» | «siste året i planperioden»)
    rhythm     = adverb | «hver» [n["."]] unit | [bound] n[–m] «ganger» «i»/«per»/"/" unit | nth weekday «i» month
    state      = status | begun | finished | over | continuous | asap | horizon | untimed | beside
    condition  = «når» | «ved» | «dersom» | «i samband med» … up to the end of the clause
    reference  = «jf.» | «se» | «i tråd med» … up to the end of the clause   read past: not this tiltak's time

| wording | kind | EDTF |
|---|---|---|
| innen X · fram til X · går ut X | deadline | `../last of X`; «før» takes the unit before X |
| fra X · tidligst X · oppstart X · X → | start | `first of X/..` |
| X–Y · fra X til Y · oppstart X, ferdig Y | period | `first of X/last of Y`; months for seasons |
| X · i løpet av X | point, or period for parts with a length | X; seasons 21–24, others as first/last |
| X og Y · X eller Y | point | `{X,Y}` · `[X,Y]` |
| rhythm [X] | recurring | that of X; `rrule` |
| state X | by the state: status, start, deadline, point | that of X |

Each reader looks at the terms from one place on and answers with what it read and where it stopped, or with None.
None of them looks further than a few terms ahead, save lists, which are consumed: reading is linear in the text.
"""
