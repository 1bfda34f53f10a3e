using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;
using Microsoft.Extensions.Logging;

namespace Simulation.Faults;

/// <summary>A defect between the app and its storage that proves that an invariant finds it.</summary>
interface IPlantedFault
{
    /// <summary>One sentence that says what is broken.</summary>
    string Name { get; }

    /// <summary>True for a defect that only runs on WeCom have.</summary>
    bool IsOfWeCom => false;

    /// <summary>True for a call to WeCom that the client of an app with the defect repeats.</summary>
    bool RepeatsCall(string path) => false;

    /// <summary>The writes of an app with the defect.</summary>
    IReadOnlyList<EntityWrite> AlterWrites(string table, IReadOnlyList<EntityWrite> writes) => writes;

    /// <summary>
    /// Changes the store, or writes to the log of the app, as an app with the defect does after this request.
    /// </summary>
    void AfterRequest(EmbeddedStore store, StorageRequest request, ILogger log)
    {
        // most faults change the writes alone
    }
}
