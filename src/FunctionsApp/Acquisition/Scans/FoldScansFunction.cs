using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Folds the batches of scans into rows of an hour, so that a campaign has few rows of counts.</summary>
public sealed class FoldScansFunction(ScanFolding folding)
{
    /// <summary>
    /// Folds each campaign that was scanned lately by itself. One that fails is logged, and the next run tries again.
    /// </summary>
    [Function("FoldScans")]
    public Task Fold([TimerTrigger("0 10 * * * *")] TimerInfo timer) => folding.FoldBatchesAsync();
}
