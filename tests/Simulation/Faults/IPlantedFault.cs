using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;

namespace Simulation.Faults;

/// <summary>A defect that the app does not have, put between it and its storage to prove that the checks would find it.</summary>
interface IPlantedFault
{
    /// <summary>A sentence on what is broken.</summary>
    string Name { get; }

    /// <summary>The writes as the broken app would ask for them.</summary>
    IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes) => writes;

    /// <summary>What the broken app would have left in the store after this request.</summary>
    void After(EmbeddedStore store, StorageRequest request)
    {
        // nothing, unless the fault says so
    }
}
