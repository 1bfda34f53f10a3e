namespace LocalRuntime.Store;

/// <summary>
/// Counts what a storage account would bill: one for each client call, page or batch. Over HTTP each attempt counts,
/// as a retry is billed too.
/// </summary>
public static class StorageTransactions
{
    static long embedded;
    static long http;

    /// <summary>Requests that the embedded stores of this process have served.</summary>
    public static long Embedded => Interlocked.Read(ref embedded);

    /// <summary>Requests that this process has sent to storage services.</summary>
    public static long Http => Interlocked.Read(ref http);

    internal static void CountEmbedded() => Interlocked.Increment(ref embedded);

    internal static void CountHttp() => Interlocked.Increment(ref http);
}
