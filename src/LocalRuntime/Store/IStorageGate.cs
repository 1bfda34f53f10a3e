using LocalRuntime.Accounts;
using LocalRuntime.Tables;

namespace LocalRuntime.Store;

/// <summary>
/// Stands between one host and its embedded storage. A simulation decides here when each request goes through, whether it does, and whether
/// its answer comes back. There is none otherwise.
/// </summary>
interface IStorageGate
{
    /// <summary>
    /// Brings the request through, or not: <paramref name="perform"/> does it, any number of times, and <paramref name="refuse"/> makes the
    /// answer of a service that did not do it, or does not say so.
    /// </summary>
    Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse);

    /// <summary>What is written when these writes are asked for: the same, unless the simulation plants a fault to prove that it would be found.</summary>
    IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes);
}

/// <summary>A request: to <c>table</c>, <c>queue</c> or <c>durable</c>, what it asks for, of which table or queue, and about which key.</summary>
sealed record StorageRequest(string Service, string Operation, string Target, string Key, bool IsWrite);
