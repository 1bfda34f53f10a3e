namespace Microsoft.DurableTask.Client;

/// <summary>How many instances were forgotten.</summary>
public class PurgeResult
{
    internal PurgeResult(int count) => PurgedInstanceCount = count;

    /// <summary>The number of instances purged.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>True: nothing that matched was left for another call.</summary>
    public bool? IsComplete { get; } = true;
}
