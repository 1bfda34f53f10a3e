namespace LocalRuntime.Store;

/// <summary>Counts the requests that a storage account bills: each attempt of a call, page or batch.</summary>
public static class StorageTransactions
{
    static long embedded;
    static long http;

    /// <summary>Requests that the embedded stores of this process have answered.</summary>
    public static long Embedded => Interlocked.Read(ref embedded);

    /// <summary>Requests that this process has sent to storage services.</summary>
    public static long Http => Interlocked.Read(ref http);

    internal static void CountEmbedded() => Interlocked.Increment(ref embedded);

    internal static void CountHttp() => Interlocked.Increment(ref http);
}
