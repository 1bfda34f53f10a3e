using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>
/// A condition that must hold after every run. A new one is a class here and a line in <see cref="AllInvariants"/>.
/// </summary>
interface IInvariant
{
    string Name { get; }

    /// <summary>The consequence of a violation.</summary>
    string Reason { get; }

    /// <summary>Describes each violation, after faults have stopped and all due work has run.</summary>
    IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader);
}
