using LocalRuntime.Store;

namespace Simulation.Faults;

/// <summary>Something is missing from the store after requests of a kind.</summary>
sealed class StoreFault(string name, Func<StorageRequest, bool> concerned, string sql) : IPlantedFault
{
    public string Name => name;

    public void After(EmbeddedStore store, StorageRequest request)
    {
        if (concerned(request)) _ = store.WriteAsync(connection => connection.Execute(sql));
    }
}
