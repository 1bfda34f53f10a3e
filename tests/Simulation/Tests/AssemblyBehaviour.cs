// Each test uses every core.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
