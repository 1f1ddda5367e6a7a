"""Many documents in one run, of which none can take the others down, and which can be stopped at any moment.

A run lists its inputs (`inputs`), leaves out what an earlier run has done and what is there twice (`run`), and hands
the rest as jobs (`jobs`) to an engine (`engines`), which does them in any order, here or on other machines. Each
outcome becomes a line of the manifest as soon as the JSON of the document is on the disk (`manifest`); at the end the
manifest is put in the order of the paths and counted. Where inputs and outputs are is the matter of `places`.
"""
