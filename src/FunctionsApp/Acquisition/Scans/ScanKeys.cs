namespace FunctionsApp.Acquisition.Scans;

/// <summary>The beginnings of row keys in the partition of a campaign, in the order of a list of counts.</summary>
static class ScanKeys
{
    /// <summary>All counts.</summary>
    public const string Count = "scan-";

    /// <summary>Parts of the total of old hours.</summary>
    public const string Total = "scan-all-";

    /// <summary>Parts of an hour.</summary>
    public const string Hour = "scan-hour-";

    /// <summary>Batches that are not folded yet.</summary>
    public const string Batch = "scan-raw-";

    /// <summary>Marks of batches.</summary>
    public const string Mark = "batch-";
}
