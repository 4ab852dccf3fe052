"""Papers: `papers` is what can be had, `bundles` how it leaves, `handing` how it reaches a person."""
