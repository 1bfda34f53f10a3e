using Simulation.Lives;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>Something that must hold whatever went wrong. A new one is one new class here and one line in <see cref="AllInvariants"/>.</summary>
interface IInvariant
{
    string Name { get; }

    /// <summary>Why it matters.</summary>
    string Reason { get; }

    /// <summary>Each way in which it does not hold, once faults have stopped and everything due has run.</summary>
    IAsyncEnumerable<string> BrokenAsync(World world, ApiReader reader);
}
