namespace LocalRuntime.Store;

/// <summary>A gate between one host and its storage, where a simulation delays, refuses and loses requests.</summary>
interface IStorageGate
{
    /// <summary>Performs or refuses a request. An exception is a lost answer.</summary>
    Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse);

    /// <summary>The writes to perform: the given ones, unless the simulation plants a fault.</summary>
    IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes);
}

/// <summary>
/// One attempt of a request to the service <c>table</c>, <c>queue</c> or <c>durable</c>. <paramref name="Target"/> is
/// the table or queue. All attempts of one client call have the same id.
/// </summary>
sealed record StorageRequest(
    string Service, string Operation, string Target, string Key, bool IsWrite, string Id = "");
