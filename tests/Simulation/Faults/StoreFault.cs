using LocalRuntime.Store;
using Microsoft.Extensions.Logging;

namespace Simulation.Faults;

/// <summary>Deletes rows of the store after requests of one kind.</summary>
sealed class StoreFault(string name, Func<StorageRequest, bool> applies, string sql) : IPlantedFault
{
    public string Name => name;

    public bool IsOfWeCom { get; init; }

    public void AfterRequest(EmbeddedStore store, StorageRequest request, ILogger log)
    {
        if (applies(request)) _ = store.WriteAsync(connection => connection.Execute(sql));
    }
}
