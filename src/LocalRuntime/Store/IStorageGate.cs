using LocalRuntime.Storage;
using LocalRuntime.Tables.Entities;

namespace LocalRuntime.Store;

/// <summary>
/// Stands between one host and its embedded storage. A simulation decides here when each request goes through, whether it does, and
/// whether its answer comes back. There is none otherwise.
/// </summary>
interface IStorageGate
{
    /// <summary>
    /// Lets the request through, or not: <paramref name="perform"/> does it, and <paramref name="refuse"/> makes the answer of a
    /// service that did not do it, or does not say so. An exception is an answer that was lost.
    /// </summary>
    Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse);

    /// <summary>What is written when these writes are asked for: the same, unless the simulation plants a fault.</summary>
    IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes);
}

/// <summary>
/// One attempt of a request: to <c>table</c>, <c>queue</c> or <c>durable</c>, what it asks for, of which table or queue, and about which key.
/// <paramref name="Id"/> is the same in every attempt of one client call; empty where there are no others.
/// </summary>
sealed record StorageRequest(string Service, string Operation, string Target, string Key, bool IsWrite, string Id = "");
