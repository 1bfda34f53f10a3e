using Community.Platform;

namespace Simulation.Runs;

/// <summary>The operators of the brand.</summary>
sealed class OperatorRegistry
{
    readonly List<SimulatedOperator> operators = [];

    public IReadOnlyList<SimulatedOperator> All => operators;

    public SimulatedOperator Find(string id) => operators.Single(known => known.Id == id);

    public void Add(SimulatedOperator added) => operators.Add(added);

    /// <summary>An administrator whom nobody has begun to remove or to demote; null when there is none.</summary>
    public SimulatedOperator? FindAdministrator() => operators.FirstOrDefault(known =>
        known is { Role: OperatorRole.Administrator, Credentials.Count: > 0 }
        && !known.Removal.HasBegun
        && !known.Demotion.HasBegun);
}
