"""What the older and the newer plan are told with: words in three languages, and the facts of a change as short lines.

Terminal and web page say the same, each in its own look.
"""
