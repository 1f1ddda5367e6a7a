"""The grammar of time expressions in Norwegian plans, bokmål and nynorsk.

    vocabulary   text → terms: the words and phrases of `data/time.toml`, numbers and signs, each with its place
    part         a stretch of the calendar (a day, a season, a school year …), its year perhaps not known yet
    years        which digits are a year, and pairs of years: «2014/15», «2019–2023»
    numeric      terms → dates that begin with a number: «1.5.2014», «1/5-14», «3. mai 2012», «3. kvartal 25»
    dates        terms → one date of any form: «hausten -09», «utgangen av juni», «skoleåret 2014/15»
    spans        dates → ranges and lists with what stands in front: «frå mai 09», «okt -09 – sept -11»
    stretch      what `spans` read, and EDTF for it
    repeats      terms → a rhythm: «to gangar årleg», «annan kvar fredag», and its RFC 5545 rule
    annual       dates without a year, as a rhythm: «17. mai», «vår og høst»
    pieces       the text from left to right → dates, rhythms, states and conditions in it
    groups       pieces → the expression that a longer text holds
    compose      pieces → one Schedule

Each reader looks at the terms from one place on and answers with what it read and where it stopped, or with None.
None of them looks further than a few terms ahead, save lists, which are consumed: reading is linear in the text.
"""
